import { fromHalf, singleToHalf } from "../half";
import type { SourceBlock } from "../source";
import { quantised } from "../staging/column-store";
import type { ValueType } from "../table";

type Values = SourceBlock["values"];

/**
 * Some rows of a block of columns, in a type that is as wide as theirs or narrower. In their own they stay as they are,
 * bit for bit.
 *
 * @param from the type of the block
 * @param rows which rows, rising; null for all
 * @param count rows of the block
 */
export function narrowed(
  { values, scales }: SourceBlock,
  from: ValueType,
  to: ValueType,
  rows: Int32Array | null,
  count: number,
): SourceBlock {
  const kept = rows ? picked(values, rows, count) : values;
  if (from === to) return { values: kept, scales };
  if (to === "i1") return quantised(kept, rows?.length ?? count);
  if (to === "f2") return { values: Uint16Array.from(kept, singleToHalf), scales: null };
  // Wider than they were: half precision, as single.
  return { values: Float32Array.from(kept, fromHalf), scales: null };
}

function picked(values: Values, rows: Int32Array, count: number): Values {
  const columns = values.length / count;
  const Type = values.constructor as new (length: number) => Values;
  const part = new Type(columns * rows.length);
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < rows.length; i++) part[j * rows.length + i] = values[j * count + rows[i]];
  }
  return part;
}
