import type { ColumnValues } from "../numeric";

/** How many of `rows` rows each of `shards` shards holds: as even as they go. */
export function dealRows(rows: number, shards: number): number[] {
  const upTo = (i: number) => Math.floor((i * rows) / shards);
  return Array.from({ length: shards }, (_, i) => upTo(i + 1) - upTo(i));
}

/** A copy of the rows first … first + own of every column: it is moved to its shard, and may have to be sent again. */
export function sliceRows(values: ColumnValues, rows: number, first: number, own: number): ColumnValues {
  if (own === rows) return values.slice();
  const count = values.length / rows;
  const Type = values.constructor as new (length: number) => ColumnValues;
  const part = new Type(count * own);
  for (let j = 0; j < count; j++) part.set(values.subarray(j * rows + first, j * rows + first + own), j * own);
  return part;
}
