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

/** SᵀS′ for the scores of two frames of the same n points (n × 3, row-major): 3 × 3, row-major. */
export function crossOfScores(scores: Float32Array, before: Float32Array): Float64Array {
  const cross = new Float64Array(9);
  for (let r = 0; r < scores.length; r += 3) {
    for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) cross[i * 3 + j] += scores[r + i] * before[r + j];
  }
  return cross;
}

/**
 * The same up to a factor, without the points: the scores' cross product is (n − 1)·AᵀCA′.
 *
 * @param axes k × 3, row-major
 * @param before `shorter` × 3, row-major, `shorter` ≤ k
 */
export function crossOfAxes(
  covariance: Covariance,
  axes: Float32Array,
  k: number,
  before: Float32Array,
  shorter: number,
): Float64Array {
  const block = new Float32Array(shorter * WIDTH);
  for (let r = 0; r < shorter; r++) block.set(before.subarray(r * 3, r * 3 + 3), r * WIDTH);
  const image = new Float32Array(k * WIDTH);
  covariance.apply(k, shorter, block, image);
  const cross = new Float64Array(9);
  for (let r = 0; r < k; r++) {
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) cross[i * 3 + j] += axes[r * 3 + i] * image[r * WIDTH + j];
    }
  }
  return cross;
}

/**
 * The orthogonal 3 × 3 matrix, reflections allowed, that brings one set of scores closest to another: UWᵀ of the
 * singular value decomposition UΣWᵀ of their cross product (orthogonal Procrustes: Schönemann, 1966).
 *
 * @param cross 3 × 3, row-major
 * @returns 3 × 3, row-major; the unit matrix where the cross product does not tell
 */
export function procrustes(cross: Float64Array): Float64Array {
  const rows = [0, 3, 6].map((at) => Array.from(cross.subarray(at, at + 3)));
  const svd = new SVD(new Matrix(rows));
  const turn = Float64Array.from(svd.leftSingularVectors.mmul(svd.rightSingularVectors.transpose()).to1DArray());
  const whole = turn.every(Number.isFinite) && Math.abs(Math.abs(determinant(turn)) - 1) < 1e-6;
  return whole ? turn : Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
}

/** Axes (k × 3) or scores (n × 3), row-major, turned by a 3 × 3 matrix. */
export function turned(rows: Float32Array, turn: Float64Array): Float32Array {
  const out = new Float32Array(rows.length);
  for (let r = 0; r < rows.length; r += 3) {
    for (let j = 0; j < 3; j++) out[r + j] = rows[r] * turn[j] + rows[r + 1] * turn[3 + j] + rows[r + 2] * turn[6 + j];
  }
  return out;
}

function determinant([a, b, c, d, e, f, g, h, i]: Float64Array): number {
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}
