/** The covariance of one prefix, known by what it makes of a block of eight vectors. */
export interface PrefixOperator {
  /** How many leading dims. */
  readonly k: number;
  /** Total variance of the prefix: the trace. */
  readonly total: number;
  /**
   * C·V.
   *
   * @param v k × 8, row-major
   * @returns k × 8, row-major
   */
  apply(v: Float32Array): Float32Array | Promise<Float32Array>;
  /**
   * C[rows, columns]·V, for a covariance that is stored: what a longer prefix needs of it beyond a shorter one.
   *
   * @param rows from and to
   * @param columns from and to
   * @param v (columns.to − columns.from) × 8, row-major
   * @returns (rows.to − rows.from) × 8, row-major
   */
  part?(rows: [number, number], columns: [number, number], v: Float32Array): Float32Array;
}
