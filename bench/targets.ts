import { availableParallelism } from "node:os";
import { PCA } from "ml-pca";
import { Coordinator, fill, shardCount, sweep } from "../src/engine";
import { threadShard } from "../src/engine/thread-shard";
import { measureNeighbours } from "./neighbours";
import type { Peer } from "./peer";
import { columnBlocks, type Space } from "./space";
import { pairs, timed } from "./timing";

/** One line of the first table. */
export interface Row {
  what: string;
  target: string;
  peer: string;
  peerSeconds: number | null;
  ourSeconds: number;
  /** Whether the ratio is ours ÷ peer (a cost) instead of peer ÷ ours (a gain). */
  cost?: boolean;
}

/** Prefixes at which scikit-learn is measured; between them its time is taken to be linear. */
const SWEEP_STOPS = [4, 64, 256, 512, 1024, 2048, 3072];

function open(space: Space): Promise<Coordinator> {
  const { rows, dims } = space;
  return Coordinator.open(threadShard, { rows, dims, type: "i1", shards: shardCount(rows, availableParallelism()) });
}

/** Measures the search for neighbours alone. */
export async function measureSearch(space: Space, peer: Peer | null): Promise<Row[]> {
  const coordinator = await open(space);
  await fill(coordinator, columnBlocks(space));
  const rows = await measureNeighbours(coordinator, peer);
  coordinator.close();
  return rows;
}

/** Measures every target that needs no browser, each beside its peer in the same run. */
export async function measureTargets(space: Space, peer: Peer | null): Promise<Row[]> {
  const ask = (question: string) => (peer ? () => peer.ask(question) : null);
  const d = space.dims;
  const sklearn = "`PCA(3).fit_transform`";
  const rows: Row[] = [];

  // Threads are started outside of the clock, as numpy's are.
  const spaces = await Promise.all([open(space), open(space), open(space)]);
  const fresh = spaces.values();
  const gram = await pairs(() => fill(fresh.next().value as Coordinator, columnBlocks(space)), ask("gram"), 3);
  rows.push({ what: "Gram matrix, complete", peer: "numpy `X.T @ X`", target: "≤ 2.5 ×", cost: true, ...gram });
  const [coordinator, ...others] = spaces;
  for (const other of others) other.close();

  const warm = await pairs(() => coordinator.frame({ k: d }), ask(`pca ${d}`));
  rows.push({ what: `a frame at ${d} from the rung below it`, peer: sklearn, target: "≥ 8 ×", ...warm });

  const cold = async (k: number) => {
    coordinator.forget();
    await coordinator.frame({ k });
  };
  const atOnce = await pairs(() => cold(d), ask(`pca ${d}`));
  rows.push({ what: `a frame at ${d} from cold, ladder included`, peer: sklearn, target: "≥ 3 ×", ...atOnce });

  const unit = await pairs(() => coordinator.frame({ k: d, mode: "unit" }), ask(`unit ${d}`));
  rows.push({ what: `a frame at ${d} in unit mode`, peer: `${sklearn} of unit rows`, target: "≥ 2 ×", ...unit });

  rows.push(...(await measureNeighbours(coordinator, peer)));

  coordinator.forget();
  console.error(`the whole sweep, ${d - 3} frames …`);
  const all = Array.from({ length: d - 3 }, (_, i) => ({ k: i + 4 }));
  const whole = await timed(async () => {
    for await (const _frame of sweep(coordinator, all));
  });
  const peerSweep = peer && (await estimatedSweep(peer, d));
  rows.push({
    what: `the sweep, every prefix 4…${d}`,
    peer: `${sklearn}, estimated from ${SWEEP_STOPS.length} prefixes`,
    target: "≥ 40 ×",
    ourSeconds: whole,
    peerSeconds: peerSweep,
  });

  const small = await pairs(() => cold(512), null, 3);
  console.error("ml-pca at 10,000 × 512 takes about a minute …");
  const x = rowsOf(space, 512);
  const mlPca = await timed(() => {
    const pca = new PCA(x, { method: "covarianceMatrix" });
    pca.predict(x, { nComponents: 3 });
  });
  const atSmall = { ourSeconds: small.ourSeconds, peerSeconds: mlPca };
  rows.push({ what: "a frame at 512 from cold", peer: "ml-pca, fit and predict", target: "≥ 150 ×", ...atSmall });
  coordinator.close();
  return rows;
}

async function estimatedSweep(peer: Peer, dims: number): Promise<number> {
  const seconds: number[] = [];
  for (const k of SWEEP_STOPS) seconds.push((await peer.ask(`pca ${k}`)).seconds);
  let total = 0;
  for (let i = 1; i < SWEEP_STOPS.length; i++) {
    total += ((seconds[i - 1] + seconds[i]) / 2) * (Math.min(dims, SWEEP_STOPS[i]) - SWEEP_STOPS[i - 1]);
  }
  return total;
}

function rowsOf({ rows, codes, scales }: Space, dims: number): number[][] {
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: dims }, (_, j) => codes[j * rows + r] * scales[j]),
  );
}

/** The rows as a Markdown table. */
export function printTargets(rows: Row[]): void {
  console.log("| what | peer | peer, s | ours, s | ratio | target |\n| --- | --- | ---: | ---: | ---: | --- |");
  for (const { what, target, peer, peerSeconds, ourSeconds, cost } of rows) {
    const ratio = peerSeconds === null ? null : cost ? ourSeconds / peerSeconds : peerSeconds / ourSeconds;
    const cells = [
      peerSeconds === null ? "not here" : figures(peerSeconds),
      figures(ourSeconds),
      ratio === null ? "–" : `${ratio.toFixed(1)} ×`,
    ];
    console.log(`| ${what} | ${peer} | ${cells.join(" | ")} | ${target} |`);
  }
}

const figures = (seconds: number) => seconds.toFixed(seconds < 0.1 ? 4 : seconds < 10 ? 3 : 1);
