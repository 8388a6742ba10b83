import { type Random, seeded, shuffle } from "./random";
import type { Bags } from "./vocabulary";

/** Pairs of texts that belong together: rows of the bags. */
export interface Pairs {
  anchors: Int32Array;
  positives: Int32Array;
}

/** A batch of B pairs: texts 0 … B are the anchors, B … 2B their positives. */
export interface Batch {
  /** Number of pairs. */
  size: number;
  /** Text t holds the entries `starts[t] … starts[t + 1]`. */
  starts: Int32Array;
  /** Position of each entry's token in `distinct`. */
  slots: Int32Array;
  /** Weight of each entry; those of a text add up to one. */
  weights: Float64Array;
  /** The tokens of the batch, each once, in the order they came. */
  distinct: Int32Array;
  /** The positive of each pair: two pairs with the same one are no negatives of each other. */
  groups: Int32Array;
}

/**
 * An endless, seeded run of batches: every pair once before any comes again, in a new order each time. Tokens are dropped
 * at random, so that a text cannot rest on one word alone.
 */
export class Sampler {
  readonly #bags: Bags;
  readonly #pairs: Pairs;
  readonly #size: number;
  readonly #dropout: number;
  readonly #random: Random;
  readonly #order: Int32Array;
  // Position of a token in the batch's `distinct`, good where `#stamp` holds the batch's number.
  readonly #slot: Int32Array;
  readonly #stamp: Int32Array;
  #next: number;
  #batch = 0;

  constructor(bags: Bags, vocabulary: number, pairs: Pairs, size: number, dropout: number, seed: number) {
    this.#bags = bags;
    this.#pairs = pairs;
    this.#size = size;
    this.#dropout = dropout;
    this.#random = seeded(seed);
    this.#order = Int32Array.from(pairs.anchors, (_, i) => i);
    this.#slot = new Int32Array(vocabulary);
    this.#stamp = new Int32Array(vocabulary);
    this.#next = pairs.anchors.length;
  }

  next(): Batch {
    const size = this.#size;
    if (this.#next + size > this.#order.length) {
      shuffle(this.#order, this.#random);
      this.#next = 0;
    }
    const chosen = this.#order.subarray(this.#next, this.#next + size);
    this.#next += size;
    this.#batch++;

    const starts = new Int32Array(2 * size + 1);
    const slots: number[] = [];
    const weights: number[] = [];
    const distinct: number[] = [];
    const groups = Int32Array.from(chosen, (pair) => this.#pairs.positives[pair]);
    for (let text = 0; text < 2 * size; text++) {
      const row = text < size ? this.#pairs.anchors[chosen[text]] : groups[text - size];
      this.#draw(row, slots, weights, distinct);
      starts[text + 1] = slots.length;
    }
    return {
      size,
      starts,
      slots: Int32Array.from(slots),
      weights: Float64Array.from(weights),
      distinct: Int32Array.from(distinct),
      groups,
    };
  }

  #draw(row: number, slots: number[], weights: number[], distinct: number[]): void {
    const { starts, tokens, weights: idf } = this.#bags;
    const first = starts[row];
    const count = starts[row + 1] - first;
    // One entry is kept whatever is drawn: an empty text has no direction.
    const kept = first + Math.floor(this.#random() * count);
    const from = weights.length;
    let sum = 0;
    for (let entry = first; entry < first + count; entry++) {
      if (this.#random() < this.#dropout && entry !== kept) continue;
      const token = tokens[entry];
      if (this.#stamp[token] !== this.#batch) {
        this.#stamp[token] = this.#batch;
        this.#slot[token] = distinct.length;
        distinct.push(token);
      }
      slots.push(this.#slot[token]);
      weights.push(idf[entry]);
      sum += idf[entry];
    }
    for (let entry = from; entry < weights.length; entry++) weights[entry] /= sum;
  }
}
