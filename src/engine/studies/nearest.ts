import { neighbourBatches } from "../neighbour-batches";
import { sampleRows } from "../sample-rows";
import type { Study } from "./study";

/** What nearest rows are asked for. */
export interface NearestQuestion {
  /** How many points to ask for theirs: a seeded sample, the same in every space of so many rows. */
  queries: number;
  /** Rising. */
  prefixes: number[];
  /** Neighbours of each. */
  count: number;
}

/** The nearest rows of a sample of points at each prefix, by cosine: for each prefix queries × count ids. */
export const nearest: Study<NearestQuestion, Int32Array[]> = async (coordinator, question, run) => {
  const { rows } = coordinator;
  const sample = sampleRows(rows, question.queries);
  const count = Math.min(question.count, rows - 1);
  const lists = question.prefixes.map(() => new Int32Array(sample.length * count));
  let from = 0;
  for await (const { own, lists: found } of neighbourBatches(coordinator, sample, question.prefixes, count, run)) {
    const size = own.length * count;
    lists.forEach((list, p) => {
      list.set(found.ids.subarray(p * size, (p + 1) * size), from * count);
    });
    from += own.length;
  }
  return lists;
};
