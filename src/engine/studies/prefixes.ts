import type { Study } from "./study";

/** Of every prefix k = 1 … d, one value each. */
export interface PrefixFigures {
  /** Its share of the variance of all dims. */
  variance: Float64Array;
  /** Its share of the mean squared norm of all dims. */
  meanSquare: Float64Array;
  /** The participation ratio of its variances. */
  effectiveRank: Float64Array;
}

/** What every prefix holds, of the vectors as they are: exact, from the covariance alone. */
export const prefixes: Study<Record<string, never>, PrefixFigures> = async (coordinator, _, run) => {
  const { variance, meanSquare, effectiveRank } = coordinator.prefixFigures();
  run.progress(1);
  return { variance: shares(variance), meanSquare: shares(meanSquare), effectiveRank };
};

function shares(values: Float64Array): Float64Array {
  const whole = values[values.length - 1];
  return whole > 0 ? values.map((value) => value / whole) : values;
}
