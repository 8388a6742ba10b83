import type { SourceBlock } from "../src/sources";

export type Dtype = "f4" | "f2" | "i1";

/** Half precision (its 16 bits) to a number. */
function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The half nearest to a number, ties to even; beyond 65,504 infinity. */
export function toHalf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (size >= 65_520) return sign | 0x7c00;
  const exponent = Math.max(-14, Math.floor(Math.log2(size || 2 ** -24)));
  const step = 2 ** (exponent - 10);
  let units = Math.floor(size / step);
  const rest = size / step - units;
  if (rest > 0.5 || (rest === 0.5 && units & 1)) units++;
  // Units of the smallest exponent are the subnormals themselves; a carry runs on into the exponent, as it should.
  return sign | (exponent === -14 ? units : units + (exponent + 14) * 1024);
}

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
