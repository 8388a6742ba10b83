import type { Regression } from "./regression";

/** No step is nearer than this to another or to the end. */
export const APART = 32;
/** Log odds that a step must have: 99 to 1. */
export const ODDS = Math.log(99);
const MOST_STEPS = 16;
// A ramp takes a step's place when it explains this much more, in units of the noise's variance: odds of 20 to 1.
const RAMP_GAIN = 2 * Math.log(20);
// A ramp over fewer dims than these is a step to the eye, and to the noise.
const NARROWEST_RAMP = 48;

/** The search for steps on top of one smooth curve: one at a time, each re-placed with the others fixed. */
export class Search {
  readonly #smooth: Regression;
  readonly #weights: Float64Array;
  readonly #prior: Float64Array;
  steps: number[] = [];

  /**
   * @param smooth the curve, fitted
   * @param weights one over the noise of each dimension
   * @param prior log probability of a step at each place
   */
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

  /**
   * The information criterion of the curve with these steps (Schwarz, 1978): twice its negative log evidence. A step
   * counts its height as a parameter, and its place by the prior.
   */
  criterion(steps = this.steps): number {
    const one = Math.log(this.#weights.length);
    const places = steps.reduce((sum, step) => sum + one - 2 * this.#prior[step], 0);
    return this.fit(steps).rss + this.#smooth.parameters * one + places;
  }

  /** Those of the steps that no ramp explains as well, and their heights. */
  sharpSteps(): { place: number; height: number }[] {
    const d = this.#weights.length;
    const found: { place: number; height: number }[] = [];
    for (const step of this.steps) {
      const fit = this.fit(this.steps.filter((other) => other !== step));
      const { gain, height } = fit.steps(this.#weights);
      const ramps = [d >> 4, d >> 3, d >> 2].flatMap((width, i) => {
        const wide = Math.max(width, NARROWEST_RAMP << i);
        return [-0.25, 0, 0.25].map((shift) => fit.gain(this.#ramp(step + shift * wide, wide)));
      });
      // The prior may have drawn the step to a round number: the likeliest place near it speaks for it.
      const sharpest = Math.max(...gain.subarray(step - APART / 2, step + APART / 2));
      if (Math.max(...ramps) <= sharpest + RAMP_GAIN) found.push({ place: step, height: height[step] });
    }
    return found.sort((a, b) => a.place - b.place);
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

  // By the information criterion (the dims that tell of the step are its sample), and the prior.
  #likeliest(others: number[], near = 0, within = Number.POSITIVE_INFINITY): { place: number; odds: number } {
    const { gain, own } = this.fit(others).steps(this.#weights);
    let place = 0;
    let odds = Number.NEGATIVE_INFINITY;
    const taken = new Uint8Array(gain.length);
    for (const other of others) taken.fill(1, Math.max(0, other - APART + 1), other + APART);
    for (let c = 0; c < gain.length; c++) {
      if (taken[c] || this.#prior[c] === Number.NEGATIVE_INFINITY || Math.abs(c - near) > within) continue;
      const sample = Math.max(1, own[c] / this.#weights[c] ** 2);
      const here = gain[c] / 2 - Math.log(sample) / 2 + this.#prior[c];
      if (here > odds) [place, odds] = [c, here];
    }
    return { place, odds };
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
