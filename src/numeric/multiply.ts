import type { Kernels } from "./kernels/load";

/**
 * Packs `count` columns from `from` on, over the depths `start … start + depth`, in strips of `width`, to the panel at
 * the byte offset `panel`.
 */
export type Packer = (panel: number, from: number, count: number, start: number, depth: number, width: 4 | 8) => void;

const DEPTH = 256;
const LEFT = 64;
const RIGHT = 512;

/**
 * C += LᵀR over operands that are packed as they are needed (Goto and van de Geijn, "Anatomy of high-performance
 * matrix multiplication", 2008: a panel of R stays in the second cache, a sliver of L in the first).
 */
export class Multiplier {
  readonly #kernels: Kernels;
  readonly #depth: number;
  readonly #left: number;
  readonly #right: number;

  /** @param depth what is summed in one go; the sums of shorter stretches in single precision are rounded less */
  constructor(kernels: Kernels, depth = DEPTH) {
    this.#kernels = kernels;
    this.#depth = depth;
    this.#left = kernels.allocate(LEFT * depth * 4);
    this.#right = kernels.allocate(RIGHT * depth * 4);
  }

  /**
   * @param left packs the columns that become rows of C, `rows` of them from 0 on
   * @param right packs the columns that become columns of C, `columns` of them from `firstColumn` on
   * @param depth the length that is summed over
   * @param c byte offset of C, row-major; it has ⌈rows/4⌉·4 rows and `stride` ≥ ⌈columns/8⌉·8 elements a row
   * @param product what multiplies the packed panels; for `productPairs` the depths are pairs
   */
  multiply(
    left: Packer,
    right: Packer,
    rows: number,
    columns: number,
    firstColumn: number,
    depth: number,
    c: number,
    stride: number,
    product: Kernels["product"] = this.#kernels.product,
  ): void {
    for (let j = 0; j < columns; j += RIGHT) {
      const width = Math.min(RIGHT, columns - j);
      for (let start = 0; start < depth; start += this.#depth) {
        const deep = Math.min(this.#depth, depth - start);
        right(this.#right, firstColumn + j, width, start, deep, 8);
        for (let i = 0; i < rows; i += LEFT) {
          const tall = Math.min(LEFT, rows - i);
          left(this.#left, i, tall, start, deep, 4);
          product((tall + 3) & ~3, (width + 7) & ~7, deep, this.#left, this.#right, c + (i * stride + j) * 4, stride);
        }
      }
    }
  }
}
