import { Matrix, SVD } from "ml-matrix";
import { WIDTH } from "./block";
import type { Spectrum } from "./spectrum";

/** For each of the three leading vectors (k × 8, row-major) the sign that makes its largest entry positive. */
function axisSigns(vectors: Float32Array, k: number): number[] {
  return [0, 1, 2].map((c) => {
    let peak = 0;
    for (let r = 0; r < k; r++) {
      const value = vectors[r * WIDTH + c];
      if (Math.abs(value) > Math.abs(peak)) peak = value;
    }
    return peak < 0 ? -1 : 1;
  });
}

/**
 * The principal axes of a spectrum with their signs set: the entry of largest magnitude of each is positive.
 *
 * @returns k × 3, row-major
 */
export function principalAxes({ vectors, k }: Spectrum): Float32Array {
  const signs = axisSigns(vectors, k);
  const axes = new Float32Array(k * 3);
  for (let r = 0; r < k; r++) for (let c = 0; c < 3; c++) axes[r * 3 + c] = signs[c] * vectors[r * WIDTH + c];
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
 * The same up to a factor, without the points: the scores' cross product is (n − 1)·AᵀCA′, and what C makes of the
 * principal axes A is known already.
 *
 * @param spectrum whose principal axes they are
 * @param before axes of a shorter prefix, `shorter` × 3, row-major
 */
export function crossOfAxes({ vectors, images, k }: Spectrum, before: Float32Array, shorter: number): Float64Array {
  const signs = axisSigns(vectors, k);
  const cross = new Float64Array(9);
  for (let r = 0; r < shorter; r++) {
    for (let i = 0; i < 3; i++) {
      const image = signs[i] * images[r * WIDTH + i];
      for (let j = 0; j < 3; j++) cross[i * 3 + j] += image * before[r * 3 + j];
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

/**
 * Scores of the same points brought as near to others as turning, mirroring and one scale can: orthogonal Procrustes,
 * both at equal root mean square.
 *
 * @param scores n × 3, row-major, centred
 * @param towards n × 3, the same points in the same order
 * @returns the scores turned (their size kept), and the residual: root mean square distance of the points, where each
 *   cloud has a root mean square radius of 1; 0 where they coincide, √2 where they have nothing in common
 */
export function alignedScores(scores: Float32Array, towards: Float32Array): { scores: Float32Array; residual: number } {
  const answer = turned(scores, procrustes(crossOfScores(scores, towards)));
  let [square, other, dot] = [0, 0, 0];
  for (let i = 0; i < answer.length; i++) {
    square += answer[i] ** 2;
    other += towards[i] ** 2;
    dot += answer[i] * towards[i];
  }
  const cosine = square > 0 && other > 0 ? dot / Math.sqrt(square * other) : 0;
  return { scores: answer, residual: Math.sqrt(Math.max(0, 2 - 2 * cosine)) };
}

function determinant([a, b, c, d, e, f, g, h, i]: Float64Array): number {
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}
