import { type Estimate, Tally } from "../numeric";
import type { Coordinator } from "./coordinator";
import { Kept, Places } from "./kept";
import { neighbourBatches, type Pace } from "./neighbour-batches";
import { type QueryWish, queryRows } from "./query-rows";
import { vote } from "./vote";

/** What of the neighbours is asked. */
export interface RecallWish extends Pace {
  prefixes: number[];
  queries: QueryWish;
  /** Neighbours of each: for recall@1, @10 and @100 they are 1, 10, 100. */
  counts: number[];
  /** The category of every point, −1 for none: asks for the accuracy of a vote. */
  codes?: ArrayLike<number> | null | undefined;
}

/** What a prefix keeps of the neighbours. */
export interface PrefixRecall {
  prefix: number;
  /** recall@count, in the order of the counts; not a number where there are no more points than that. */
  recall: Estimate[];
  /** The share of queries whose category a vote of their ten nearest names; null where there are no categories. */
  accuracy: Estimate | null;
}

/** Recall of each prefix, and from how many queries. */
export interface RecallReport {
  queries: number;
  prefixes: PrefixRecall[];
}

const VOTERS = 10;

/**
 * recall@k of each prefix: the share of a point's nearest neighbours in all d dims, by cosine, that are among its
 * nearest in the prefix; the mean over the queries, with its 95 % interval (see `Tally`). And, of points that have a
 * category, how often ten of the nearest name it (see `vote`): the point itself has no voice (leave-one-out).
 */
export async function recallOf(coordinator: Coordinator, wish: RecallWish): Promise<RecallReport> {
  const { rows, dims } = coordinator;
  const { prefixes, counts, codes } = wish;
  const asked = [...new Set([...prefixes, dims])].sort((a, b) => a - b);
  const own = queryRows(rows, wish.queries);
  const length = Math.min(rows - 1, Math.max(...counts, codes ? VOTERS : 1));
  const kept = asked.map(() => new Kept(counts.map((count) => ({ within: count, of: count }))));
  const right = asked.map(() => new Tally());
  const places = new Places(rows);
  for await (const { own: some, lists } of neighbourBatches(coordinator, own, asked, length, wish)) {
    const listOf = (p: number, q: number) =>
      lists.ids.subarray((p * some.length + q) * length, (p * some.length + q + 1) * length);
    for (let q = 0; q < some.length; q++) {
      places.take(listOf(asked.length - 1, q));
      const code = codes?.[some[q]] ?? -1;
      asked.forEach((_, p) => {
        kept[p].add(listOf(p, q), places.of);
        if (codes && code >= 0) right[p].add(Number(vote(listOf(p, q).subarray(0, VOTERS), codes) === code));
      });
    }
  }
  const nothing = { mean: Number.NaN, low: Number.NaN, high: Number.NaN };
  return {
    queries: own.length,
    prefixes: prefixes.map((prefix) => {
      const p = asked.indexOf(prefix);
      const recall = kept[p].estimates.map((estimate, i) => (counts[i] < rows ? estimate : nothing));
      return { prefix, recall, accuracy: codes ? right[p].estimate : null };
    }),
  };
}
