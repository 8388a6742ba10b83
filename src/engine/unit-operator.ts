import { type Covariance, type PrefixOperator, type UnitVectors, WIDTH } from "../numeric";
import type { Answer, Ask, Question } from "./protocol";

/** Asks all shards the same question. */
export type AskAll = <A extends Ask>(ask: A, question: Question<A>) => Promise<Answer<A>[]>;

/**
 * The covariance of a prefix in unit mode, where every row is divided by its norm first. The row weights change with k,
 * so there is no leading block to take: each product is one pass of every shard over its rows.
 */
export class UnitOperator implements PrefixOperator {
  readonly k: number;
  readonly total: number;
  readonly #askAll: AskAll;
  readonly #meanWeight: number;
  readonly #means: Float64Array;
  readonly #center: Float64Array;
  readonly #factor: number;

  private constructor(
    askAll: AskAll,
    k: number,
    fields: { total: number; meanWeight: number; means: Float64Array; center: Float64Array; factor: number },
  ) {
    this.k = k;
    this.total = fields.total;
    this.#askAll = askAll;
    this.#meanWeight = fields.meanWeight;
    this.#means = fields.means;
    this.#center = fields.center;
    this.#factor = fields.factor;
  }

  /** @param covariance knows the rows and the means of the columns */
  static async of(askAll: AskAll, covariance: Covariance, k: number): Promise<UnitOperator> {
    const { rows } = covariance;
    const weights = await askAll("unitWeights", { k });
    const meanWeight = weights.reduce((sum, answer) => sum + answer.sum, 0) / rows;
    const parts = await askAll("unitMeans", { k, meanWeight });
    const center = new Float64Array(k);
    let spread = 0;
    for (const part of parts) {
      for (let j = 0; j < k; j++) center[j] += part.sums[j] / rows;
      spread += part.spread;
    }
    const factor = 1 / Math.max(1, rows - 1);
    const total = factor * (spread - rows * center.reduce((sum, value) => sum + value * value, 0));
    const means = Float64Array.from(covariance.means(k));
    return new UnitOperator(askAll, k, { total, meanWeight, means, center, factor });
  }

  async apply(v: Float32Array): Promise<Float32Array> {
    const { k } = this;
    const parts = await this.#askAll("apply", { k, vectors: v, unit: this.vectors(v, WIDTH) });
    const image = new Float64Array(k * WIDTH);
    const sums = new Float64Array(2 * WIDTH);
    for (const part of parts) {
      for (let i = 0; i < image.length; i++) image[i] += part.image[i];
      for (let i = 0; i < sums.length; i++) sums[i] += part.sums[i];
    }
    const out = new Float32Array(image.length);
    for (let j = 0; j < k; j++) {
      for (let c = 0; c < WIDTH; c++) {
        const at = j * WIDTH + c;
        out[at] = this.#factor * (image[at] + this.#means[j] * sums[c] - this.#center[j] * sums[WIDTH + c]);
      }
    }
    return out;
  }

  /** What a block of vectors (k × width, row-major) makes of the means: all a shard must know besides its rows. */
  vectors(v: Float32Array, width: number): UnitVectors {
    const meanV = new Float64Array(width);
    const centerV = new Float64Array(width);
    for (let j = 0; j < this.k; j++) {
      for (let c = 0; c < width; c++) {
        meanV[c] += this.#means[j] * v[j * width + c];
        centerV[c] += this.#center[j] * v[j * width + c];
      }
    }
    return { meanWeight: this.#meanWeight, meanV: Float32Array.from(meanV), centerV: Float32Array.from(centerV) };
  }
}
