import { Matrix, SVD } from "ml-matrix";
import { WIDTH } from "./block";
import type { Covariance } from "./covariance";

/**
 * The principal axes of a spectrum with their signs set: the entry of largest magnitude of each is positive.
 *
 * @param vectors k × 8, row-major
 * @returns k × 3, row-major
 */
export function principalAxes(vectors: Float32Array, k: number): Float32Array {
  const axes = new Float32Array(k * 3);
  for (let c = 0; c < 3; c++) {
    let peak = 0;
    for (let r = 0; r < k; r++) {
      const value = vectors[r * WIDTH + c];
      if (Math.abs(value) > Math.abs(peak)) peak = value;
    }
    const sign = peak < 0 ? -1 : 1;
    for (let r = 0; r < k; r++) axes[r * 3 + c] = sign * vectors[r * WIDTH + c];
  }
  return axes;
}

/**
 * Turns the axes of k dims by the orthogonal 3 × 3 matrix, reflections allowed, that brings their scores closest to
 * those of the axes of fewer dims (orthogonal Procrustes: Schönemann, 1966). The scores' cross product SᵀS' is
 * (n − 1)·AᵀCA', so the points themselves are not needed.
 *
 * @param axes k × 3, row-major
 * @param towards `before` × 3, row-major, `before` ≤ k
 * @returns k × 3, row-major
 */
export function alignAxes(
  covariance: Covariance,
  axes: Float32Array,
  k: number,
  towards: Float32Array,
  before: number,
): Float32Array {
  const block = new Float32Array(before * WIDTH);
  for (let r = 0; r < before; r++) block.set(towards.subarray(r * 3, r * 3 + 3), r * WIDTH);
  const image = new Float32Array(k * WIDTH);
  covariance.apply(k, before, block, image);
  const cross = Matrix.zeros(3, 3);
  for (let r = 0; r < k; r++) {
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) cross.set(i, j, cross.get(i, j) + axes[r * 3 + i] * image[r * WIDTH + j]);
    }
  }
  const turn = procrustes(cross);
  const turned = new Float32Array(k * 3);
  for (let r = 0; r < k; r++) {
    for (let j = 0; j < 3; j++) {
      let sum = 0;
      for (let i = 0; i < 3; i++) sum += axes[r * 3 + i] * turn.get(i, j);
      turned[r * 3 + j] = sum;
    }
  }
  return turned;
}

/** The orthogonal matrix nearest to a 3 × 3 cross product: UWᵀ of its singular value decomposition UΣWᵀ. */
function procrustes(cross: Matrix): Matrix {
  const svd = new SVD(cross);
  const turn = svd.leftSingularVectors.mmul(svd.rightSingularVectors.transpose());
  const whole = turn.to2DArray().flat().every(Number.isFinite) && Math.abs(Math.abs(determinant(turn)) - 1) < 1e-6;
  return whole ? turn : Matrix.eye(3);
}

function determinant(m: Matrix): number {
  const [[a, b, c], [d, e, f], [g, h, i]] = m.to2DArray();
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}
