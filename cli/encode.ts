import { fromHalf, type SourceBlock, toHalf } from "../src/sources";

export { toHalf };

export type Dtype = "f4" | "f2" | "i1";

/** One column of a block, of the rows that are wanted, in double. */
export function columnOf(
  { values, scales }: SourceBlock,
  rows: number,
  column: number,
  wanted: Int32Array,
): Float64Array {
  const scale = scales?.[column] ?? 1;
  const at = column * rows;
  if (values instanceof Uint16Array) return Float64Array.from(wanted, (row) => fromHalf(values[at + row]));
  return Float64Array.from(wanted, (row) => values[at + row] * scale);
}

/** A column in the type it is kept in, and the scale that brings int8 codes back (largest magnitude ÷ 127). */
export function encode(column: Float64Array, dtype: Dtype): { bytes: Uint8Array; scale: number } {
  if (dtype === "f4") return { bytes: new Uint8Array(Float32Array.from(column).buffer), scale: 1 };
  if (dtype === "f2") return { bytes: new Uint8Array(Uint16Array.from(column, toHalf).buffer), scale: 1 };
  let largest = 0;
  for (const value of column) largest = Math.max(largest, Math.abs(value));
  const scale = Math.fround(largest / 127);
  const codes = Int8Array.from(column, (value) =>
    scale > 0 ? Math.max(-127, Math.min(127, Math.round(value / scale))) : 0,
  );
  return { bytes: new Uint8Array(codes.buffer), scale };
}
