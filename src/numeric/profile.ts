import type { ColumnValues } from "./columns";
import { halfToNumber } from "./kernels/scalar";

/**
 * Standard deviation (n − 1) and mean square of each column, in double.
 *
 * @param values columns × rows values, column after column
 * @param scales one factor per column, or null for ones
 */
export function columnMoments(
  values: ColumnValues,
  rows: number,
  scales: Float32Array | null,
): { std: Float64Array; meanSquare: Float64Array } {
  const columns = values.length / rows;
  const std = new Float64Array(columns);
  const meanSquare = new Float64Array(columns);
  const half = values instanceof Uint16Array;
  for (let j = 0; j < columns; j++) {
    const column = values.subarray(j * rows, (j + 1) * rows);
    const at = half ? (r: number) => halfToNumber(column[r]) : (r: number) => column[r];
    let sum = 0;
    for (let r = 0; r < rows; r++) sum += at(r);
    const mean = sum / rows;
    let squares = 0;
    for (let r = 0; r < rows; r++) squares += (at(r) - mean) ** 2;
    const scale = scales?.[j] ?? 1;
    std[j] = Math.sqrt(squares / Math.max(1, rows - 1)) * Math.abs(scale);
    meanSquare[j] = (squares / rows + mean * mean) * scale * scale;
  }
  return { std, meanSquare };
}
