import type { Quantised } from "./quantise";
import { runThreads } from "./threads";
import { shared } from "./vocabulary";

/** Neighbours kept of each query. */
export const NEAREST = 10;

/** What a thread is given: which queries to answer, and where. */
export interface NeighbourTask {
  space: Quantised;
  /** Dims at which to look, rising. */
  prefixes: number[];
  from: number;
  to: number;
  /** prefix × row × 10, nearest first. */
  found: Int32Array;
}

/**
 * The ten nearest other rows of every row by cosine, at each prefix, from the values as they are shipped.
 *
 * @returns of each prefix, rows × 10 row numbers, nearest first
 */
export async function nearestRows(space: Quantised, prefixes: number[]): Promise<Int32Array[]> {
  const { rows } = space;
  const found = shared(Int32Array, prefixes.length * rows * NEAREST);
  const half = Math.ceil(rows / 2);
  const tasks = [
    { space, prefixes, from: 0, to: half, found },
    { space, prefixes, from: half, to: rows, found },
  ] satisfies NeighbourTask[];
  await runThreads(new URL("./neighbours-thread.ts", import.meta.url), tasks, () => {});
  return prefixes.map((_, p) => found.subarray(p * rows * NEAREST, (p + 1) * rows * NEAREST));
}

/** recall@10: the share of the true ten nearest that are among those found, over all rows. */
export function recall(found: Int32Array, truth: Int32Array): number {
  let kept = 0;
  for (let at = 0; at < truth.length; at += NEAREST) {
    const own = found.subarray(at, at + NEAREST);
    for (let i = 0; i < NEAREST; i++) if (own.includes(truth[at + i])) kept++;
  }
  return kept / truth.length;
}

/** Share of the rows whose label is the commonest among their ten nearest; of equally common ones the nearest wins. */
export function accuracy(found: Int32Array, labels: ArrayLike<number>): number {
  const rows = found.length / NEAREST;
  let right = 0;
  for (let row = 0; row < rows; row++) {
    const votes = new Map<number, number>();
    for (let i = 0; i < NEAREST; i++) {
      const label = labels[found[row * NEAREST + i]];
      votes.set(label, (votes.get(label) ?? 0) + 1);
    }
    let winner = -1;
    for (const [label, count] of votes) if (count > (votes.get(winner) ?? 0)) winner = label;
    if (winner === labels[row]) right++;
  }
  return right / rows;
}
