import { blockGram, orthonormalize, rotateBlock, seeded, WIDTH } from "./block";
import { smallEigen } from "./eigen";
import type { PrefixOperator } from "./operator";

/** The leading eigenpairs of the covariance of one prefix. */
export interface Spectrum {
  k: number;
  /** The eight leading eigenvalues (fewer if k is less), largest first; the first three are converged. */
  values: Float64Array;
  /** k × 8, row-major: their vectors, orthonormal; the first three are converged, the rest a good start for others. */
  vectors: Float32Array;
  /** Largest ‖Cv − λv‖ ÷ λ₁ of the three. */
  residual: number;
  /** Block products it took. */
  products: number;
  /** False if the cap on products was reached before the residual bound held. */
  converged: boolean;
}

/** Prefixes up to here are solved whole, by ml-pca. */
export const SMALL = 64;

const DEGREE = 6;
const MOST_PRODUCTS = 400;
// ‖Cv − λv‖ ≤ BOUND·λ₁ always; where λ₃ and λ₄ are near each other also ≤ GAP_BOUND·(λ₃ − λ₄), which bounds the angle
// to the true subspace (Davis and Kahan, 1970); never less than FLOOR·λ₁, which is what f32 products can tell apart.
const BOUND = 2e-5;
const GAP_BOUND = 3e-4;
const FLOOR = 3e-6;

/**
 * Leading eigenpairs of the covariance of a prefix: whole and exact up to 64 dims, above by Chebyshev-filtered subspace
 * iteration with a Rayleigh–Ritz step each round (Zhou, Saad, Tiago and Chelikowsky, 2006).
 *
 * @param start the answer for a shorter prefix, whose vectors padded with zeros are the first guess; without it, a
 *   seeded random block
 * @param signal stops the work between two products, by throwing its reason
 */
export function leadingSpectrum(
  operator: PrefixOperator,
  start: Spectrum | null,
  signal?: AbortSignal,
): Promise<Spectrum> {
  return operator.k <= SMALL ? wholeSpectrum(operator) : iteratedSpectrum(operator, start, signal);
}

async function wholeSpectrum(operator: PrefixOperator): Promise<Spectrum> {
  const { k } = operator;
  const matrix = new Float64Array(k * k);
  let products = 0;
  for (let first = 0; first < k; first += WIDTH, products++) {
    const count = Math.min(WIDTH, k - first);
    const unit = new Float32Array(k * WIDTH);
    for (let j = 0; j < count; j++) unit[(first + j) * WIDTH + j] = 1;
    const image = await operator.apply(unit);
    for (let r = 0; r < k; r++) for (let j = 0; j < count; j++) matrix[r * k + first + j] = image[r * WIDTH + j];
  }
  const { values, vectors } = smallEigen(matrix, k);
  const kept = Math.min(WIDTH, k);
  const block = new Float32Array(k * WIDTH);
  for (let r = 0; r < k; r++) for (let j = 0; j < kept; j++) block[r * WIDTH + j] = vectors[r * k + j];
  const leading = values.slice(0, kept).map((value) => Math.max(0, value));
  return { k, values: leading, vectors: block, residual: 0, products, converged: true };
}

async function iteratedSpectrum(
  operator: PrefixOperator,
  start: Spectrum | null,
  signal?: AbortSignal,
): Promise<Spectrum> {
  const { k } = operator;
  const v = startBlock(k, start);
  let products = 0;
  for (;;) {
    signal?.throwIfAborted();
    orthonormalize(v, k);
    const w = await operator.apply(v);
    products++;
    const { values, vectors } = smallEigen(blockGram(v, w, k), WIDTH);
    rotateBlock(v, vectors, k);
    rotateBlock(w, vectors, k);
    const residual = largestResidual(v, w, values, k);
    const first = Math.max(values[0], 0);
    const bound = Math.max(FLOOR * first, Math.min(BOUND * first, GAP_BOUND * (values[2] - values[3])));
    const converged = residual <= bound;
    if (converged || products >= MOST_PRODUCTS) {
      const relative = first > 0 ? residual / first : 0;
      const clipped = values.map((value) => Math.max(0, value));
      return { k, values: clipped, vectors: v, residual: relative, products, converged };
    }
    products += await filter(operator, v, w, values);
  }
}

function startBlock(k: number, start: Spectrum | null): Float32Array {
  const v = new Float32Array(k * WIDTH);
  if (start) {
    v.set(start.vectors.subarray(0, Math.min(start.k, k) * WIDTH));
    return v;
  }
  const random = seeded(1);
  for (let i = 0; i < v.length; i++) v[i] = random() - 0.5;
  return v;
}

function largestResidual(v: Float32Array, w: Float32Array, values: Float64Array, k: number): number {
  let largest = 0;
  for (let j = 0; j < 3; j++) {
    let sum = 0;
    for (let r = 0; r < k; r++) {
      const gap = w[r * WIDTH + j] - values[j] * v[r * WIDTH + j];
      sum += gap * gap;
    }
    largest = Math.max(largest, Math.sqrt(sum));
  }
  return largest;
}

/**
 * V ← p(C)·V, with p the scaled Chebyshev polynomial that stays small on [0, λ₈] and grows fastest above it.
 *
 * @param w C·V
 * @returns how many block products it took
 */
async function filter(
  operator: PrefixOperator,
  v: Float32Array,
  w: Float32Array,
  values: Float64Array,
): Promise<number> {
  const first = values[0];
  const high = Math.max(values[WIDTH - 1], 1e-3 * first);
  const center = high / 2;
  const half = high / 2;
  const sigmaFirst = half / (first - center);
  let sigma = sigmaFirst;
  let before = v.slice();
  let now = new Float32Array(v.length);
  for (let i = 0; i < v.length; i++) now[i] = ((w[i] - center * v[i]) * sigma) / half;
  for (let degree = 2; degree <= DEGREE; degree++) {
    const next = 1 / (2 / sigmaFirst - sigma);
    const image = await operator.apply(now);
    for (let i = 0; i < v.length; i++) {
      before[i] = (2 * (image[i] - center * now[i]) * next) / half - sigma * next * before[i];
    }
    [before, now] = [now, before];
    sigma = next;
  }
  v.set(now);
  return DEGREE - 1;
}
