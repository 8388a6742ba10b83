import { Columns, type ColumnType, type ColumnValues } from "./columns";
import { Gram } from "./gram";
import type { Kernels } from "./kernels/load";
import { Multiplier } from "./multiply";
import { type NeighbourQuestion, NeighbourSearch, type Neighbours } from "./neighbours";
import { UnitRows, type UnitVectors } from "./unit-rows";

// A stretch of rows whose three planes of scores stay in the first cache.
const STRETCH = 1024;
// Rows that are summed in single precision before they go to the sum of all. Whole numbers are not rounded.
const SHORT = 64;

/**
 * The rows of X that one worker holds, and its answers to the questions of the design: `append`, `gram`, `project`, and
 * for unit mode `apply`. Columns keep their type; they are widened and centred while they are used.
 */
export class Shard {
  readonly columns: Columns;
  readonly #kernels: Kernels;
  readonly #gram: Gram;
  readonly #unit: UnitRows;
  readonly #search: NeighbourSearch;
  readonly #axes: number;
  readonly #scores: number;

  /**
   * @param rows rows of this shard, n_s
   * @param dims columns of the whole space, d
   * @throws RangeError when the rows do not fit in one kernel memory
   */
  constructor(kernels: Kernels, rows: number, dims: number, type: ColumnType) {
    this.#kernels = kernels;
    this.columns = new Columns(kernels, rows, dims, type);
    const multiplier = new Multiplier(kernels, type === "i1" ? undefined : SHORT);
    this.#gram = new Gram(kernels, this.columns, multiplier);
    this.#unit = new UnitRows(kernels, this.columns);
    this.#search = new NeighbourSearch(kernels, this.columns, multiplier);
    this.#axes = kernels.allocate(dims * 12);
    this.#scores = kernels.allocate(this.columns.stride * 12);
  }

  /** Takes the next columns and answers their sums: see `Columns.append`. */
  append(values: ColumnValues, scales: Float32Array | null, gain = 1): Float64Array {
    return this.columns.append(values, scales, gain);
  }

  /** Sets the means of the columns from `from` on. */
  center(from: number, means: Float64Array): void {
    this.columns.center(from, means);
  }

  /**
   * This shard's part of XᵀX, centred, for rows 0 … `to` and columns `from` … `to` of it.
   *
   * @returns `to` × (`to` − `from`) values, row-major
   */
  gram(from: number, to: number): Float32Array {
    return this.#gram.block(from, to);
  }

  /**
   * Scores of this shard's rows on three axes, centred: X[:, :k] · A; in unit mode of the rows divided by their norms.
   *
   * @param axes k × 3, row-major
   * @param unit for unit mode, the mean of the weights, and what the axes make of the means (three each)
   * @returns rows × 3, row-major
   */
  project(axes: Float32Array, k: number, unit: UnitVectors | null = null): Float32Array {
    const kernels = this.#kernels;
    const { rows, stride, bytes } = this.columns;
    kernels.f32(this.#axes, k * 3).set(axes);
    kernels.f32(this.#scores, stride * 3).fill(0);
    for (let r = 0; r < stride; r += STRETCH) {
      const { x, scales, means } = this.columns.at(0, r);
      const to = this.#scores + r * 4;
      kernels.project(bytes, Math.min(STRETCH, stride - r), k, x, stride, scales, means, this.#axes, to, stride);
    }
    const planes = kernels.f32(this.#scores, stride * 3);
    if (unit) this.#unit.rescale(planes, k, unit);
    const scores = new Float32Array(rows * 3);
    for (let c = 0; c < 3; c++) {
      for (let r = 0; r < rows; r++) scores[r * 3 + c] = planes[c * stride + r];
    }
    return scores;
  }

  /** Unit mode, first question: the sum of the weights of a prefix; see `UnitRows.weightSum`. */
  unitWeights(k: number): number {
    return this.#unit.weightSum(k);
  }

  /** Unit mode, second question: weighted sums of the centred columns, and their spread; see `UnitRows.means`. */
  unitMeans(k: number, meanWeight: number): { sums: Float64Array; spread: number } {
    return this.#unit.means(k, meanWeight);
  }

  /** Unit mode: X̂ᵀ(X̂V); see `UnitRows.apply`. */
  apply(v: Float32Array, k: number, unit: UnitVectors): { image: Float32Array; sums: Float32Array } {
    return this.#unit.apply(v, k, unit);
  }

  /** The vectors of some of this shard's rows, all d dims each, row-major. */
  vectors(rows: Int32Array): Float32Array {
    const { dims } = this.columns;
    const out = new Float32Array(rows.length * dims);
    rows.forEach((row, i) => {
      out.set(this.columns.row(row, dims), i * dims);
    });
    return out;
  }

  /** The nearest of this shard's rows to each query at each prefix; see `NeighbourSearch`. */
  neighbours(question: NeighbourQuestion, firstRow: number): Neighbours {
    return this.#search.find(question, firstRow);
  }
}
