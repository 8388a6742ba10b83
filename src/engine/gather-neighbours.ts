import { mergedLists, type NeighbourQuestion, type Neighbours } from "../numeric";
import { gatherVectors } from "./gather-vectors";
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
  const { shares } = shards;
  const queries = await gatherVectors(shards, own);
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
