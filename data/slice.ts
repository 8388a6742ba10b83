import type { Kernels } from "../src/numeric/kernels/load";
import { Multiplier, type Packer } from "../src/numeric/multiply";
import type { Batch } from "./batches";
import type { Exchange } from "./exchange";
import { nestedLoss } from "./loss";
import { squareSum, TokenTable } from "./token-table";
import type { Bags } from "./vocabulary";

/** A run of dims of the slice: its part of one block. */
export interface Share {
  /** First dim of it within the slice. */
  at: number;
  /** First dim of it within the space. */
  dim: number;
  /** Number of dims. */
  width: number;
}

/** The share of slice `index` of `slices` in each block between neighbouring prefixes. */
export function sharesOf(prefixes: readonly number[], index: number, slices: number): Share[] {
  let at = 0;
  return prefixes.map((end, b) => {
    const start = b > 0 ? prefixes[b - 1] : 0;
    const width = (end - start) / slices;
    const share = { at, dim: start + index * width, width };
    at += width;
    return share;
  });
}

/**
 * One slice of the model: the same share of the dims of every block, for all tokens. A step goes through four phases;
 * all slices must have ended one before any begins the next, as each reads what the others wrote to the exchange.
 */
export class Slice {
  readonly shares: Share[];
  /** Dims of this slice. */
  readonly width: number;
  readonly tokens: TokenTable;

  readonly #exchange: Exchange;
  readonly #kernels: Kernels;
  readonly #multiplier: Multiplier;
  readonly #index: number;
  readonly #dims: number;
  // Byte offsets: the 2B text vectors, their gradients, one B × B matrix.
  readonly #x: number;
  readonly #dx: number;
  readonly #square: number;

  /**
   * @param prefixes ends of the nested blocks, rising; the last is the number of dims
   * @param vocabulary number of token vectors
   * @param spread standard deviation of their first values
   */
  constructor(
    kernels: Kernels,
    exchange: Exchange,
    prefixes: readonly number[],
    vocabulary: number,
    spread: number,
    index: number,
    seed: number,
  ) {
    const { size, slices } = exchange;
    this.#exchange = exchange;
    this.#kernels = kernels;
    this.#multiplier = new Multiplier(kernels);
    this.#index = index;
    this.#dims = prefixes[prefixes.length - 1];
    this.shares = sharesOf(prefixes, index, slices);
    this.width = this.#dims / slices;
    this.#x = kernels.allocate(2 * size * this.width * 4);
    this.#dx = kernels.allocate(2 * size * this.width * 4);
    this.#square = kernels.allocate(size * size * 4);
    this.tokens = new TokenTable(vocabulary, this.width, spread, seed + index);
  }

  /** Phase 1: vectors of the texts; this slice's part of the products and squared norms. */
  forward(batch: Batch): void {
    const { size } = batch;
    const { width } = this;
    const x = this.#kernels.f32(this.#x, 2 * size * width);
    this.tokens.read(batch, x);
    this.shares.forEach((share, b) => {
      const squares = this.#exchange.squares[this.#index][b];
      for (let text = 0; text < 2 * size; text++) squares[text] = squareSum(x, text * width + share.at, share.width);
      const product = this.#kernels.f32(this.#square, size * size).fill(0);
      const anchors = this.#pack(this.#x + share.at * 4, 1, width);
      const positives = this.#pack(this.#x + (size * width + share.at) * 4, 1, width);
      this.#multiplier.multiply(anchors, positives, size, size, 0, share.width, this.#square, size);
      this.#exchange.products[this.#index][b].set(product);
    });
  }

  /** Phase 2: the loss of this slice's share of the anchors, over all dims. */
  loss(batch: Batch, scale: number): void {
    const exchange = this.#exchange;
    const rows = batch.size / exchange.slices;
    const from = this.#index * rows;
    exchange.gather(from, from + rows, batch.size);
    exchange.losses[this.#index] = nestedLoss(
      { size: batch.size, products: exchange.sums, squares: exchange.totals(), groups: batch.groups, scale },
      from,
      from + rows,
      { products: exchange.slopes, norms: exchange.norms[this.#index] },
    );
  }

  /** Phase 3: gradients of the texts' vectors and, from them, of the tokens'. */
  backward(batch: Batch): void {
    const { size } = batch;
    const { width } = this;
    const x = this.#kernels.f32(this.#x, 2 * size * width);
    const dx = this.#kernels.f32(this.#dx, 2 * size * width);
    this.shares.forEach((share, b) => {
      const own = this.#exchange.factors(b, size);
      for (let text = 0; text < 2 * size; text++) {
        const at = text * width + share.at;
        for (let k = at; k < at + share.width; k++) dx[k] = -own[text] * x[k];
      }
      this.#kernels.f32(this.#square, size * size).set(this.#exchange.slopes[b]);
      const anchors = share.at * 4;
      const positives = (size * width + share.at) * 4;
      this.#addProduct(size, share.width, this.#pack(this.#square, 1, size), positives, anchors);
      this.#addProduct(size, share.width, this.#pack(this.#square, size, 1), anchors, positives);
    });
    this.tokens.learn(batch, dx, this.#exchange.tokenSquares[this.#index]);
  }

  /** Phase 4: moves the tokens of the batch against their gradients. */
  update(batch: Batch, rate: number): void {
    this.tokens.move(batch, this.#exchange.tokenSquares, this.#dims, rate);
  }

  /** Writes this slice's columns of the whole texts' vectors (nothing dropped, not normalised) to a column-major space. */
  embed(bags: Bags, rows: Int32Array, columns: Float32Array): void {
    const vector = new Float32Array(this.width);
    rows.forEach((row, r) => {
      this.tokens.embed(bags, row, vector);
      for (const share of this.shares) {
        for (let k = 0; k < share.width; k++) columns[(share.dim + k) * rows.length + r] = vector[share.at + k];
      }
    });
  }

  /** Adds B × B slopes times the text vectors at byte `from` to the gradients at byte `to`. */
  #addProduct(size: number, columns: number, slopes: Packer, from: number, to: number): void {
    const texts = this.#pack(this.#x + from, this.width, 1);
    this.#multiplier.multiply(slopes, texts, size, columns, 0, size, this.#dx + to, this.width);
  }

  #pack(source: number, depthStride: number, columnStride: number): Packer {
    return (panel, from, count, start, depth, width) =>
      this.#kernels.packF32(
        panel,
        source + (from * columnStride + start * depthStride) * 4,
        count,
        depth,
        depthStride,
        columnStride,
        width,
        0,
      );
  }
}
