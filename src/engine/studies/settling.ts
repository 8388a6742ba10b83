import { neighbourBatches } from "../neighbour-batches";
import { standardPrefixes } from "../standard-prefixes";
import type { Study } from "./study";

const WANTED = 10;
/** Of ten neighbours so many must be the same. */
const LEAST_KEPT = 0.9;

export interface SettlingReport {
  /** Of every point the prefix at which it settles. */
  settles: Float32Array;
}

/**
 * Where each point settles: the smallest standard prefix from which on, in it and in all longer ones, at least nine of
 * its ten nearest neighbours by cosine are those of all dims.
 */
export const settling: Study<null, SettlingReport> = async (coordinator, _question, run) => {
  const { rows, dims } = coordinator;
  const prefixes = standardPrefixes(dims);
  const count = Math.min(WANTED, rows - 1);
  const settles = new Float32Array(rows).fill(dims);
  const own = Int32Array.from({ length: rows }, (_, row) => row);
  for await (const { own: some, lists } of neighbourBatches(coordinator, own, prefixes, count, run)) {
    for (let q = 0; q < some.length; q++) {
      const listOf = (p: number) =>
        lists.ids.subarray((p * some.length + q) * count, (p * some.length + q + 1) * count);
      const whole = new Set(listOf(prefixes.length - 1));
      for (let p = prefixes.length - 2; p >= 0; p--) {
        const kept = listOf(p).reduce((sum, row) => sum + Number(whole.has(row)), 0);
        if (kept < LEAST_KEPT * count - 1e-9) break;
        settles[some[q]] = prefixes[p];
      }
    }
  }
  return { settles };
};
