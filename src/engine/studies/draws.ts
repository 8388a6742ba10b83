import { Best, DotProducts, type Interval, meanInterval } from "../../numeric";
import { sampleRows, shuffled } from "../sample-rows";
import { sharedShares } from "./agreement";
import { nearest } from "./nearest";
import type { Study } from "./study";
import { samplePrefixes } from "./vectors";

export interface DrawsQuestion {
  k: number;
  queries: number;
  count: number;
  /** How many times k dims are drawn; each draw is of its own for every k. */
  draws: number;
}

/** recall of k dims drawn at random against all, by cosine: of each draw the mean over the queries. */
export interface Draws {
  recalls: number[];
  /** Their mean, with the interval that the spread between the draws tells. */
  mean: Interval;
}

/** Rows that are fetched and multiplied at a time. */
const BATCH = 128;
const FIRST_SEED = 100;

/** What random dims are worth: all rows are gone through once, for all draws together. */
export const draws: Study<DrawsQuestion, Draws> = async (coordinator, question, run) => {
  const { rows, dims } = coordinator;
  const { k } = question;
  const count = Math.min(question.count, rows - 1);
  const sample = sampleRows(rows, question.queries);
  const progress = (share: number) => run.progress(share / 4);
  const [whole] = await nearest(coordinator, { queries: sample.length, count, prefixes: [dims] }, { ...run, progress });
  const own = await samplePrefixes(coordinator, sample, dims, run);
  const drawn = Array.from({ length: question.draws }, (_, i) => shuffled(dims, FIRST_SEED + i + k * 31).slice(0, k));
  const products: DotProducts[] = [];
  for (const chosen of drawn) products.push(await DotProducts.of(taken(own.vectors, dims, chosen), k, BATCH));
  const best = drawn.map(() => Array.from(sample, () => new Best(count)));
  for (let from = 0; from < rows; from += BATCH) {
    const batch = Int32Array.from({ length: Math.min(BATCH, rows - from) }, (_, i) => from + i);
    const vectors = await coordinator.vectors(batch);
    for (let i = 0; i < drawn.length; i++) {
      offer(best[i], sample, batch, taken(vectors, dims, drawn[i]), k, products[i]);
      await run.pause();
    }
    run.progress(0.25 + (0.75 * (from + batch.length)) / rows);
  }
  const recalls = best.map((lists) => meanInterval(sharedShares(idsOf(lists, count), whole, count)).mean);
  return { recalls, mean: meanInterval(recalls) };
};

/** The chosen columns of some rows. */
function taken(vectors: Float32Array, dims: number, chosen: Int32Array): Float32Array {
  const k = chosen.length;
  const rows = vectors.length / dims;
  const out = new Float32Array(rows * k);
  for (let r = 0; r < rows; r++) for (let j = 0; j < k; j++) out[r * k + j] = vectors[r * dims + chosen[j]];
  return out;
}

function offer(
  best: Best[],
  sample: Int32Array,
  batch: Int32Array,
  vectors: Float32Array,
  k: number,
  products: DotProducts,
): void {
  const dots = products.with(vectors);
  batch.forEach((row, i) => {
    let square = 0;
    for (let j = i * k; j < (i + 1) * k; j++) square += vectors[j] ** 2;
    const inverse = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let q = 0; q < sample.length; q++) {
      if (sample[q] !== row) best[q].offer(row, dots[i * sample.length + q] * inverse);
    }
  });
}

/** The lists of ids, one after the other; −1 where there are fewer. */
export function idsOf(best: Best[], count: number): Int32Array {
  const ids = new Int32Array(best.length * count).fill(-1);
  best.forEach((one, q) => {
    ids.set(one.ids.subarray(0, one.count), q * count);
  });
  return ids;
}
