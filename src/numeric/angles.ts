import { Matrix, SVD } from "ml-matrix";
import { symmetricEigen } from "./symmetric-eigen";

/**
 * The principal angles between the spans of two sets of three orthonormal columns, each by its sine and its cosine, so
 * that small ones are told as well as large ones (Björck and Golub, 1973).
 *
 * @param a `shorter` × 3, row-major; padded with zeros to the length of b
 * @param b k × 3, row-major, k at least `shorter`
 * @returns three angles in radians, rising
 */
export function principalAngles(a: Float32Array, b: Float32Array): Float64Array {
  const dots = new Float64Array(9);
  for (let r = 0; r < a.length; r += 3) {
    for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) dots[i * 3 + j] += a[r + i] * b[r + j];
  }
  // What of b lies outside a: b − a(aᵀb).
  const rest = new Float64Array(9);
  const left = new Float64Array(3);
  for (let r = 0; r < b.length; r += 3) {
    for (let j = 0; j < 3; j++) {
      left[j] = b[r + j];
      if (r < a.length) for (let i = 0; i < 3; i++) left[j] -= a[r + i] * dots[i * 3 + j];
    }
    for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) rest[i * 3 + j] += left[i] * left[j];
  }
  const cosines = singularValues(dots);
  const { values } = symmetricEigen(rest, 3);
  return Float64Array.from([0, 1, 2], (i) => Math.atan2(Math.sqrt(Math.max(0, values[2 - i])), cosines[i]));
}

/**
 * How far the points of one cloud are from those of another once both are brought to radius 1 and the one is turned to
 * the other (orthogonal Procrustes: Schönemann, 1966): the root mean square distance, 0 … √2. Of two clouds this needs
 * only their cross product, so no point is moved.
 *
 * @param cross SᵀS′ ÷ (n − 1) of the scores, 3 × 3, row-major
 * @param square trace of SᵀS ÷ (n − 1): the variance along the three axes
 * @param other the same of S′
 */
export function movement(cross: Float64Array, square: number, other: number): number {
  const size = Math.sqrt(square * other);
  if (!(size > 0)) return 0;
  const together = singularValues(cross).reduce((sum, value) => sum + value, 0);
  return Math.sqrt(Math.max(0, 2 - (2 * together) / size));
}

function singularValues(matrix: Float64Array): number[] {
  const rows = [0, 3, 6].map((at) => Array.from(matrix.subarray(at, at + 3)));
  return new SVD(new Matrix(rows)).diagonal;
}
