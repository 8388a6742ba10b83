import { expect, test } from "vitest";
import { Coordinator } from "../coordinator";
import { localShard } from "../local-shard";
import { frames } from "./frames";

const ROWS = 60;
const DIMS = 24;

async function open(): Promise<Coordinator> {
  const coordinator = await Coordinator.open(localShard, { rows: ROWS, dims: DIMS, type: "f4", shards: 2 });
  const values = Float32Array.from({ length: ROWS * DIMS }, (_, i) => Math.sin(i * i + 1) / (1 + (i % 7)));
  await coordinator.append({ values, scales: null });
  return coordinator;
}

test("many frames at once are the very frames that the slider shows one by one", async () => {
  const coordinator = await open();
  for (const mode of ["raw", "unit"] as const) {
    const ks = [24, 4, 5, 17];
    const shares: number[] = [];
    let pauses = 0;
    const pause = async () => void pauses++;
    const progress = (share: number) => void shares.push(share);
    const run = { signal: new AbortController().signal, progress, pause };
    const made = await frames(coordinator, { ks, axes: "aligned", mode }, run);
    expect(made.map(({ k }) => k)).toEqual(ks);
    expect(pauses).toBe(ks.length);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    for (const [i, k] of ks.entries()) {
      const { components: _, ...single } = await coordinator.frame({ k, axes: "aligned", mode });
      expect(made[i]).toEqual(single);
    }
  }
});

test("a list that nobody waits for any more is given up between two frames", async () => {
  const coordinator = await open();
  const abort = new AbortController();
  let solved = 0;
  const pause = async () => {
    if (++solved === 2) abort.abort();
    abort.signal.throwIfAborted();
  };
  const run = { signal: abort.signal, progress: () => {}, pause };
  const asked = frames(coordinator, { ks: [4, 5, 6, 7, 8], axes: "pc", mode: "raw" }, run);
  await expect(asked).rejects.toThrow("aborted");
  expect(solved).toBe(2);
});
