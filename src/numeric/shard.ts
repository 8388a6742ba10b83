import { Columns, type ColumnType, type ColumnValues } from "./columns";
import { Gram } from "./gram";
import type { Kernels } from "./kernels/load";
import { Multiplier } from "./multiply";
import { type NeighbourQuestion, NeighbourSearch, type Neighbours } from "./neighbours";
import { type Projection, Scores } from "./scores";
import { UnitRows, type UnitVectors } from "./unit-rows";

// Rows that are summed in single precision before they go to the sum of all. Whole numbers are not rounded.
const SHORT = 64;

/**
 * The rows of X that one worker holds, and its answers to the questions of the design: `append`, `gram`, `project`, and
 * for unit mode `apply`. Columns keep their type; they are widened and centred while they are used.
 */
export class Shard {
  readonly columns: Columns;
  readonly #gram: Gram;
  readonly #unit: UnitRows;
  readonly #search: NeighbourSearch;
  readonly #scores: Scores;

  /**
   * @param rows rows of this shard, n_s
   * @param dims columns of the whole space, d
   * @throws RangeError when the rows do not fit in one kernel memory
   */
  constructor(kernels: Kernels, rows: number, dims: number, type: ColumnType) {
    this.columns = new Columns(kernels, rows, dims, type);
    const multiplier = new Multiplier(kernels, type === "i1" ? undefined : SHORT);
    this.#gram = new Gram(kernels, this.columns, multiplier);
    this.#unit = new UnitRows(kernels, this.columns);
    this.#search = new NeighbourSearch(kernels, this.columns, multiplier);
    this.#scores = new Scores(kernels, this.columns, multiplier, this.#unit);
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

  /** Scores of this shard's rows on the axes of some prefixes, centred: see `Scores.on`. */
  project(projections: Projection[]): Float32Array {
    return this.#scores.on(projections);
  }

  /** ‖x[:k]‖² of this shard's rows; see `UnitRows.squaredNorms`. */
  squaredNorms(k: number): Float64Array {
    return this.#unit.squaredNorms(k);
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
    return this.columns.gather(rows);
  }

  /** The nearest of this shard's rows to each query at each prefix; see `NeighbourSearch`. */
  neighbours(question: NeighbourQuestion, firstRow: number): Neighbours {
    return this.#search.find(question, firstRow);
  }
}
