import { logProfile } from "./noise";
import { Regression } from "./regression";
import { smoothBases } from "./smooth-bases";

/** A place where the level of the std profile changes at once. */
export interface Step {
  /** The first dimension count at which the level changes: 512 means between the 512th and the 513th. */
  dims: number;
  /** Level after it over level before it. */
  ratio: number;
  /** Posterior probability of the step, from the Bayesian information criterion and the prior. */
  confidence: number;
}

// No step nearer than this to another or to the end, nor among the first dims, where a power law is steep.
const APART = 32;
const FIRST = 48;
const MOST_STEPS = 16;
// Log odds that a step must have: 99 to 1.
const ODDS = Math.log(99);
// A ramp takes a step's place when it explains this much more, in units of the noise's variance: odds of 20 to 1.
const RAMP_GAIN = 2 * Math.log(20);
// A ramp over fewer dims than these is a step to the eye, and to the noise.
const NARROWEST_RAMP = 48;
// Nested losses end at round numbers: they share this part of the prior.
const ROUND = 0.9;

/** Whether models are cut there: powers of two, and multiples of 64. */
function isRound(dims: number): boolean {
  return dims % 64 === 0 || (dims & (dims - 1)) === 0;
}

/**
 * The steps of a std profile: where a nested loss ended. The log profile is fitted by a smooth curve plus steps, for
 * smooth curves from a constant to a supple spline; steps are added one at a time, each re-placed with the others
 * fixed, as long as their posterior odds hold (Schwarz, 1978; for change points Yao, 1988), and of all fits the one
 * with the least information criterion is taken. So a step must beat every smooth decay, not only a constant, and at
 * last every ramp of a sixteenth of the dims or wider.
 *
 * @param std standard deviation of each dimension
 */
export function detectSteps(std: ArrayLike<number>): Step[] {
  const d = std.length;
  if (d < 4 * APART) return [];
  const { y, noise } = logProfile(std);
  const weights = noise.map((value) => 1 / value);
  const weighted = (column: Float64Array) => column.map((value, j) => value * weights[j]);
  const prior = logPrior(d);
  let best: { criterion: number; search: Search } | null = null;
  for (const basis of smoothBases(d)) {
    let smooth = new Regression(weighted(y));
    for (const column of basis) smooth = smooth.with(weighted(column));
    const search = new Search(smooth, weights, prior);
    search.run();
    const criterion = search.fit().rss + (smooth.parameters + 3 * search.steps.length) * Math.log(d);
    if (!best || criterion < best.criterion) best = { criterion, search };
  }
  return best ? best.search.sharpSteps() : [];
}

/** Log prior of a step at each place: even odds of one at all, and of its places the round ones first. */
function logPrior(d: number): Float64Array {
  const allowed = (c: number) => c >= FIRST && c <= d - APART;
  let round = 0;
  let all = 0;
  for (let c = 0; c < d; c++) {
    if (!allowed(c)) continue;
    all++;
    if (isRound(c)) round++;
  }
  return Float64Array.from({ length: d }, (_, c) => {
    if (!allowed(c)) return Number.NEGATIVE_INFINITY;
    return Math.log(0.5) + (isRound(c) ? Math.log(ROUND / round) : Math.log((1 - ROUND) / all));
  });
}

/** The search for steps on top of one smooth curve. */
class Search {
  readonly #smooth: Regression;
  readonly #weights: Float64Array;
  readonly #prior: Float64Array;
  steps: number[] = [];

  constructor(smooth: Regression, weights: Float64Array, prior: Float64Array) {
    this.#smooth = smooth;
    this.#weights = weights;
    this.#prior = prior;
  }

  run(): void {
    while (this.steps.length < MOST_STEPS) {
      const { place, odds } = this.#likeliest(this.steps);
      if (odds < ODDS) return;
      this.steps.push(place);
      this.#settle();
    }
  }

  /** The smooth curve with these steps, or with all. */
  fit(steps = this.steps): Regression {
    return steps.reduce((fit, step) => fit.with(this.#step(step)), this.#smooth);
  }

  /** The steps that no ramp explains as well. */
  sharpSteps(): Step[] {
    const d = this.#weights.length;
    const found: Step[] = [];
    for (const step of this.steps) {
      const others = this.steps.filter((other) => other !== step);
      const fit = this.fit(others);
      const { gain, own, height } = fit.steps(this.#weights);
      const ramps = [d >> 4, d >> 3, d >> 2].flatMap((width, i) => {
        const wide = Math.max(width, NARROWEST_RAMP << i);
        return [-0.25, 0, 0.25].map((shift) => fit.gain(this.#ramp(step + shift * wide, wide)));
      });
      // The prior may have drawn the step to a round number: the likeliest place near it speaks for it.
      const sharpest = Math.max(...gain.subarray(step - APART / 2, step + APART / 2));
      if (Math.max(...ramps) > sharpest + RAMP_GAIN) continue;
      const confidence = 1 / (1 + Math.exp(-this.#odds(step, gain, own)));
      found.push({ dims: step, ratio: Math.exp(height[step]), confidence });
    }
    return found.sort((a, b) => a.dims - b.dims);
  }

  // Each step is placed anew with the others fixed, until none moves; one that no longer holds goes.
  #settle(): void {
    for (let round = 0; round < 4; round++) {
      let moved = false;
      for (const step of [...this.steps]) {
        const others = this.steps.filter((other) => other !== step);
        const { place, odds } = this.#likeliest(others, step, 128);
        if (odds < ODDS) this.steps = others;
        else if (place !== step) this.steps = [...others, place];
        else continue;
        moved = true;
      }
      if (!moved) return;
    }
  }

  #likeliest(others: number[], near = 0, within = Number.POSITIVE_INFINITY): { place: number; odds: number } {
    const { gain, own } = this.fit(others).steps(this.#weights);
    let place = 0;
    let odds = Number.NEGATIVE_INFINITY;
    const taken = new Uint8Array(gain.length);
    for (const other of others) taken.fill(1, Math.max(0, other - APART + 1), other + APART);
    for (let c = 0; c < gain.length; c++) {
      if (taken[c] || this.#prior[c] === Number.NEGATIVE_INFINITY || Math.abs(c - near) > within) continue;
      const here = this.#odds(c, gain, own);
      if (here > odds) [place, odds] = [c, here];
    }
    return { place, odds };
  }

  // Log Bayes factor by the information criterion (the dims that tell of the step are its sample), and the prior.
  #odds(c: number, gain: Float64Array, own: Float64Array): number {
    const sample = Math.max(1, own[c] / this.#weights[c] ** 2);
    return gain[c] / 2 - Math.log(sample) / 2 + this.#prior[c];
  }

  #step(at: number): Float64Array {
    const column = new Float64Array(this.#weights.length);
    column.set(this.#weights.subarray(at), at);
    return column;
  }

  #ramp(center: number, width: number): Float64Array {
    return this.#weights.map((weight, j) => weight * Math.min(1, Math.max(0, (j - center) / width + 0.5)));
  }
}
