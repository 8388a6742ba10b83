import type { Batch } from "./batches";
import { seeded } from "./random";
import type { Bags } from "./vocabulary";

/** The token vectors of one slice of the model, and how they learn. */
export class TokenTable {
  /** vocabulary × width. */
  readonly values: Float32Array;

  readonly #width: number;
  // Sum of the mean squared gradients of each token (Adagrad, Duchi et al. 2011, with one rate for a whole vector).
  readonly #history: Float64Array;
  // Of the batch's tokens, in the order of `distinct`.
  #gradient = new Float32Array(0);

  /** @param spread standard deviation of the first values */
  constructor(vocabulary: number, width: number, spread: number, seed: number) {
    this.#width = width;
    this.#history = new Float64Array(vocabulary);
    this.values = new Float32Array(vocabulary * width);
    // Uniform and not normal: no logarithm stands between the seed and the bytes.
    const random = seeded(seed);
    const reach = 2 * spread * Math.sqrt(3);
    for (let i = 0; i < this.values.length; i++) this.values[i] = (random() - 0.5) * reach;
  }

  /** Fills x (2B × width) with the vectors of a batch's texts: weighted means of their tokens'. */
  read(batch: Batch, x: Float32Array): void {
    const width = this.#width;
    x.fill(0);
    for (let text = 0; text < 2 * batch.size; text++) {
      for (let entry = batch.starts[text]; entry < batch.starts[text + 1]; entry++) {
        const from = batch.distinct[batch.slots[entry]] * width;
        addScaled(x, text * width, this.values, from, width, batch.weights[entry]);
      }
    }
  }

  /**
   * Turns the gradients of the texts' vectors into those of the tokens.
   *
   * @param dx 2B × width
   * @param squares filled with the squared gradient of each token of the batch, over the dims of this slice
   */
  learn(batch: Batch, dx: Float32Array, squares: Float64Array): void {
    const width = this.#width;
    const tokens = batch.distinct.length;
    if (this.#gradient.length < tokens * width) this.#gradient = new Float32Array(Math.ceil(tokens * 1.25) * width);
    const gradient = this.#gradient.fill(0, 0, tokens * width);
    for (let text = 0; text < 2 * batch.size; text++) {
      for (let entry = batch.starts[text]; entry < batch.starts[text + 1]; entry++) {
        addScaled(gradient, batch.slots[entry] * width, dx, text * width, width, batch.weights[entry]);
      }
    }
    for (let slot = 0; slot < tokens; slot++) squares[slot] = squareSum(gradient, slot * width, width);
  }

  /**
   * Moves the tokens of the batch against the gradients last learnt.
   *
   * @param parts squared gradients of the batch's tokens from every slice
   * @param dims dims of all slices together
   */
  move(batch: Batch, parts: Float64Array[], dims: number, rate: number): void {
    const width = this.#width;
    for (let slot = 0; slot < batch.distinct.length; slot++) {
      const token = batch.distinct[slot];
      let squares = 0;
      for (const part of parts) squares += part[slot];
      this.#history[token] += squares / dims;
      const step = -rate / (Math.sqrt(this.#history[token]) + 1e-12);
      addScaled(this.values, token * width, this.#gradient, slot * width, width, step);
    }
  }

  /** The gradients last learnt, in the order of `distinct`. */
  gradient(batch: Batch): Float32Array {
    return this.#gradient.slice(0, batch.distinct.length * this.#width);
  }

  /** Fills `vector` with the sum of a whole text's tokens by their weights. */
  embed(bags: Bags, row: number, vector: Float32Array): void {
    vector.fill(0);
    for (let entry = bags.starts[row]; entry < bags.starts[row + 1]; entry++) {
      addScaled(vector, 0, this.values, bags.tokens[entry] * this.#width, this.#width, bags.weights[entry]);
    }
  }
}

/** to[at …] += factor · from[start …], `length` values. */
function addScaled(
  to: Float32Array,
  at: number,
  from: Float32Array,
  start: number,
  length: number,
  factor: number,
): void {
  for (let k = 0; k < length; k++) to[at + k] += factor * from[start + k];
}

/** Sum of the squares of `length` values. */
export function squareSum(values: Float32Array, at: number, length: number): number {
  let sum = 0;
  for (let k = at; k < at + length; k++) sum += values[k] * values[k];
  return sum;
}
