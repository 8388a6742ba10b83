import { logProfile, longRunVariance } from "./noise";
import { Regression } from "./regression";
import { APART, ODDS, Search } from "./search";
import { smoothBases } from "./smooth-bases";

/** A place where the level of the std profile changes at once. */
export interface Step {
  /** The first dimension count at which the level changes: 512 means between the 512th and the 513th. */
  dims: number;
  /** Level after it over level before it. */
  ratio: number;
  /** Posterior probability of the step over all smooth curves, with it and without it. */
  confidence: number;
}

// No step among the first dims, where a power law is steep.
const FIRST = 48;
// Nested losses end at round numbers: they share this part of the prior.
const ROUND = 0.9;
// Noise that goes together over some dims is looked for by means of so many.
const BATCH = 16;

/** Whether models are cut there: powers of two, and multiples of 64. */
function isRound(dims: number): boolean {
  return dims % 64 === 0 || (dims & (dims - 1)) === 0;
}

/**
 * The steps of a std profile: where a nested loss ended. The log profile is fitted by a smooth curve plus steps, for
 * smooth curves from a constant to a supple spline; steps are added one at a time, each re-placed with the others
 * fixed, as long as their posterior odds hold (Schwarz, 1978; for change points Yao, 1988), and of all fits the one
 * with the least information criterion is taken. So a step must beat every smooth decay, not only a constant, and at
 * last every ramp of a sixteenth of the dims or wider. Its confidence is that of all curves together, each by its
 * evidence (Bayesian model averaging: Kass and Raftery, 1995); a step below 99 % is not told.
 *
 * @param std standard deviation of each dimension
 */
export function detectSteps(std: ArrayLike<number>): Step[] {
  const d = std.length;
  if (d < 4 * APART) return [];
  const { y, noise } = logProfile(std);
  let searches = searchesOver(y, noise);
  // Where neighbours' noise goes together, their differences tell too little of it: then once more with what the fit
  // leaves over.
  const together = longRunVariance(likeliest(searches).fit().residual, BATCH);
  if (together > 1) {
    const more = Math.sqrt(together);
    searches = searchesOver(
      y,
      noise.map((value) => value * more),
    );
  }
  return likeliest(searches)
    .sharpSteps()
    .map(({ place, height }) => ({ dims: place, ratio: Math.exp(height), odds: logOdds(place, searches) }))
    .filter(({ odds }) => odds >= ODDS)
    .map(({ dims, ratio, odds }) => ({ dims, ratio, confidence: 1 / (1 + Math.exp(-odds)) }));
}

/** For every smooth curve, the steps on top of it. */
function searchesOver(y: Float64Array, noise: Float64Array): Search[] {
  const d = y.length;
  const weights = noise.map((value) => 1 / value);
  const weighted = (column: Float64Array) => column.map((value, j) => value * weights[j]);
  const prior = logPrior(d);
  return smoothBases(d).map((basis) => {
    let smooth = new Regression(weighted(y));
    for (const column of basis) smooth = smooth.with(weighted(column));
    const search = new Search(smooth, weights, prior);
    search.run();
    return search;
  });
}

function likeliest(searches: Search[]): Search {
  const criteria = searches.map((search) => search.criterion());
  return searches[criteria.indexOf(Math.min(...criteria))];
}

/** Log odds of a step near a place: the evidence of all fits that have one there over that of all without. */
function logOdds(place: number, searches: Search[]): number {
  const isNear = (step: number) => Math.abs(step - place) < APART;
  const evidence = (fits: { search: Search; steps: number[] }[]) =>
    logSum(fits.map(({ search, steps }) => -search.criterion(steps) / 2));
  const having = searches.filter(({ steps }) => steps.some(isNear)).map((search) => ({ search, steps: search.steps }));
  const lacking = searches.map((search) => ({ search, steps: search.steps.filter((step) => !isNear(step)) }));
  return evidence(having) - evidence(lacking);
}

/** log Σ exp of some logarithms. */
function logSum(logs: number[]): number {
  const most = Math.max(...logs);
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
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
