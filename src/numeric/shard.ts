import type { Kernels } from "./kernels/load";
import { Multiplier } from "./multiply";

/** Columns in the type they came in: f4, or i1 with one scale per column. */
export type ColumnType = "f4" | "i1";

// A stretch of rows whose three planes of scores stay in the first cache.
const STRETCH = 1024;
// What the vector loads of the last column may read past its end.
const SLACK = 64;

/**
 * The rows of X that one worker holds, and its answers to the questions of the design: `append`, `gram`, `project`.
 * Columns are stored one after the other and keep their type; they are widened and centred while they are packed.
 */
export class Shard {
  readonly rows: number;
  readonly dims: number;
  readonly type: ColumnType;
  /** How many columns have been appended. */
  columns = 0;

  readonly #kernels: Kernels;
  readonly #multiplier: Multiplier;
  readonly #stride: number;
  readonly #x: number;
  readonly #scales: number;
  readonly #means: number;
  readonly #weights: number;
  readonly #shifts: number;
  readonly #scores: number;
  #block = 0;
  #blockLength = 0;

  /**
   * @param rows rows of this shard, n_s
   * @param dims columns of the whole space, d
   * @throws RangeError when the rows do not fit in one kernel memory
   */
  constructor(kernels: Kernels, rows: number, dims: number, type: ColumnType) {
    this.#kernels = kernels;
    this.rows = rows;
    this.dims = dims;
    this.type = type;
    this.#stride = (rows + 3) & ~3;
    this.#multiplier = new Multiplier(kernels);
    this.#x = kernels.allocate(this.#stride * dims * this.#width + SLACK);
    this.#scales = kernels.allocate(dims * 4);
    this.#means = kernels.allocate(dims * 4);
    this.#weights = kernels.allocate(dims * 12);
    this.#shifts = kernels.allocate(dims * 4);
    this.#scores = kernels.allocate(this.#stride * 12);
  }

  get #width(): 1 | 4 {
    return this.type === "f4" ? 4 : 1;
  }

  /**
   * Takes the next columns.
   *
   * @param values count × rows values, column after column
   * @param scales one scale per column for i1 values; ignored for f4
   * @returns the sum of each column over this shard's rows
   */
  append(values: Float32Array | Int8Array, scales: Float32Array | null): Float64Array {
    const { rows } = this;
    const count = values.length / rows;
    const from = this.columns;
    if (!Number.isInteger(count) || from + count > this.dims) {
      throw new RangeError(`Got ${values.length} values for ${rows} rows after ${from} of ${this.dims} columns.`);
    }
    const kernels = this.#kernels;
    const sums = new Float64Array(count);
    const scaleOf = kernels.f32(this.#scales + from * 4, count);
    for (let j = 0; j < count; j++) {
      const scale = this.type === "i1" ? (scales?.[j] ?? 1) : 1;
      const column = values.subarray(j * rows, (j + 1) * rows);
      const at = this.#x + (from + j) * this.#stride * this.#width;
      if (this.type === "i1") kernels.i8(at, rows).set(column);
      else kernels.f32(at, rows).set(column);
      scaleOf[j] = scale;
      let sum = 0;
      for (let r = 0; r < rows; r++) sum += column[r];
      sums[j] = sum * scale;
    }
    this.columns += count;
    return sums;
  }

  /**
   * Sets the means (over all shards) of the columns from `from` on; they are subtracted from then on.
   */
  center(from: number, means: Float64Array): void {
    this.#kernels.f32(this.#means + from * 4, means.length).set(means);
  }

  /**
   * This shard's part of XᵀX, centred, for rows 0 … `to` and columns `from` … `to` of it.
   *
   * @returns `to` × (`to` − `from`) values, row-major
   */
  gram(from: number, to: number): Float32Array {
    const kernels = this.#kernels;
    const columns = to - from;
    const stride = (columns + 7) & ~7;
    const tall = (to + 3) & ~3;
    const length = tall * stride;
    if (length > this.#blockLength) {
      this.#block = kernels.allocate(length * 4);
      this.#blockLength = length;
    }
    kernels.f32(this.#block, length).fill(0);
    const pack = (panel: number, first: number, count: number, start: number, depth: number, width: 4 | 8) => {
      const source = this.#x + (first * this.#stride + start) * this.#width;
      const means = this.#means + first * 4;
      if (this.type === "i1") {
        kernels.packI8(panel, source, count, depth, this.#stride, width, this.#scales + first * 4, means);
      } else {
        kernels.packF32(panel, source, count, depth, 1, this.#stride, width, means);
      }
    };
    this.#multiplier.multiply(pack, pack, to, columns, from, this.rows, this.#block, stride);
    const block = kernels.f32(this.#block, length);
    if (stride === columns) return block.slice(0, to * columns);
    const answer = new Float32Array(to * columns);
    for (let i = 0; i < to; i++) answer.set(block.subarray(i * stride, i * stride + columns), i * columns);
    return answer;
  }

  /**
   * Scores of this shard's rows, centred: X[:, :k] · V.
   *
   * @param axes k × 3, row-major
   * @returns rows × 3, row-major
   */
  project(axes: Float32Array, k: number): Float32Array {
    const kernels = this.#kernels;
    const { rows } = this;
    const stride = this.#stride;
    const scales = kernels.f32(this.#scales, k);
    const means = kernels.f32(this.#means, k);
    const weights = kernels.f32(this.#weights, k * 3);
    const shifts = kernels.f32(this.#shifts, k);
    for (let j = 0; j < k; j++) {
      // A zero scale means a column of zeros, whatever its codes.
      shifts[j] = scales[j] === 0 ? 0 : means[j] / scales[j];
      for (let c = 0; c < 3; c++) weights[j * 3 + c] = axes[j * 3 + c] * scales[j];
    }
    const planes = kernels.f32(this.#scores, stride * 3).fill(0);
    const run = this.type === "i1" ? kernels.projectI8 : kernels.projectF32;
    for (let r = 0; r < stride; r += STRETCH) {
      const length = Math.min(STRETCH, stride - r);
      const x = this.#x + r * this.#width;
      run(length, k, x, stride, this.#shifts, this.#weights, this.#scores + r * 4, stride);
    }
    const scores = new Float32Array(rows * 3);
    for (let c = 0; c < 3; c++) {
      for (let r = 0; r < rows; r++) scores[r * 3 + c] = planes[c * stride + r];
    }
    return scores;
  }
}
