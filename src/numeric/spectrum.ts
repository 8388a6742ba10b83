import { orthonormalize, seeded, WIDTH } from "./block";
import { smallEigen } from "./eigen";
import type { PrefixOperator } from "./operator";
import { type Ritz, SearchSpace } from "./search-space";
import { seedFromShorter } from "./seed";

/** The leading eigenpairs of the covariance of one prefix. */
export interface Spectrum {
  k: number;
  /** The eight leading eigenvalues (fewer if k is less), largest first; the first three are converged. */
  values: Float64Array;
  /** k × 8, row-major: their vectors, orthonormal; the first three are converged, the rest a good start for others. */
  vectors: Float32Array;
  /** k × 8, row-major: C·V, for a longer prefix to go on from. */
  images: Float32Array;
  /** Largest ‖Cv − λv‖ ÷ λ₁ of the three. */
  residual: number;
  /** Block products it took. */
  products: number;
  /** False if the cap on products was reached before the residual bound held. */
  converged: boolean;
}

/** Prefixes up to here are solved whole, by ml-pca. */
export const SMALL = 64;

const MOST_PRODUCTS = 400;
// ‖Cv − λv‖ ≤ BOUND·λ₁ always; where λ₃ and λ₄ are near each other also ≤ GAP_BOUND·(λ₃ − λ₄), which bounds the angle
// to the true subspace (Davis and Kahan, 1970: its sine is at most √3·GAP_BOUND); never less than FLOOR·λ₁, which is
// what f32 products can tell apart.
const BOUND = 8e-5;
const GAP_BOUND = 5e-4;
const FLOOR = 3e-6;
const LOOSE = 0.02;

/**
 * Leading eigenpairs of the covariance of a prefix: whole and exact up to 64 dims. Above by Rayleigh–Ritz in a space
 * that grows, a block product at a time, by what the eight best of it leave over: a block Lanczos method with restarts
 * (Golub and Underwood, 1977; the form that begins at any block is Davidson's without a preconditioner).
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
  const images = block.map((value, i) => value * (values[i % WIDTH] ?? 0));
  const leading = values.slice(0, kept).map((value) => Math.max(0, value));
  return { k, values: leading, vectors: block, images, residual: 0, products, converged: true };
}

async function iteratedSpectrum(
  operator: PrefixOperator,
  start: Spectrum | null,
  signal?: AbortSignal,
): Promise<Spectrum> {
  const { k } = operator;
  const space = await SearchSpace.take(k);
  try {
    signal?.throwIfAborted();
    let products = 1;
    if (!start || !seedFromShorter(space, operator, start)) {
      const v = startBlock(k, start);
      orthonormalize(v, k);
      space.add(v, await operator.apply(v));
    }
    for (;;) {
      signal?.throwIfAborted();
      const ritz = space.ritz();
      const { values, vectors, images } = ritz;
      const rest = leftOver(ritz, k);
      const norms = columnNorms(rest, k);
      const residual = Math.max(norms[0], norms[1], norms[2]);
      const first = Math.max(values[0], 0);
      const bound = Math.max(FLOOR * first, Math.min(BOUND * first, GAP_BOUND * (values[2] - values[3])));
      const converged = residual <= bound && othersStayBelow(values, norms);
      if (converged || products >= MOST_PRODUCTS) {
        const relative = first > 0 ? residual / first : 0;
        const clipped = values.map((value) => Math.max(0, value));
        return { k, values: clipped, vectors, images, residual: relative, products, converged };
      }
      if (space.full) space.restart(ritz);
      const next = space.orthonormal(rest);
      space.add(next, await operator.apply(next));
      products++;
    }
  } finally {
    space.release();
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

/** CV − VΛ, k × 8: what keeps the vectors from being eigenvectors. */
function leftOver({ values, vectors, images }: Ritz, k: number): Float32Array {
  const rest = new Float32Array(k * WIDTH);
  for (let i = 0; i < rest.length; i++) rest[i] = images[i] - values[i % WIDTH] * vectors[i];
  return rest;
}

function columnNorms(block: Float32Array, k: number): Float64Array {
  const squares = new Float64Array(WIDTH);
  for (let i = 0; i < k * WIDTH; i++) squares[i % WIDTH] += block[i] * block[i];
  return squares.map(Math.sqrt);
}

/**
 * Whether none of the five others can still rise above the third: within ‖Cv − λv‖ of λ lies an eigenvalue, and where
 * the new dims know nothing of the old it may be the largest of all. One as near as LOOSE is told by its own residual.
 */
function othersStayBelow(values: Float64Array, norms: Float64Array): boolean {
  for (let i = 3; i < WIDTH; i++) {
    if (norms[i] > Math.max(values[2] - values[i], LOOSE * values[0])) return false;
  }
  return true;
}
