import type { Estimate, Precision } from "../../numeric";
import { Kept, Places } from "../kept";
import { neighbourBatches } from "../neighbour-batches";
import { type QueryWish, queryRows } from "../query-rows";
import { standardPrefixes } from "../standard-prefixes";
import type { Study } from "./study";

/** Lengths of a shortlist: ten times 1, 2, 4 … 32. */
export const SHORTLISTS = [10, 20, 40, 80, 160, 320];
export const PRECISIONS: Precision[] = ["f32", "f16", "i8", "bit"];
const WANTED = 10;
const WEIGHTS: Record<Precision, number> = { f32: 1, f16: 2, i8: 2, bit: 1 };

/** What an index of some precision over a prefix finds. */
export interface StoredRecall {
  precision: Precision;
  prefix: number;
  /**
   * recall@10 with a shortlist of each length that is then ranked by the full vectors: the share of the true ten that
   * are in it. A shortlist of ten is the index alone.
   */
  recall: Estimate[];
}

export interface StorageReport {
  queries: number;
  shortlists: number[];
  /** By precision, then by prefix. */
  cells: StoredRecall[];
}

export interface StorageQuestion {
  queries: QueryWish;
  /** Rising; the standard ones where it is left out. All dims are measured besides. */
  prefixes?: number[];
  /** All where it is left out. Single precision is measured besides. */
  precisions?: Precision[];
}

/** recall@10 of some prefixes in some precisions, alone and as the first of two passes. */
export const storage: Study<StorageQuestion, StorageReport> = async (coordinator, question, run) => {
  const { rows, dims } = coordinator;
  const prefixes = question.prefixes
    ? [...question.prefixes.filter((prefix) => prefix < dims), dims]
    : standardPrefixes(dims);
  const wanted = question.precisions ?? PRECISIONS;
  const precisions = PRECISIONS.filter((precision) => precision === "f32" || wanted.includes(precision));
  const own = queryRows(rows, question.queries);
  const shortlists = SHORTLISTS.filter((length) => length < rows);
  const length = Math.min(rows - 1, Math.max(WANTED, ...shortlists));
  const of = Math.min(WANTED, rows - 1);
  const measures = (shortlists.length > 0 ? shortlists : [of]).map((within) => ({ within, of }));
  const truth = new Map<number, Int32Array>();
  const places = new Places(rows);
  const cells: StoredRecall[] = [];
  // Single precision goes first: its lists at all dims are what the others are held against. Work is about the prefixes'
  // sum where they are rounded anew, and about the last prefix where they are not.
  const weights = precisions.map((precision) => WEIGHTS[precision]);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let done = 0;
  for (const [i, precision] of precisions.entries()) {
    const kept = prefixes.map(() => new Kept(measures));
    const progress = (share: number) => run.progress((done + share * weights[i]) / total);
    const batches = neighbourBatches(coordinator, own, prefixes, length, { pause: run.pause, progress }, precision);
    for await (const { own: some, lists } of batches) {
      for (let q = 0; q < some.length; q++) {
        const listOf = (p: number) => {
          const at = (p * some.length + q) * length;
          return lists.ids.subarray(at, at + length);
        };
        if (precision === "f32") truth.set(some[q], listOf(prefixes.length - 1).slice(0, of));
        places.take(truth.get(some[q]) as Int32Array);
        prefixes.forEach((_, p) => {
          kept[p].add(listOf(p), places.of);
        });
      }
    }
    done += weights[i];
    prefixes.forEach((prefix, p) => {
      cells.push({ precision, prefix, recall: kept[p].estimates });
    });
  }
  return { queries: own.length, shortlists: measures.map(({ within }) => within), cells };
};
