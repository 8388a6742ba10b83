import { mergedLists, type NeighbourQuestion, type Neighbours } from "../numeric";
import type { ShardSet } from "./shard-set";

/** How the nearest are sought. */
export interface SearchOptions {
  /** What an index stores; single precision by default. */
  precision?: NeighbourQuestion["precision"];
  /** Pieces of its rows that each shard is asked for, one after the other. */
  pieces?: number;
  /** Awaited between two pieces. */
  pause?: () => Promise<void>;
}

/** The nearest points of some points at each prefix over all shards: their vectors are fetched, then all are asked. */
export async function gatherNeighbours(
  shards: ShardSet,
  own: Int32Array,
  prefixes: number[],
  count: number,
  { precision, pieces = 1, pause }: SearchOptions = {},
): Promise<Neighbours> {
  const { dims, shares } = shards;
  const held = shares.map(({ first, rows }) => [...own.keys()].filter((i) => own[i] >= first && own[i] < first + rows));
  const vectors = await shards.askEach("vectors", (shard) => ({
    rows: Int32Array.from(held[shard], (i) => own[i] - shares[shard].first),
  }));
  const queries = new Float32Array(own.length * dims);
  vectors.forEach(({ vectors }, shard) => {
    held[shard].forEach((at, i) => {
      queries.set(vectors.subarray(i * dims, (i + 1) * dims), at * dims);
    });
  });
  const question = { queries, own, prefixes, count, precision };
  const parts: Neighbours[] = [];
  for (let piece = 0; piece < pieces; piece++) {
    if (piece > 0) await pause?.();
    const answers = await shards.askEach("neighbours", (shard) => {
      const { first, rows } = shares[shard];
      const upTo = (end: number) => Math.floor((end * rows) / pieces);
      return { ...question, firstRow: first, range: { from: upTo(piece), to: upTo(piece + 1) } };
    });
    parts.push(...answers);
  }
  return mergedLists(parts, prefixes.length * own.length, count);
}
