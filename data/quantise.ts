import { shared } from "./vocabulary";

/** A space in one byte a value: value = values · scale, column-major. */
export interface Quantised {
  rows: number;
  dims: number;
  /** dims × rows, in −127 … 127. */
  values: Int8Array;
  /** One a dim: its largest magnitude ÷ 127. */
  scale: Float32Array;
}

/** Rounds every value of a column-major space to the nearest of its column's 255 levels: the error is ≤ scale ÷ 2. */
export function quantise(columns: Float32Array, rows: number): Quantised {
  const dims = columns.length / rows;
  const values = shared(Int8Array, columns.length);
  const scale = shared(Float32Array, dims);
  for (let j = 0; j < dims; j++) {
    const column = columns.subarray(j * rows, (j + 1) * rows);
    let largest = 0;
    for (const value of column) largest = Math.max(largest, Math.abs(value));
    // A column of zeros keeps a scale that divides.
    scale[j] = largest > 0 ? largest / 127 : 1;
    for (let r = 0; r < rows; r++) {
      values[j * rows + r] = Math.max(-127, Math.min(127, Math.round(column[r] / scale[j])));
    }
  }
  return { rows, dims, values, scale };
}

/** Standard deviation of each dim (n − 1), of the values as they are shipped. */
export function stdPerDim({ rows, dims, values, scale }: Quantised): Float64Array {
  return Float64Array.from({ length: dims }, (_, j) => {
    const column = values.subarray(j * rows, (j + 1) * rows);
    let sum = 0;
    for (const value of column) sum += value;
    const mean = sum / rows;
    let square = 0;
    for (const value of column) square += (value - mean) ** 2;
    return Math.sqrt(square / (rows - 1)) * scale[j];
  });
}
