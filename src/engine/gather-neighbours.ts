import { Best, type Neighbours } from "../numeric";
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
  return merged(answers, prefixes.length * own.length, count);
}

/** The best of several shards' answers to the same question. */
function merged(parts: Neighbours[], lists: number, count: number): Neighbours {
  if (parts.length === 1) return parts[0];
  const ids = new Int32Array(lists * count).fill(-1);
  const cosines = new Float32Array(lists * count);
  const best = new Best(count);
  for (let list = 0; list < lists; list++) {
    best.clear();
    for (const part of parts) {
      for (let i = list * count; i < (list + 1) * count && part.ids[i] >= 0; i++)
        best.offer(part.ids[i], part.cosines[i]);
    }
    ids.set(best.ids.subarray(0, best.count), list * count);
    cosines.set(best.scores.subarray(0, best.count), list * count);
  }
  return { ids, cosines };
}
