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
}
