import { neighbourBatches } from "../neighbour-batches";
import type { Study } from "./study";

/** Whose nearest points are asked for. */
export interface ListsQuestion {
  rows: Int32Array;
  /** Rising. */
  prefixes: number[];
  /** Neighbours of each. */
  count: number;
}

/** The nearest points of some points at each prefix, nearest first, and their cosines: prefixes × rows × count. */
export interface Lists {
  /** −1 where there are fewer. */
  ids: Int32Array;
  cosines: Float32Array;
}

/** The nearest points of the points that are asked for, by cosine, at each prefix. */
export const lists: Study<ListsQuestion, Lists> = async (coordinator, { rows, prefixes, count }, run) => {
  const ids = new Int32Array(prefixes.length * rows.length * count);
  const cosines = new Float32Array(ids.length);
  let from = 0;
  for await (const { own, lists: found } of neighbourBatches(coordinator, rows, prefixes, count, run)) {
    const size = own.length * count;
    for (let p = 0; p < prefixes.length; p++) {
      const at = (p * rows.length + from) * count;
      ids.set(found.ids.subarray(p * size, (p + 1) * size), at);
      cosines.set(found.cosines.subarray(p * size, (p + 1) * size), at);
    }
    from += own.length;
  }
  return { ids, cosines };
};
