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
  /** For a covariance that is stored: what a longer prefix needs of it beyond a shorter one. */
  readonly beyond?: {
    /**
     * C[shorter:k, :shorter]·V.
     *
     * @param v shorter × 8, row-major
     * @returns (k − shorter) × 8, row-major
     */
    below(shorter: number, v: Float32Array): Float32Array;
    /**
     * C[:, shorter:k]·V.
     *
     * @param v (k − shorter) × 8, row-major
     * @returns k × 8, row-major
     */
    right(shorter: number, v: Float32Array): Float32Array;
  };
}
