import { Columns } from "./columns";
import { Gram } from "./gram";
import type { Kernels } from "./kernels/load";
import { Moments } from "./moments";
import { Multiplier } from "./multiply";

/** Rows whose products are added in single precision before they go to the sum of all, which is double. */
const ROWS = 2_048;
/** Rows that are summed in one go within them. */
const SHORT = 64;
/** Columns of the scatter that are asked for at a time: what is below the diagonal is computed in vain. */
const WIDE = 256;

/**
 * The moments of rows that come one after the other, in any number. Held are 2,048 rows at a time, and the upper half of
 * the scatter in double.
 */
export class MomentsOfRows {
  readonly #total: Moments;
  readonly #held: Float32Array;
  readonly #columns: Columns;
  readonly #gram: Gram;
  #filled = 0;

  /**
   * @param kernels a memory of its own
   * @param dims columns of every row
   */
  constructor(kernels: Kernels, dims: number) {
    this.#total = new Moments(dims);
    this.#held = new Float32Array(ROWS * dims);
    this.#columns = new Columns(kernels, ROWS, dims, "f4");
    this.#gram = new Gram(kernels, this.#columns, new Multiplier(kernels, SHORT));
  }

  /**
   * Adds a row.
   *
   * @param values finite numbers, `dims` of them from `at` on
   */
  add(values: Float32Array, at = 0): void {
    const { dims } = this.#total;
    for (let j = 0; j < dims; j++) this.#held[j * ROWS + this.#filled] = values[at + j];
    this.#filled++;
    if (this.#filled === ROWS) this.#multiply();
  }

  /** The moments of all rows that were added; the last that is asked of this. */
  finish(): Moments {
    if (this.#filled > 0) this.#multiply();
    return this.#total;
  }

  #multiply(): void {
    const { dims } = this.#total;
    const rows = this.#filled;
    const gain = gainFor(this.#held, rows, dims);
    const part = new Moments(dims);
    part.rows = rows;
    const sums = this.#sums(rows, dims);
    const means = sums.map((sum) => sum / rows);
    // Rows that are missing from the last stretch stand at the mean: they add nothing.
    for (let j = 0; j < dims; j++) this.#held.fill(means[j], j * ROWS + rows, (j + 1) * ROWS);
    this.#columns.clear();
    this.#columns.append(this.#held, null, gain);
    this.#columns.center(
      0,
      means.map((mean) => mean * gain),
    );
    part.means.set(means);
    for (let from = 0; from < dims; from += WIDE) {
      this.#take(from, Math.min(dims, from + WIDE), gain ** -2, part.scatter);
    }
    recentre(part);
    this.#total.add(part);
    this.#filled = 0;
  }

  #sums(rows: number, dims: number): Float64Array {
    const sums = new Float64Array(dims);
    for (let j = 0; j < dims; j++) {
      for (let r = j * ROWS; r < j * ROWS + rows; r++) sums[j] += this.#held[r];
    }
    return sums;
  }

  #take(from: number, to: number, factor: number, scatter: Float64Array): void {
    const width = to - from;
    const block = this.#gram.block(from, to);
    for (let j = from; j < to; j++) {
      const at = (j * (j + 1)) / 2;
      for (let i = 0; i <= j; i++) scatter[at + i] = block[i * width + j - from] * factor;
    }
  }
}

/** What was subtracted are the means as single precision has them: the scatter is brought to the means themselves. */
function recentre({ dims, rows, means, scatter }: Moments): void {
  const off = means.map((mean) => mean - Math.fround(mean));
  for (let j = 0, at = 0; j < dims; j++) for (let i = 0; i <= j; i++, at++) scatter[at] -= rows * off[i] * off[j];
}

/** The power of two that brings the largest value near 1: single precision then holds its squares. */
function gainFor(columns: Float32Array, rows: number, dims: number): number {
  let largest = 0;
  for (let j = 0; j < dims; j++) {
    for (let r = j * ROWS; r < j * ROWS + rows; r++) largest = Math.max(largest, Math.abs(columns[r]));
  }
  return largest > 0 ? 2 ** -Math.min(126, Math.max(-126, Math.round(Math.log2(largest)))) : 1;
}
