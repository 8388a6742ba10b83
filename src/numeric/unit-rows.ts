import { WIDTH } from "./block";
import type { Columns } from "./columns";
import type { Kernels } from "./kernels/load";
import { ShortRows } from "./short-rows";

/** What the coordinator knows of unit mode's means, in the terms of one block of vectors. */
export interface UnitVectors {
  /** Mean of the weights over all shards, w̄; short rows have none. */
  meanWeight: number;
  /** mᵀV, with m the means of the columns: one value a vector. */
  meanV: Float32Array;
  /** νᵀV, with ν the mean over all shards of x̂ − w̄·m: one value a vector. */
  centerV: Float32Array;
}

// What the kernel widens and keeps at a time: see `unitApply`.
const PANEL = 16 * 256 + 64 * WIDTH;
// A row is short when its square is less than this of the mean's: beside the mean, single precision then keeps about
// six digits of a row that is not, and none of one that is all but zero.
const SHORT = 0.01;

/**
 * Unit mode on a shard's rows: every row of the prefix divided by its norm, x̂ = w·x. With c = x − m the centred row,
 * x̂ less its mean is w·c + (w − w̄)·m − ν, and each of the three terms is small where the mean m is large: nothing
 * cancels. A zero row has weight 0 and stays zero. Of a row far shorter than m, c is all but −m: such rows are zero rows
 * to the kernels, and what x̂ adds to that is added in double.
 */
export class UnitRows {
  readonly #kernels: Kernels;
  readonly #columns: Columns;
  readonly #squares: number;
  readonly #dots: number;
  readonly #weights: number;
  readonly #deltas: number;
  // In double: the difference from their mean is what counts, and it may be small.
  readonly #exact: Float64Array;
  #short: ShortRows;
  #space: { v: number; z: number; panel: number; small: number; sums: number } | null = null;
  #normsOf = 0;
  #weightsOf = 0;

  constructor(kernels: Kernels, columns: Columns) {
    this.#kernels = kernels;
    this.#columns = columns;
    this.#exact = new Float64Array(columns.rows);
    this.#short = new ShortRows(columns, 0);
    const length = columns.stride * 4;
    [this.#squares, this.#dots, this.#weights, this.#deltas] = Array.from({ length: 4 }, () =>
      kernels.allocate(length),
    );
  }

