import type { ShardSet } from "./shard-set";

/** ‖x[:k]‖² of every row, as the shards hold them. */
export async function gatherSquaredNorms(shards: ShardSet, rows: number, k: number): Promise<Float64Array> {
  const parts = await shards.askAll("squaredNorms", { k });
  const all = new Float64Array(rows);
  let at = 0;
  for (const { squares } of parts) {
    all.set(squares, at);
    at += squares.length;
  }
  return all;
}
