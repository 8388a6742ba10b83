import { mergedLists, type Neighbours } from "../numeric";
import type { ShardSet } from "./shard-set";

/** The nearest points of some points at each prefix over all shards: their vectors are fetched, then all are asked. */
export async function gatherNeighbours(
  shards: ShardSet,
  own: Int32Array,
  prefixes: number[],
  count: number,
): Promise<Neighbours> {
  const { dims, shares } = shards;
  const held = shares.map(({ first, rows }) => [...own.keys()].filter((i) => own[i] >= first && own[i] < first + rows));
  const parts = await shards.askEach("vectors", (shard) => ({
    rows: Int32Array.from(held[shard], (i) => own[i] - shares[shard].first),
  }));
  const queries = new Float32Array(own.length * dims);
  parts.forEach(({ vectors }, shard) => {
    held[shard].forEach((at, i) => {
      queries.set(vectors.subarray(i * dims, (i + 1) * dims), at * dims);
    });
  });
  const question = { queries, own, prefixes, count };
  const answers = await shards.askEach("neighbours", (shard) => ({ ...question, firstRow: shares[shard].first }));
  return mergedLists(answers, prefixes.length * own.length, count);
}
