import { type Interval, meanInterval, Tally } from "../../numeric";
import type { Coordinator } from "../coordinator";
import { nearest } from "./nearest";
import type { Study } from "./study";

/** What the nearest rows of this space are held against. */
export interface AgreementQuestion {
  k: number;
  queries: number;
  count: number;
  /** What `nearest` answered for the other space at its own k: queries × count. */
  other: Int32Array;
  /** The same at all dims of the other; null where it is made of the dims of this one, and so has this one's. */
  otherWhole: Int32Array | null;
}

/** Means over the queries, each a share 0 … 1 of `count`. */
export interface Agreement {
  /** Of the nearest at k, how many the two spaces have in common. */
  overlap: Interval;
  /** recall of this space's prefix against all its dims. */
  recall: Interval;
  /** recall of the other's prefix against all its own. */
  otherRecall: Interval;
  /** The other's recall less this one's, query by query. */
  difference: Interval;
}

// The nearest at all dims do not change with k, and cost the most.
const whole = new WeakMap<Coordinator, { key: string; list: Int32Array }>();

/** Neighbour overlap of two spaces at k, and the recall of both. */
export const agreement: Study<AgreementQuestion, Agreement> = async (coordinator, question, run) => {
  const { k, queries, count, other } = question;
  const { dims, rows } = coordinator;
  const key = `${queries} ${count}`;
  const known = whole.get(coordinator);
  const asked = known?.key === key || k === dims ? [k] : [k, dims];
  const lists = await nearest(coordinator, { queries, count, prefixes: asked }, run);
  const all = known?.key === key ? known.list : lists[lists.length - 1];
  whole.set(coordinator, { key, list: all });
  const width = Math.min(count, rows - 1);
  const own = sharedShares(lists[0], all, width);
  const theirs = sharedShares(other, question.otherWhole ?? all, width);
  return {
    overlap: shareInterval(sharedShares(lists[0], other, width)),
    recall: shareInterval(own),
    otherRecall: shareInterval(theirs),
    difference: meanInterval(theirs.map((share, i) => share - own[i])),
  };
};

/** Of each query's `count` ids in one list of lists, the share that is among those of the other. */
export function sharedShares(one: Int32Array, other: Int32Array, count: number): Float64Array {
  return Float64Array.from({ length: one.length / count }, (_, q) => {
    const others = new Set(other.subarray(q * count, (q + 1) * count));
    let shared = 0;
    for (let i = q * count; i < (q + 1) * count; i++) if (others.has(one[i])) shared++;
    return shared / count;
  });
}

/** The mean of the queries' shares, with the interval that recall has everywhere on the page (see `Tally`). */
export function shareInterval(shares: Float64Array): Interval {
  const tally = new Tally();
  for (const share of shares) tally.add(share);
  return tally.estimate;
}
