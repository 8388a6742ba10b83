import type { ScopeState } from "../../../state";
import type { Figure, Reading } from "./figure";

/** What the space says of itself, and what follows from its profile. */
export const SPACE_FIGURES: Record<string, Figure> = {
  rows: {
    like: "10,000",
    read: async (reading, write) => write.count((await described(reading)).rows),
  },
  dims: {
    like: "3,072",
    read: async (reading, write) => write.count((await described(reading)).dims),
  },
  losses: {
    like: "512, 1,024, 1,536 and 3,072",
    read: async (reading, write) => write.list(lossesOf((await described(reading)).model)),
  },
  "losses.count": {
    like: "4",
    read: async (reading, write) => write.count(lossesOf((await described(reading)).model).length),
  },
  "losses.first": {
    like: "512",
    read: async (reading, write) => write.count(lossesOf((await described(reading)).model)[0]),
  },
  "losses.second": {
    like: "1,024",
    read: async (reading, write) => write.count(lossesOf((await described(reading)).model)[1]),
  },
  steps: {
    like: "512, 1,024 and 1,536",
    read: async (reading, write) => write.list((await stepped(reading)).steps.map(({ dims }) => dims)),
  },
  "steps.first": {
    like: "512",
    read: async (reading, write) => write.count((await stepped(reading)).steps[0].dims),
  },
  ...Object.fromEntries([0, 1, 2, 3].map((block) => [`std.${block + 1}`, levelOf(block)])),
  "energy.tail": {
    like: "10 %",
    read: async (reading, write) => write.percent(1 - energyOf(await reading.whole(), 2048)),
  },
  "bytes.short": { like: "2 KB", read: async (_, write) => write.bytes(4 * 512) },
  "bytes.full": {
    like: "12 KB",
    read: async (reading, write) => write.bytes(4 * (await described(reading)).dims),
  },
  "bytes.share": {
    like: "17 %",
    read: async (reading, write) => write.percent(512 / (await described(reading)).dims),
  },
  "million.full": {
    like: "12.3 GB",
    read: async (reading, write) => write.gigabytes(4e6 * (await described(reading)).dims),
  },
  "million.short": { like: "2.05 GB", read: async (_, write) => write.gigabytes(4e6 * 512) },
};

async function described(reading: Reading) {
  const { manifest } = await reading.when((state) => state.manifest !== null);
  return manifest as NonNullable<typeof manifest>;
}

/** The state once the steps of the profile have been found: a space without any has none to tell of. */
function stepped(reading: Reading): Promise<ScopeState> {
  return reading.when(({ steps }) => steps.length > 0);
}

/** The sizes that the space was trained to be cut to, as its manifest tells them. */
export function lossesOf(model: string | undefined): number[] {
  const told = /prefixes ((?:\d+, )*\d+)/.exec(model ?? "")?.[1];
  if (!told) throw new Error("The space does not say which losses it was trained with.");
  return told.split(", ").map(Number);
}

/** The mean standard deviation per dimension between two steps. */
function levelOf(block: number): Figure {
  return {
    like: "0.0347",
    async read(reading, write) {
      const { std, steps } = await stepped(reading);
      const ends = [0, ...steps.map(({ dims }) => dims), std.length];
      if (block + 1 >= ends.length) throw new Error(`The profile has ${ends.length - 1} levels.`);
      const level = std.subarray(ends[block], ends[block + 1]);
      return write.figures(level.reduce((sum, value) => sum + value, 0) / level.length, 3);
    },
  };
}

/** What share of the variance of all dims the first k have. */
function energyOf({ std }: ScopeState, k: number): number {
  const squares = (part: Float32Array) => part.reduce((sum, value) => sum + value * value, 0);
  return squares(std.subarray(0, k)) / squares(std);
}
