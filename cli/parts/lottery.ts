/** Bits of the golden ratio, which no row number looks like. */
const GOLDEN = 0x9e3779b9;

/**
 * The priority of a row in a draw: a whole number of 53 bits that looks random and depends on the seed, the part of the
 * corpus and the row alone. Of any rows the N with the least priorities are a random sample; that of a union is found
 * among those of its parts, whatever their order.
 *
 * @param part 32 bits of what the part is known by
 */
export function rowPriority(seed: number, part: number, row: number): number {
  let h = mix(seed + GOLDEN);
  h = mix(h ^ part);
  h = mix(h ^ Math.floor(row / 2 ** 32));
  const first = mix(h ^ (row >>> 0));
  const second = mix(first + GOLDEN);
  return (first >>> 0) * 2 ** 21 + (second >>> 11);
}

// The last step of MurmurHash3: every bit of what goes in changes half of those that come out.
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Keeps the rows of least priority: the one that goes first lies on top of a heap. */
export class Lottery {
  readonly #most: number;
  readonly #priorities: number[] = [];
  readonly #rows: number[] = [];

  /** @param most how many rows are kept */
  constructor(most: number) {
    this.#most = most;
  }

  /** Offers a row; rows of equal priority are told apart by their numbers. */
  offer(priority: number, row: number): void {
    if (this.#rows.length < this.#most) {
      this.#priorities.push(priority);
      this.#rows.push(row);
      this.#rise(this.#rows.length - 1);
    } else if (this.#most > 0 && this.#before(priority, row, this.#priorities[0], this.#rows[0])) {
      this.#priorities[0] = priority;
      this.#rows[0] = row;
      this.#sink();
    }
  }

  /** The rows that are kept, rising. */
  rows(): Float64Array {
    return Float64Array.from(this.#rows).sort();
  }

  #before(priority: number, row: number, other: number, otherRow: number): boolean {
    return priority < other || (priority === other && row < otherRow);
  }

  // Whether the place i must lie above the place j: whoever goes first is on top.
  #above(i: number, j: number): boolean {
    return this.#before(this.#priorities[j], this.#rows[j], this.#priorities[i], this.#rows[i]);
  }

  #swap(i: number, j: number): void {
    [this.#priorities[i], this.#priorities[j]] = [this.#priorities[j], this.#priorities[i]];
    [this.#rows[i], this.#rows[j]] = [this.#rows[j], this.#rows[i]];
  }

  #rise(from: number): void {
    for (let i = from; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!this.#above(i, parent)) return;
      this.#swap(i, parent);
      i = parent;
    }
  }

  #sink(): void {
    const count = this.#rows.length;
    for (let i = 0; ; ) {
      let top = i;
      for (const child of [2 * i + 1, 2 * i + 2]) if (child < count && this.#above(child, top)) top = child;
      if (top === i) return;
      this.#swap(i, top);
      i = top;
    }
  }
}
