/** A weighted least-squares fit as an orthonormal set of (weighted) columns, to which columns are added one by one. */
export class Regression {
  readonly #columns: Float64Array[];
  /** What the columns do not explain of the (weighted) series. */
  readonly residual: Float64Array;

  constructor(residual: Float64Array, columns: Float64Array[] = []) {
    this.residual = residual;
    this.#columns = columns;
  }

  /** How many columns there are: the parameters of the fit. */
  get parameters(): number {
    return this.#columns.length;
  }

  /** Residual sum of squares. */
  get rss(): number {
    return dot(this.residual, this.residual);
  }

  /** A copy to which one more column has been added; the same fit where it says nothing new. */
  with(column: Float64Array): Regression {
    const rest = this.unexplained(column);
    const norm = Math.sqrt(dot(rest, rest));
    if (norm < 1e-9 * Math.sqrt(dot(column, column))) return this;
    for (let j = 0; j < rest.length; j++) rest[j] /= norm;
    const share = dot(rest, this.residual);
    const residual = this.residual.slice();
    for (let j = 0; j < residual.length; j++) residual[j] -= share * rest[j];
    return new Regression(residual, [...this.#columns, rest]);
  }

  /** What of a column the fit's own columns do not explain. */
  unexplained(column: Float64Array): Float64Array {
    const rest = column.slice();
    let before = dot(rest, rest);
    for (let pass = 0; pass < 2; pass++) {
      for (const own of this.#columns) {
        const share = dot(own, rest);
        for (let j = 0; j < rest.length; j++) rest[j] -= share * own[j];
      }
      // A second pass only where much was taken away, and rounding shows (Daniel and others, 1976).
      const after = dot(rest, rest);
      if (after > 0.5 * before) break;
      before = after;
    }
    return rest;
  }

  /** How much of the residual sum of squares a further column would explain. */
  gain(column: Float64Array): number {
    const rest = this.unexplained(column);
    const square = dot(rest, rest);
    return square > 1e-9 * dot(column, column) ? dot(rest, this.residual) ** 2 / square : 0;
  }

  /**
   * For a step at every place c at once (columns that are `weights` from c on and 0 before): what it would explain, how
   * much of it is its own, and its height.
   */
  steps(weights: Float64Array): { gain: Float64Array; own: Float64Array; height: Float64Array } {
    const d = weights.length;
    const own = suffixSums(weights, weights);
    for (const column of this.#columns) {
      const sums = suffixSums(column, weights);
      for (let c = 0; c < d; c++) own[c] -= sums[c] * sums[c];
    }
    const with_ = suffixSums(this.residual, weights);
    const least = 1e-9 * dot(weights, weights);
    const gain = new Float64Array(d);
    const height = new Float64Array(d);
    for (let c = 0; c < d; c++) {
      if (own[c] <= least) continue;
      gain[c] = with_[c] ** 2 / own[c];
      height[c] = with_[c] / own[c];
    }
    return { gain, own, height };
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j] * b[j];
  return sum;
}

function suffixSums(a: Float64Array, b: Float64Array): Float64Array {
  const sums = new Float64Array(a.length);
  let sum = 0;
  for (let j = a.length - 1; j >= 0; j--) {
    sum += a[j] * b[j];
    sums[j] = sum;
  }
  return sums;
}
