import { WIDTH } from "./block";
import type { Kernels } from "./kernels/load";
import type { PrefixOperator } from "./operator";

/** Squares of so many dims along the diagonal are stored whole; beside them only what is above it. */
const TILE = 64;
/** Mean squares beyond this leave single precision no room for the products of two such columns. */
const MOST_SQUARE = 1e30;
/** Columns that are met at a time: their part of V and of W stays in the first cache. */
const CHUNK = 512;

/**
 * The covariance matrix of the space, as far as its columns have arrived. The covariance of a prefix of k dims is its
 * leading k × k block, so this one matrix serves every prefix. Stored is the upper half, in f32: a product reads each entry once, for itself and
 * for its mirror.
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
   * @param factor what makes a covariance of their sum
   * @throws RangeError when a column is too large, beside the first ones, for single precision
   */
  extend(to: number, parts: Float32Array[], means: Float64Array, factor = 1 / Math.max(1, this.rows - 1)): void {
    const from = this.columns;
    this.#means.set(means, from);
    const c = this.#kernels.f32(this.#c, this.dims * this.#stride);
    this.#addUp(c, from, to, parts, factor);
    this.#mirror(c, from, to);
    for (let j = from; j < to; j++) {
      const variance = c[j * this.#stride + j];
      if (!(variance + means[j - from] ** 2 < MOST_SQUARE)) {
        throw new RangeError(
          `Dimension ${j + 1} holds values too large, beside those of the first dimensions, to be computed with: scale it or leave it out.`,
        );
      }
      this.#energy[j + 1] = this.#energy[j] + variance;
    }
    this.columns = to;
  }

  #addUp(c: Float32Array, from: number, to: number, parts: Float32Array[], factor: number): void {
    const stride = this.#stride;
    const width = to - from;
    const [first, ...others] = parts;
    const sum = new Float64Array(width);
    for (let i = 0; i < to; i++) {
      const [at, read] = [i * stride + from, i * width];
      for (let j = 0; j < width; j++) sum[j] = first[read + j];
      for (const part of others) for (let j = 0; j < width; j++) sum[j] += part[read + j];
      for (let j = 0; j < width; j++) c[at + j] = sum[j] * factor;
    }
  }

  // Within the squares along the diagonal.
  #mirror(c: Float32Array, from: number, to: number): void {
    const stride = this.#stride;
    for (let j = from; j < to; j++) {
      for (let i = j - (j % TILE); i < Math.min(from, j); i++) c[j * stride + i] = c[i * stride + j];
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

  /**
   * Squares of the Frobenius norm of every prefix's covariance, ‖C[:k, :k]‖² for k = 0 … `columns`. Each entry of the
   * upper half is read once.
   */
  squares(): Float64Array {
    const c = this.#kernels.f32(this.#c, this.dims * this.#stride);
    const squares = new Float64Array(this.columns + 1);
    for (let i = 0; i < this.columns; i++) {
      const row = i * this.#stride;
      squares[i + 1] += c[row + i] ** 2;
      for (let j = i + 1; j < this.columns; j++) squares[j + 1] += 2 * c[row + j] ** 2;
    }
    for (let k = 1; k <= this.columns; k++) squares[k] += squares[k - 1];
    return squares;
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
      apply: (v) => this.apply(k, v),
      beyond: {
        below: (shorter, v) => this.#below(shorter, k, v),
        right: (shorter, v) => this.#right(shorter, k, v),
      },
    };
  }

  /**
   * C[:k, :k]·V.
   *
   * @param v k × 8, row-major
   * @returns k × 8, row-major
   */
  apply(k: number, v: Float32Array): Float32Array {
    this.#kernels.f32(this.#v, k * WIDTH).set(v.subarray(0, k * WIDTH));
    this.#square(0, k, this.#w);
    return this.#kernels.f32(this.#w, k * WIDTH).slice();
  }

  #at(row: number, column: number): number {
    return this.#c + (row * this.#stride + column) * 4;
  }

  // W = C[from:to, from:to]·V, V from `#v` on.
  #square(from: number, to: number, w: number): void {
    const kernels = this.#kernels;
    const of = (block: number, dim: number) => block + (dim - from) * WIDTH * 4;
    const endOf = (dim: number) => Math.min(to, dim - (dim % TILE) + TILE);
    for (let a = from; a < to; a = endOf(a)) {
      const size = endOf(a) - a;
      kernels.blockProduct(size, size, this.#at(a, a), this.#stride, of(this.#v, a), of(w, a));
    }
    for (let a = from; a < to; a = endOf(a)) {
      const b = endOf(a);
      for (let j = b; j < to; j += CHUNK) {
        const [c, width] = [this.#at(a, j), Math.min(CHUNK, to - j)];
        const [vRows, vColumns] = [of(this.#v, a), of(this.#v, j)];
        kernels.mirroredProduct(b - a, width, c, this.#stride, vRows, vColumns, of(w, a), of(w, j));
      }
    }
  }

  #below(shorter: number, k: number, v: Float32Array): Float32Array {
    const kernels = this.#kernels;
    const more = k - shorter;
    kernels.f32(this.#v, shorter * WIDTH).set(v.subarray(0, shorter * WIDTH));
    kernels.f32(this.#w, more * WIDTH).fill(0);
    for (let j = 0; j < more; j += CHUNK) {
      const width = Math.min(CHUNK, more - j);
      const w = this.#w + j * WIDTH * 4;
      kernels.transposedProduct(shorter, width, this.#at(0, shorter + j), this.#stride, this.#v, w);
    }
    return kernels.f32(this.#w, more * WIDTH).slice();
  }

  #right(shorter: number, k: number, v: Float32Array): Float32Array {
    const kernels = this.#kernels;
    const more = k - shorter;
    kernels.f32(this.#v, more * WIDTH).set(v.subarray(0, more * WIDTH));
    kernels.blockProduct(shorter, more, this.#at(0, shorter), this.#stride, this.#v, this.#w);
    this.#square(shorter, k, this.#w + shorter * WIDTH * 4);
    return kernels.f32(this.#w, k * WIDTH).slice();
  }
}
