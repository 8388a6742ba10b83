import { orthonormalize, WIDTH } from "./block";
import type { PrefixOperator } from "./operator";
import type { SearchSpace } from "./search-space";
import type { Spectrum } from "./spectrum";

/**
 * Begins a search space with what is known of a shorter prefix: its eight vectors, and how the new dims answer to them.
 * Of the covariance only the new rows and the new columns are read.
 *
 * @returns false, and adds nothing, where that cannot be done
 */
export function seedFromShorter(space: SearchSpace, operator: PrefixOperator, start: Spectrum): boolean {
  const { k, beyond } = operator;
  const shorter = start.k;
  const more = k - shorter;
  if (!beyond || more <= 0) return false;
  const v = padded(start.vectors, k);
  const image = padded(start.images, k);
  const below = beyond.below(shorter, start.vectors);
  image.set(below, shorter * WIDTH);
  if (!space.begin(v, image)) return false;
  const tail = newDims(below, more);
  const block = new Float32Array(k * WIDTH);
  block.set(tail, shorter * WIDTH);
  space.add(block, beyond.right(shorter, tail));
  return true;
}

/** Eight directions among the new dims: each of them if there are no more, else how they answer to the old vectors. */
function newDims(below: Float32Array, more: number): Float32Array {
  const tail = new Float32Array(more * WIDTH);
  if (more <= WIDTH) for (let r = 0; r < more; r++) tail[r * WIDTH + r] = 1;
  else {
    tail.set(below);
    orthonormalize(tail, more);
  }
  return tail;
}

function padded(block: Float32Array, k: number): Float32Array {
  const out = new Float32Array(k * WIDTH);
  out.set(block);
  return out;
}
