import type { Keyframe } from "../engine";

const BUDGET_BYTES = 64 * 1024 * 1024;
const BYTES_PER_ROW = 12;

/**
 * The keyframes that the page holds, of one space in one mode with one kind of axes. They share a budget of memory;
 * over it, the one that was used the longest ago goes.
 */
export class Keyframes {
  readonly #budget: number;
  // In the order of their last use.
  readonly #held = new Map<number, Keyframe>();
  #bytes = 0;
  #largestRms = 0;
  #reach = 0;

  constructor(budgetBytes = BUDGET_BYTES) {
    this.#budget = budgetBytes;
  }

  /** How many keyframes of so many rows there is room for. */
  capacity(rows: number): number {
    return Math.floor(this.#budget / (rows * BYTES_PER_ROW));
  }

  /** Bytes that the scores of all of them take. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The largest root mean square radius of all that were ever taken in; 0 where none was. */
  get largestRms(): number {
    return this.#largestRms;
  }

  /** The most dims of all that were ever taken in. */
  get reach(): number {
    return this.#reach;
  }

  /** The dims that are held, rising. */
  get ks(): number[] {
    return [...this.#held.keys()].sort((a, b) => a - b);
  }

  /** Whether this k is held; asking is no use of it. */
  has(k: number): boolean {
    return this.#held.has(k);
  }

  /** The keyframe of exactly this k. */
  get(k: number): Keyframe | null {
    const keyframe = this.#held.get(k);
    if (!keyframe) return null;
    this.#held.delete(k);
    this.#held.set(k, keyframe);
    return keyframe;
  }

  /** The nearest keyframe at or below k. */
  below(k: number): Keyframe | null {
    let nearest = Number.NEGATIVE_INFINITY;
    for (const held of this.#held.keys()) if (held <= k && held > nearest) nearest = held;
    return this.get(nearest);
  }

  /** The nearest keyframe at or above k. */
  above(k: number): Keyframe | null {
    let nearest = Number.POSITIVE_INFINITY;
    for (const held of this.#held.keys()) if (held >= k && held < nearest) nearest = held;
    return this.get(nearest);
  }

  /** Takes one in, and lets go of what no longer fits. One that is larger than the budget is not taken. */
  put(keyframe: Keyframe): void {
    this.#drop(keyframe.k);
    this.#held.set(keyframe.k, keyframe);
    this.#bytes += keyframe.scores.byteLength;
    this.#largestRms = Math.max(this.#largestRms, keyframe.rms);
    this.#reach = Math.max(this.#reach, keyframe.k);
    for (const k of this.#held.keys()) {
      if (this.#bytes <= this.#budget) break;
      this.#drop(k);
    }
  }

  /** Lets go of all: for another space, mode or kind of axes. */
  clear(): void {
    this.#held.clear();
    this.#bytes = 0;
    this.#largestRms = 0;
    this.#reach = 0;
  }

  #drop(k: number): void {
    const keyframe = this.#held.get(k);
    if (!keyframe) return;
    this.#held.delete(k);
    this.#bytes -= keyframe.scores.byteLength;
  }
}

/** The page has one space open. */
export const keyframes = new Keyframes();
