import type { Columns } from "./columns";

/**
 * Rows of a prefix that are far shorter than the mean. Centred, they are hardly more than the mean's other sign, and what
 * single precision leaves of the row itself beside it is little or nothing: unit mode takes them as they were given,
 * in double precision. Most spaces have none. Column by column, as the values lie in memory.
 */
export class ShortRows {
  readonly #columns: Columns;
  readonly #k: number;
  readonly #rows: number[] = [];
  readonly #weights: number[] = [];

  constructor(columns: Columns, k: number) {
    this.#columns = columns;
    this.#k = k;
  }

  /** The rows, rising. */
  get rows(): readonly number[] {
    return this.#rows;
  }

  /** Their weights, 1 ÷ ‖x[:k]‖. */
  get weights(): readonly number[] {
    return this.#weights;
  }

  add(row: number, weight: number): void {
    this.#rows.push(row);
    this.#weights.push(weight);
  }

  /** x̂·V of every row, rows × width; V is k × width, row-major. */
  times(v: ArrayLike<number>, width: number): Float64Array {
    const out = new Float64Array(this.#rows.length * width);
    this.#each((i, j, value) => {
      for (let c = 0; c < width; c++) out[i * width + c] += value * v[j * width + c];
    });
    return out;
  }

  /** Z += Σ x̂ ⊗ y; Z is k × width, y rows × width, row-major. */
  addOuter(y: ArrayLike<number>, width: number, z: Float32Array | Float64Array): void {
    this.#each((i, j, value) => {
      for (let c = 0; c < width; c++) z[j * width + c] += value * y[i * width + c];
    });
  }

  #each(visit: (i: number, column: number, value: number) => void): void {
    if (this.#rows.length === 0) return;
    const valueAt = this.#columns.reader();
    for (let j = 0; j < this.#k; j++) {
      for (let i = 0; i < this.#rows.length; i++) visit(i, j, this.#weights[i] * valueAt(j, this.#rows[i]));
    }
  }
}
