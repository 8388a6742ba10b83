import type { SkippedRow, VectorValues } from "../../src/sources/table";

/**
 * Which rows of a batch hold finite numbers alone.
 *
 * @param vectors rows × dims, row after row
 * @param skip told of each that does not
 * @returns their places in the batch
 */
export function finiteRows(
  rows: Float64Array,
  vectors: VectorValues,
  dims: number,
  skip: (row: SkippedRow) => void,
): Int32Array {
  const good = new Int32Array(rows.length);
  let count = 0;
  for (let r = 0; r < rows.length; r++) {
    const bad = firstBad(vectors, r * dims, dims);
    if (bad < 0) good[count++] = r;
    else skip({ row: rows[r], why: `dimension ${bad + 1} is not a finite number` });
  }
  return good.subarray(0, count);
}

function firstBad(vectors: VectorValues, from: number, dims: number): number {
  if (vectors instanceof Int8Array) return -1;
  if (vectors instanceof Uint16Array) {
    for (let j = 0; j < dims; j++) if ((vectors[from + j] & 0x7c00) === 0x7c00) return j;
    return -1;
  }
  // Zero times a finite number is zero: one sum tells of a whole row.
  let sum = 0;
  for (let j = from; j < from + dims; j++) sum += vectors[j] * 0;
  return sum === 0 ? -1 : vectors.subarray(from, from + dims).findIndex((value) => !Number.isFinite(value));
}
