import { WIDTH } from "./block";
import type { Kernels } from "./kernels/load";
import type { PrefixOperator } from "./operator";

// Rows of the upper half that are mirrored at a time.
const TILE = 64;

/**
 * The covariance matrix of the space, as far as its columns have arrived. The covariance of a prefix of k dims is its
 * leading k × k block, so this one matrix serves every prefix. It is stored whole (both halves), f32.
 */
export class Covariance {
  readonly rows: number;
  readonly dims: number;
  /** How many leading columns are known. */
  columns = 0;

  readonly #kernels: Kernels;
  readonly #stride: number;
  readonly #c: number;
  readonly #v: number;
  readonly #w: number;
  readonly #means: Float32Array;
  // Sum of the variances of the first k columns, in double.
  readonly #energy: Float64Array;

  /**
   * @param rows n, all points of the space
   * @param dims d, all columns of the space
   */
  constructor(kernels: Kernels, rows: number, dims: number) {
    this.#kernels = kernels;
    this.rows = rows;
    this.dims = dims;
    this.#stride = (dims + 7) & ~7;
    this.#c = kernels.allocate(dims * this.#stride * 4);
    this.#v = kernels.allocate(dims * WIDTH * 4);
    this.#w = kernels.allocate(dims * WIDTH * 4);
    this.#means = new Float32Array(dims);
    this.#energy = new Float64Array(dims + 1);
  }

  /**
   * Adds the next columns.
   *
   * @param parts of each shard, `to` × (`to` − columns) values of its XᵀX, centred
   * @param means what was subtracted from these columns
   */
  extend(to: number, parts: Float32Array[], means: Float64Array): void {
    const from = this.columns;
    this.#means.set(means, from);
    const c = this.#kernels.f32(this.#c, this.dims * this.#stride);
    this.#addUp(c, from, to, parts);
    this.#mirror(c, from, to);
    for (let j = from; j < to; j++) this.#energy[j + 1] = this.#energy[j] + c[j * this.#stride + j];
    this.columns = to;
  }

  #addUp(c: Float32Array, from: number, to: number, parts: Float32Array[]): void {
    const stride = this.#stride;
    const width = to - from;
    const factor = 1 / Math.max(1, this.rows - 1);
    const [first, ...others] = parts;
    const sum = new Float64Array(width);
    for (let i = 0; i < to; i++) {
      const [at, read] = [i * stride + from, i * width];
      for (let j = 0; j < width; j++) sum[j] = first[read + j];
      for (const part of others) for (let j = 0; j < width; j++) sum[j] += part[read + j];
      for (let j = 0; j < width; j++) c[at + j] = sum[j] * factor;
    }
  }

  // In tiles, so that each line of the cache that is written is written whole.
  #mirror(c: Float32Array, from: number, to: number): void {
    const stride = this.#stride;
    for (let tile = 0; tile < from; tile += TILE) {
      const end = Math.min(from, tile + TILE);
      for (let j = from; j < to; j++) {
        for (let i = tile; i < end; i++) c[j * stride + i] = c[i * stride + j];
      }
    }
  }

  /** What was subtracted from the first k columns, as the shards hold it (f32). */
  means(k: number): Float32Array {
    return this.#means.subarray(0, k);
  }

  /** Total variance of the first k dims. */
  total(k: number): number {
    return this.#energy[k];
  }

  /** Standard deviation of the dims from … to. */
  std(from: number, to: number): Float32Array {
    const c = this.#kernels.f32(this.#c, this.dims * this.#stride);
    return Float32Array.from({ length: to - from }, (_, j) =>
      Math.sqrt(Math.max(0, c[(from + j) * (this.#stride + 1)])),
    );
  }

  /** The covariance of the first k dims: the leading k × k block. */
  prefix(k: number): PrefixOperator {
    return {
      k,
      total: this.total(k),
      apply: (v) => this.#product([0, k], [0, k], v),
      part: (rows, columns, v) => this.#product(rows, columns, v),
    };
  }

  /**
   * C[:rows, :columns] · V.
   *
   * @param v columns × 8, row-major
   * @param out rows × 8, row-major; filled
   */
  apply(rows: number, columns: number, v: Float32Array, out: Float32Array): void {
    out.set(this.#product([0, rows], [0, columns], v));
  }

  #product([top, bottom]: [number, number], [left, right]: [number, number], v: Float32Array): Float32Array {
    const [rows, columns] = [bottom - top, right - left];
    this.#kernels.f32(this.#v, columns * WIDTH).set(v.subarray(0, columns * WIDTH));
    const c = this.#c + (top * this.#stride + left) * 4;
    this.#kernels.blockProduct(rows, columns, c, this.#stride, this.#v, this.#w);
    return this.#kernels.f32(this.#w, rows * WIDTH).slice();
  }
}
