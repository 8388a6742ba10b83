import { WIDTH } from "./block";

// A column that keeps less than this share of its square against those before it is lost in the rounding of f32.
const LEAST_SHARE = 1e-6;

/**
 * The 8 × 8 matrix X for which the columns of B·X are orthonormal and span what those of B do (Cholesky QR, in the form
 * of Gram–Schmidt on the coefficients). A column that depends on those before it becomes zero.
 *
 * @param gram BᵀB, 8 × 8, row-major
 * @returns X, row-major, and how many columns are not zero
 */
export function orthonormalizer(gram: Float64Array): { x: Float64Array; rank: number } {
  const x = new Float64Array(WIDTH * WIDTH);
  const at = (i: number, j: number) => i * WIDTH + j;
  let rank = 0;
  for (let j = 0; j < WIDTH; j++) {
    const column = new Float64Array(WIDTH);
    column[j] = 1;
    for (let pass = 0; pass < 2; pass++) {
      const image = times(gram, column);
      for (let i = 0; i < j; i++) {
        let dot = 0;
        for (let r = 0; r < WIDTH; r++) dot += x[at(r, i)] * image[r];
        for (let r = 0; r < WIDTH; r++) column[r] -= dot * x[at(r, i)];
      }
    }
    const image = times(gram, column);
    const square = column.reduce((sum, value, r) => sum + value * image[r], 0);
    if (!(square > LEAST_SHARE * gram[at(j, j)]) || !Number.isFinite(square)) continue;
    for (let r = 0; r < WIDTH; r++) x[at(r, j)] = column[r] / Math.sqrt(square);
    rank++;
  }
  return { x, rank };
}

function times(matrix: Float64Array, column: Float64Array): Float64Array {
  return column.map((_, r) => {
    let sum = 0;
    for (let c = 0; c < WIDTH; c++) sum += matrix[r * WIDTH + c] * column[c];
    return sum;
  });
}
