import { Best, DotProducts, type Interval } from "../../numeric";
import type { Coordinator } from "../coordinator";
import { sampleRows } from "../sample-rows";
import { sharedShares, shareInterval } from "./agreement";
import { idsOf } from "./draws";
import { nearest } from "./nearest";
import type { Study, StudyRun } from "./study";
import { samplePrefixes } from "./vectors";

export interface TruncationQuestion {
  k: number;
  queries: number;
  count: number;
}

/**
 * What becomes of vectors that are cut to k dims. Each is first scaled to length 1 at all dims, as an interface hands it
 * out; what is left of that length after the cut is its ratio of norms.
 */
export interface Truncation {
  /** ‖x[:k]‖ ÷ ‖x‖ over all points. */
  ratio: { mean: number; least: number; most: number };
  /** Cosine of x[:k] with the same renormalised to length 1 in single precision: the mean and the least. */
  cosine: { mean: number; least: number };
  /** recall by cosine, and by the dot product of prefixes that were not renormalised, against all dims by cosine. */
  byCosine: Interval;
  byDot: Interval;
  /** Share of the lists that the dot product of renormalised prefixes and the cosine of the others agree on, in full. */
  same: number;
}

/** Rows that are fetched and multiplied at a time. */
const BATCH = 128;

/** Truncates every vector to k dims and ranks by dot product and by cosine, with and without renormalising. */
export const truncation: Study<TruncationQuestion, Truncation> = async (coordinator, question, run) => {
  const { k, queries } = question;
  const count = Math.min(question.count, coordinator.rows - 1);
  const sample = sampleRows(coordinator.rows, queries);
  const prefixes = k === coordinator.dims ? [k] : [k, coordinator.dims];
  const half: StudyRun = { ...run, progress: (share) => run.progress(share / 2) };
  const lists = await nearest(coordinator, { queries, prefixes, count }, half);
  const whole = lists[lists.length - 1];
  const ranked = await rank(coordinator, sample, k, count, {
    ...run,
    progress: (share) => run.progress((1 + share) / 2),
  });
  const agreed = sharedShares(ranked.renormalised, lists[0], count).filter((share) => share === 1).length;
  return {
    ratio: spread(ranked.ratios),
    cosine: spread(ranked.cosines),
    byCosine: shareInterval(sharedShares(lists[0], whole, count)),
    byDot: shareInterval(sharedShares(ranked.cut, whole, count)),
    same: agreed / sample.length,
  };
};

async function rank(coordinator: Coordinator, sample: Int32Array, k: number, count: number, run: StudyRun) {
  const { rows, dims } = coordinator;
  const { vectors } = await samplePrefixes(coordinator, sample, k, run);
  const products = await DotProducts.of(vectors, k, BATCH);
  const cut = Array.from(sample, () => new Best(count));
  const renormalised = Array.from(sample, () => new Best(count));
  const [ratios, cosines] = [new Float64Array(rows), new Float64Array(rows)];
  for (let from = 0; from < rows; from += BATCH) {
    const batch = Int32Array.from({ length: Math.min(BATCH, rows - from) }, (_, i) => from + i);
    const whole = await coordinator.vectors(batch);
    const prefixes = new Float32Array(batch.length * k);
    const [byWhole, byPrefix] = [new Float64Array(batch.length), new Float64Array(batch.length)];
    for (let i = 0; i < batch.length; i++) {
      const row = whole.subarray(i * dims, (i + 1) * dims);
      prefixes.set(row.subarray(0, k), i * k);
      const [inPrefix, inAll] = [squares(row.subarray(0, k)), squares(row)];
      byWhole[i] = inAll > 0 ? 1 / Math.sqrt(inAll) : 0;
      byPrefix[i] = inPrefix > 0 ? 1 / Math.sqrt(inPrefix) : 0;
      ratios[from + i] = Math.sqrt(inPrefix) * byWhole[i];
      cosines[from + i] = withRenormalised(row.subarray(0, k), byPrefix[i]);
    }
    const dots = products.with(prefixes);
    for (let i = 0; i < batch.length; i++) {
      for (let q = 0; q < sample.length; q++) {
        if (sample[q] === batch[i]) continue;
        const dot = dots[i * sample.length + q];
        cut[q].offer(batch[i], dot * byWhole[i]);
        renormalised[q].offer(batch[i], dot * byPrefix[i]);
      }
    }
    run.progress((from + batch.length) / rows);
    await run.pause();
  }
  return { cut: idsOf(cut, count), renormalised: idsOf(renormalised, count), ratios, cosines };
}

function squares(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}

/** The cosine of a vector with itself times a factor, rounded to single precision as it would be stored. */
function withRenormalised(vector: Float32Array, factor: number): number {
  let [dot, first, second] = [0, 0, 0];
  for (const value of vector) {
    const stored = Math.fround(value * factor);
    dot += value * stored;
    first += value * value;
    second += stored * stored;
  }
  return first > 0 ? dot / Math.sqrt(first * second) : 1;
}

function spread(values: Float64Array): { mean: number; least: number; most: number } {
  let [sum, least, most] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    sum += value;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return { mean: sum / values.length, least, most };
}
