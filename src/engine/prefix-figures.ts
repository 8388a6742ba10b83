import type { Covariance } from "../numeric";

/** What each prefix holds: entry k − 1 is of the first k dims. */
export interface PrefixFigures {
  /** Total variance (n − 1). */
  variance: Float64Array;
  /** Mean squared norm ‖x[:k]‖². */
  meanSquare: Float64Array;
  /** Participation ratio of its variances, (Σλ)² ÷ Σλ² = (tr C)² ÷ ‖C‖²: how many equal ones would spread as widely. */
  effectiveRank: Float64Array;
}

/**
 * What every prefix holds, from the covariance alone.
 *
 * @param gain what the values were multiplied by
 */
export function prefixFigures(covariance: Covariance, gain: number): PrefixFigures {
  const { columns, rows } = covariance;
  const square = gain ** 2;
  const frobenius = covariance.squares();
  const means = covariance.means(columns);
  const variance = new Float64Array(columns);
  const meanSquare = new Float64Array(columns);
  const effectiveRank = new Float64Array(columns);
  let meanPart = 0;
  for (let k = 1; k <= columns; k++) {
    const total = covariance.total(k);
    meanPart += means[k - 1] ** 2;
    variance[k - 1] = total / square;
    meanSquare[k - 1] = ((total * (rows - 1)) / rows + meanPart) / square;
    effectiveRank[k - 1] = frobenius[k] > 0 ? total ** 2 / frobenius[k] : 0;
  }
  return { variance, meanSquare, effectiveRank };
}
