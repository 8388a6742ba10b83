import type { ValueType } from "../../sources";

const WIDTHS = { f4: 4, f2: 2, i1: 1 } as const;
// Places of every point for the keyframes around the slider.
const BYTES_A_POINT = 12 * 24;

/** About how many bytes an open space takes: its vectors, the covariance of its dims, and the places of its points. */
export function memoryOf(rows: number, dims: number, type: ValueType): number {
  return rows * dims * WIDTHS[type] + 2 * dims * dims + rows * BYTES_A_POINT;
}
