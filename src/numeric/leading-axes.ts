import { blockGram, orthonormalize, seeded, WIDTH } from "./block";
import type { PrefixOperator } from "./operator";
import { symmetricEigen } from "./symmetric-eigen";

/** Spaces of up to so many dims are solved whole; of larger ones a Krylov space of so many is. */
const MOST = 768;

/**
 * Many leading principal axes of a covariance, where the three of a frame will not do: by block Lanczos with full
 * reorthogonalisation (Golub and Underwood, 1977), without restarts, in a Krylov space three times as large as what is
 * asked for. The axes near the last one asked for are less sharp than those before, since the variances there lie close
 * together; what they keep of the variance is not.
 *
 * @param count how many, 256 at most
 * @param pause awaited between two products
 * @returns their variances, largest first, and the axes: k × count, row-major, orthonormal
 */
export async function leadingAxes(
  operator: PrefixOperator,
  count: number,
  pause: () => Promise<void> = async () => {},
): Promise<{ values: Float64Array; axes: Float32Array }> {
  const { k } = operator;
  const size = k <= MOST ? k : Math.min(MOST, Math.max(64, Math.ceil((3 * count) / WIDTH) * WIDTH));
  const found = Math.min(count, size);
  const matrix = new Float64Array(size * size);
  const blocks: Float32Array[] = [];
  let next = size === k ? unitBlock(k, 0) : randomBlock(k);
  for (let first = 0; first < size; first += WIDTH) {
    blocks.push(next);
    const image = await operator.apply(next);
    if (size === k) {
      put(matrix, size, first, image, k);
      next = unitBlock(k, first + WIDTH);
    } else next = continued(matrix, size, first, blocks, image, k);
    await pause();
  }
  const { values, vectors } = symmetricEigen(matrix, size);
  const axes = new Float32Array(k * found);
  for (let b = 0; b < blocks.length; b++) {
    for (let r = 0; r < k; r++) {
      for (let i = 0; i < Math.min(WIDTH, size - b * WIDTH); i++) {
        const value = blocks[b][r * WIDTH + i];
        if (value !== 0)
          for (let c = 0; c < found; c++) axes[r * found + c] += value * vectors[c * size + b * WIDTH + i];
      }
    }
    await pause();
  }
  return { values: values.slice(0, found), axes };
}

/** Writes the columns of C that unit vectors give. */
function put(matrix: Float64Array, size: number, first: number, image: Float32Array, k: number): void {
  for (let r = 0; r < k; r++) {
    for (let j = 0; j < Math.min(WIDTH, size - first); j++) matrix[r * size + first + j] = image[r * WIDTH + j];
  }
}

/** What the newest block's image has outside the space becomes the next block; what it has inside, part of the matrix. */
function continued(
  matrix: Float64Array,
  size: number,
  first: number,
  blocks: Float32Array[],
  image: Float32Array,
  k: number,
): Float32Array {
  const rest = image.slice();
  for (let pass = 0; pass < 3; pass++) {
    blocks.forEach((block, b) => {
      const part = blockGram(block, rest, k);
      // The first pass tells QᵀCQ; the others take away what rounding has left.
      if (pass === 0) {
        for (let i = 0; i < WIDTH; i++) {
          for (let j = 0; j < WIDTH; j++) {
            matrix[(b * WIDTH + i) * size + first + j] = part[i * WIDTH + j];
            matrix[(first + j) * size + b * WIDTH + i] = part[i * WIDTH + j];
          }
        }
      }
      subtract(rest, block, part, k);
    });
    orthonormalize(rest, k);
  }
  return rest;
}

function subtract(rest: Float32Array, block: Float32Array, part: Float64Array, k: number): void {
  for (let at = 0; at < k * WIDTH; at += WIDTH) {
    for (let j = 0; j < WIDTH; j++) {
      let sum = 0;
      for (let i = 0; i < WIDTH; i++) sum += block[at + i] * part[i * WIDTH + j];
      rest[at + j] -= sum;
    }
  }
}

function unitBlock(k: number, first: number): Float32Array {
  const block = new Float32Array(k * WIDTH);
  for (let j = 0; j < WIDTH && first + j < k; j++) block[(first + j) * WIDTH + j] = 1;
  return block;
}

function randomBlock(k: number): Float32Array {
  const random = seeded(3);
  const block = Float32Array.from({ length: k * WIDTH }, () => random() - 0.5);
  orthonormalize(block, k);
  return block;
}