  /** Σ w over this shard's rows but the short ones, w = 1 ÷ ‖x[:k]‖. */
  weightSum(k: number): number {
    this.#weigh(k);
    let sum = 0;
    for (const weight of this.#exact) sum += weight;
    return sum;
  }

  /**
   * Σ x̂ − w̄·m over this shard's rows, k values (to which those of weight w add w·c: their w − w̄ come to 0 over all
   * shards), and Σ ‖x̂ − w̄·m‖², from which the total variance comes.
   *
   * @param meanWeight mean of the weights over all shards, w̄
   */
  means(k: number, meanWeight: number): { sums: Float64Array; spread: number } {
    this.#weigh(k);
    const means = this.#columns.means(k);
    const mean = squared(means);
    const squares = this.#kernels.f32(this.#squares, this.#columns.stride);
    const dots = this.#kernels.f32(this.#dots, this.#columns.stride);
    let spread = 0;
    this.#exact.forEach((weight, r) => {
      const delta = weight - meanWeight;
      spread += weight * weight * squares[r] + delta * delta * mean + 2 * weight * delta * dots[r];
    });
    const short = this.#short.times(means, 1);
    // They stand in the sum above as zeros, −w̄·m.
    for (const dot of short) spread += 1 - 2 * meanWeight * dot;
    const at = this.#columns.at(0);
    const space = this.#scratch();
    const { bytes, stride } = this.#columns;
    this.#kernels.weightedSums(bytes, stride, k, at.x, stride, at.scales, at.means, this.#weights, space.sums);
    const sums = this.#kernels.f64(space.sums, k).slice();
    this.#short.addOuter(new Float64Array(short.length).fill(1), 1, sums);
    return { sums, spread };
  }

  /**
   * One pass of the operator: with y = (x̂ less its mean)·V for every row, Σ c ⊗ (w·y), Σ (w − w̄)·y and Σ y; of a short
   * row, x̂ ⊗ y, −w̄·y and y.
   *
   * @param v k × 8, row-major
   * @returns image k × 8, and sums 2 × 8
   */
  apply(v: Float32Array, k: number, unit: UnitVectors): { image: Float32Array; sums: Float32Array } {
    this.#weigh(k);
    this.#setDeltas(unit.meanWeight);
    const kernels = this.#kernels;
    const { bytes, stride, rows, ones } = this.#columns;
    const { x, scales, means } = this.#columns.at(0);
    const space = this.#scratch();
    kernels.f32(space.v, k * WIDTH).set(v);
    kernels.f32(space.z, k * WIDTH).fill(0);
    const small = kernels.f32(space.small, 4 * WIDTH).fill(0);
    small.set(unit.meanV, 0);
    small.set(unit.centerV, WIDTH);
    const [meanV, centerV, sums] = [0, 1, 2].map((i) => space.small + i * WIDTH * 4);
    const { v: vectors, z, panel } = space;
    const [weights, deltas] = [this.#weights, this.#deltas];
    // biome-ignore format: the arguments of one pass read as one list
    kernels.unitApply(
      bytes, rows, k, x, stride, scales, means, vectors, meanV, centerV, weights, deltas, ones, z, sums, panel,
    );
    const answer = { image: kernels.f32(z, k * WIDTH).slice(), sums: kernels.f32(sums, 2 * WIDTH).slice() };
    this.#addShort(v, unit, answer);
    return answer;
  }

  // The kernel took them for rows of zeros, y = −(w̄·m + ν)·V.
  #addShort(v: Float32Array, unit: UnitVectors, { image, sums }: { image: Float32Array; sums: Float32Array }): void {
    const y = this.#short.times(v, WIDTH);
    for (let i = 0; i < y.length; i++) {
      const c = i % WIDTH;
      sums[c] -= unit.meanWeight * y[i];
      sums[WIDTH + c] += y[i];
      y[i] -= unit.meanWeight * unit.meanV[c] + unit.centerV[c];
    }
    this.#short.addOuter(y, WIDTH, image);
  }

  /** Turns raw scores, c·A (rows × 3), into those of unit mode, in place; A is k × 3, row-major. */
  rescale(scores: Float32Array, axes: Float32Array, k: number, { meanWeight, meanV, centerV }: UnitVectors): void {
    this.#weigh(k);
    this.#exact.forEach((weight, r) => {
      for (let c = 0; c < 3; c++) {
        const at = r * 3 + c;
        scores[at] = weight * scores[at] + (weight - meanWeight) * meanV[c] - centerV[c];
      }
    });
    const own = this.#short.times(axes, 3);
    this.#short.rows.forEach((row, i) => {
      for (let c = 0; c < 3; c++) scores[row * 3 + c] = own[i * 3 + c] - meanWeight * meanV[c] - centerV[c];
    });
  }

  /** ‖x[:k]‖² of every row. Rising prefixes cost no more than the last of them. */
  squaredNorms(k: number): Float64Array {
    this.#weigh(k);
    const norms = this.#exact.map((weight) => (weight > 0 ? 1 / weight ** 2 : 0));
    this.#short.rows.forEach((row, i) => {
      norms[row] = 1 / this.#short.weights[i] ** 2;
    });
    return norms;
  }

  #weigh(k: number): void {
    if (this.#weightsOf === k) return;
    const { bytes, stride, rows } = this.#columns;
    const squares = this.#kernels.f32(this.#squares, stride);
    const dots = this.#kernels.f32(this.#dots, stride);
    if (k < this.#normsOf) {
      squares.fill(0);
      dots.fill(0);
      this.#normsOf = 0;
    }
    const { x, scales, means } = this.#columns.at(this.#normsOf);
    const more = k - this.#normsOf;
    this.#kernels.rowNorms(bytes, stride, more, x, stride, scales, means, this.#squares, this.#dots);
    this.#normsOf = k;
    const mean = squared(this.#columns.means(k));
    const short: number[] = [];
    for (let r = 0; r < rows; r++) {
      const square = mean + 2 * dots[r] + squares[r];
      const isShort = square < SHORT * mean;
      if (isShort) short.push(r);
      this.#exact[r] = isShort || square <= 0 ? 0 : 1 / Math.sqrt(square);
    }
    this.#short = new ShortRows(this.#columns, k, short);
    this.#kernels.f32(this.#weights, rows).set(this.#exact);
    this.#weightsOf = k;
  }

  #setDeltas(meanWeight: number): void {
    const deltas = this.#kernels.f32(this.#deltas, this.#columns.rows);
    for (let r = 0; r < deltas.length; r++) deltas[r] = this.#exact[r] - meanWeight;
  }

  // Unit mode is a choice: its room is taken when it is first asked for.
  #scratch(): { v: number; z: number; panel: number; small: number; sums: number } {
    const { dims } = this.#columns;
    this.#space ??= {
      v: this.#kernels.allocate(dims * WIDTH * 4),
      z: this.#kernels.allocate(dims * WIDTH * 4),
      panel: this.#kernels.allocate(PANEL * 4),
      small: this.#kernels.allocate(4 * WIDTH * 4),
      sums: this.#kernels.allocate(dims * 8),
    };
    return this.#space;
  }
}

function squared(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}
