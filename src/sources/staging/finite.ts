import { said } from "../../i18n/said";
import type { Batch, SkippedRow, VectorValues } from "../table";

/** The first dimension of a row, counted from 0, whose value is NaN or infinite; −1 where all are numbers. */
export function firstNotFinite(values: VectorValues, row: number, dims: number): number {
  const from = row * dims;
  if (values instanceof Float32Array) {
    // x · 0 is 0 for every number and NaN for what is none: one sum tells of all.
    let sum = 0;
    for (let i = from; i < from + dims; i++) sum += values[i] * 0;
    if (sum === 0) return -1;
    for (let j = 0; j < dims; j++) if (!Number.isFinite(values[from + j])) return j;
  } else if (values instanceof Uint16Array) {
    // A half whose exponent is all ones.
    for (let j = 0; j < dims; j++) if ((values[from + j] & 0x7c00) === 0x7c00) return j;
  }
  return -1;
}

/**
 * The places in a batch of those rows that hold numbers alone.
 *
 * @param skip told of each that does not
 */
export function finiteRows({ rows, vectors }: Batch, dims: number, skip: (row: SkippedRow) => void): number[] {
  const good: number[] = [];
  for (let r = 0; r < rows.length; r++) {
    const at = vectors ? firstNotFinite(vectors, r, dims) : 0;
    if (at < 0) good.push(r);
    else
      skip({ row: rows[r], why: said("has a value in dimension {dim} that is not a finite number", { dim: at + 1 }) });
  }
  return good;
}
