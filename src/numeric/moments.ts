/**
 * What PCA needs of some rows: how many there are, their means, and their scatter Σ(x − m)(x − m)ᵀ about them. The moments
 * of two sets of rows add up to those of both: Chan, Golub and LeVeque, "Updating formulae and a pairwise algorithm for
 * computing sample variances", 1979. Nothing is subtracted that could cancel.
 */
export class Moments {
  readonly dims: number;
  rows = 0;
  readonly means: Float64Array;
  /** The upper half, column after column: those of dimension j are the j + 1 from j(j + 1)/2 on. */
  readonly scatter: Float64Array;

  constructor(dims: number, means = new Float64Array(dims), scatter = new Float64Array(packedLength(dims))) {
    this.dims = dims;
    this.means = means;
    this.scatter = scatter;
  }

  /**
   * Adds the moments of other rows.
   *
   * @throws RangeError when they have other dims
   */
  add(other: Moments): void {
    if (other.dims !== this.dims)
      throw new RangeError(`Rows of ${other.dims} dims do not add to those of ${this.dims}.`);
    if (other.rows === 0) return;
    const { dims, means, scatter } = this;
    const all = this.rows + other.rows;
    const apart = Float64Array.from(means, (mean, j) => other.means[j] - mean);
    const weight = (this.rows / all) * other.rows;
    for (let j = 0, at = 0; j < dims; j++) {
      const shift = weight * apart[j];
      for (let i = 0; i <= j; i++, at++) scatter[at] += other.scatter[at] + shift * apart[i];
    }
    for (let j = 0; j < dims; j++) means[j] += apart[j] * (other.rows / all);
    this.rows = all;
  }

  /** The covariance (n − 1), packed as the scatter is. */
  covariance(): Float32Array {
    const factor = 1 / Math.max(1, this.rows - 1);
    return Float32Array.from(this.scatter, (value) => value * factor);
  }
}

/** How many values the upper half of a symmetric matrix has. */
export function packedLength(dims: number): number {
  return (dims * (dims + 1)) / 2;
}
