/** A share, from the shares of some queries, with its 95 % interval. */
export interface Estimate {
  mean: number;
  /** The interval's ends; not a number where one query alone tells nothing of the spread. */
  low: number;
  high: number;
}

const Z = 1.959964;

/**
 * Adds up shares, 0 … 1, of one query each. The interval is Wilson's score interval (Wilson, 1927) for the effective number
 * of trials p(1 − p) ÷ SE², with the standard error from the spread between the queries, as for clustered surveys
 * (Korn and Graubard, 1998): the neighbours of one query are kept or lost together, so they do not count as trials of
 * their own. To the spread one query that kept all and one that kept none are added, in the way of Agresti and Coull
 * (1998): of few queries near 1 it is else often too small. Unlike a normal or a bootstrap interval this one keeps its
 * width where every query had the same share.
 */
export class Tally {
  #count = 0;
  #sum = 0;
  #squares = 0;

  add(share: number): void {
    this.#count++;
    this.#sum += share;
    this.#squares += share * share;
  }

  get estimate(): Estimate {
    const n = this.#count;
    const mean = n > 0 ? this.#sum / n : Number.NaN;
    if (n < 2) return { mean, low: Number.NaN, high: Number.NaN };
    const variance = (this.#squares + 1 - (this.#sum + 1) ** 2 / (n + 2)) / (n + 1);
    const binomial = mean * (1 - mean);
    const trials = binomial > 1e-12 ? (binomial / variance) * n : n;
    const z2 = (Z * Z) / trials;
    const middle = (mean + z2 / 2) / (1 + z2);
    const half = (Z * Math.sqrt(binomial / trials + z2 / (4 * trials))) / (1 + z2);
    return { mean, low: Math.max(0, Math.min(mean, middle - half)), high: Math.min(1, Math.max(mean, middle + half)) };
  }
}
