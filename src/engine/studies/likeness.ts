import { DotProducts, type Interval, linearCka, meanInterval, pairedRows } from "../../numeric";
import { sampleRows } from "../sample-rows";
import type { Study, StudyRun } from "./study";
import { type Prefixes, samplePrefixes } from "./vectors";

/** Rows of a Gram matrix that are computed at a time. */
const BATCH = 64;

/** What two spaces have in common at k, from a sample of rows. */
export interface Likeness {
  rows: number;
  /** Linear centred kernel alignment: whether the rows lie in the same way to each other, whatever the axes. */
  cka: Interval;
  /**
   * Cosine of each row of the one with the same row of the other, dimension by dimension, over as many dims as both
   * prefixes have: whether the two have axes in common.
   */
  cosine: Interval;
}

/**
 * @param question `other`: what `vectors` answered for the other space, for as many rows
 */
export const likeness: Study<{ k: number; rows: number; other: Prefixes }, Likeness> = async (
  coordinator,
  { k, rows, other },
  run,
) => {
  const sample = sampleRows(coordinator.rows, rows);
  const own = await samplePrefixes(coordinator, sample, k, run);
  const shared = Math.min(k, other.k);
  const { cosines } = pairedRows(own.vectors, k, leading(other, shared), shared);
  const cka = linearCka(await gramOf(own, sample.length, run), await gramOf(other, sample.length, run), sample.length);
  return { rows: sample.length, cka, cosine: meanInterval(cosines) };
};

function leading({ k, vectors }: Prefixes, dims: number): Float32Array {
  if (dims === k) return vectors;
  const rows = vectors.length / k;
  const out = new Float32Array(rows * dims);
  for (let r = 0; r < rows; r++) out.set(vectors.subarray(r * k, r * k + dims), r * dims);
  return out;
}

/** The dot products of centred rows: of what all have in common little would be left in single precision. */
async function gramOf({ k, vectors }: Prefixes, rows: number, { pause }: StudyRun): Promise<Float32Array> {
  const points = centred(vectors, rows, k);
  const products = await DotProducts.of(points, k, BATCH);
  const all = new Float32Array(rows * rows);
  for (let from = 0; from < rows; from += BATCH) {
    all.set(products.with(points.subarray(from * k, Math.min(rows, from + BATCH) * k)), from * rows);
    await pause();
  }
  return all;
}

function centred(vectors: Float32Array, rows: number, k: number): Float32Array {
  const means = new Float64Array(k);
  for (let i = 0; i < vectors.length; i++) means[i % k] += vectors[i] / rows;
  return vectors.map((value, i) => value - means[i % k]);
}
