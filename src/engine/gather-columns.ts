import type { ColumnValues } from "../numeric";
import type { ColumnBlock } from "./protocol";
import type { ShardSet } from "./shard-set";

/**
 * The columns from … to of all rows as the source gave them, bit for bit: in their own type, column after column, with
 * their scales where they are int8.
 *
 * @param gain the power of two that the shards' scales hold besides
 */
export async function gatherColumns(shards: ShardSet, from: number, to: number, gain: number): Promise<ColumnBlock> {
  const parts = await shards.askAll("columns", { from, to });
  const Type = parts[0].values.constructor as new (length: number) => ColumnValues;
  const values = new Type(shards.rows * (to - from));
  shards.shares.forEach(({ first, rows }, shard) => {
    for (let j = 0; j < to - from; j++) {
      values.set(parts[shard].values.subarray(j * rows, (j + 1) * rows), j * shards.rows + first);
    }
  });
  // Half the types need none: what they are multiplied by is the gain alone.
  return { values, scales: values instanceof Int8Array ? parts[0].scales.map((scale) => scale / gain) : null };
}
