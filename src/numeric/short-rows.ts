import type { Columns } from "./columns";

/**
 * Rows of a prefix that are far shorter than the mean. Centred, they are hardly more than the mean's other sign, and what
 * single precision leaves of the row itself beside it is little or nothing: unit mode takes them as they were given,
 * in double precision. Most spaces have none. Column by column, as the values lie in memory.
 */
export class ShortRows {
  /** The rows, rising. */
  readonly rows: readonly number[];
  /** Their weights, 1 ÷ ‖x[:k]‖. */
  readonly weights: readonly number[];
  readonly #columns: Columns;
  readonly #k: number;

  /** @param rows those that are too short to be told by the kernels' sums; rows of zeros are left out */
  constructor(columns: Columns, k: number, rows: readonly number[] = []) {
    this.#columns = columns;
    this.#k = k;
    const squares = new Float64Array(rows.length);
    this.#each(rows, (i, _j, value) => {
      squares[i] += value * value;
    });
    this.rows = rows.filter((_, i) => squares[i] > 0);
    this.weights = [...squares.filter((square) => square > 0)].map((square) => 1 / Math.sqrt(square));
  }

  /** x̂·V of every row, rows × width; V is k × width, row-major. */
  times(v: ArrayLike<number>, width: number): Float64Array {
    const out = new Float64Array(this.rows.length * width);
    this.#each(this.rows, (i, j, value) => {
      const scaled = this.weights[i] * value;
      for (let c = 0; c < width; c++) out[i * width + c] += scaled * v[j * width + c];
    });
    return out;
  }

  /** Z += Σ x̂ ⊗ y; Z is k × width, y rows × width, row-major. */
  addOuter(y: ArrayLike<number>, width: number, z: Float32Array | Float64Array): void {
    this.#each(this.rows, (i, j, value) => {
      const scaled = this.weights[i] * value;
      for (let c = 0; c < width; c++) z[j * width + c] += scaled * y[i * width + c];
    });
  }

  #each(rows: readonly number[], visit: (i: number, column: number, value: number) => void): void {
    if (rows.length === 0) return;
    const valueAt = this.#columns.reader();
    for (let j = 0; j < this.#k; j++) {
      for (let i = 0; i < rows.length; i++) visit(i, j, valueAt(j, rows[i]));
    }
  }
}
