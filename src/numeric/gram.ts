import type { Columns } from "./columns";
import type { Kernels } from "./kernels/load";
import type { Multiplier, Packer } from "./multiply";

// Rows whose products of two int8 codes add up to less than 2³¹.
const MOST_ROWS = 65_536;

/** The Gram matrix of a shard's centred columns, some new columns at a time. */
export class Gram {
  readonly #kernels: Kernels;
  readonly #columns: Columns;
  readonly #multiplier: Multiplier;
  #block = 0;
  #blockLength = 0;

  constructor(kernels: Kernels, columns: Columns, multiplier: Multiplier) {
    this.#kernels = kernels;
    this.#columns = columns;
    this.#multiplier = multiplier;
  }

  /**
   * XᵀX, centred, for rows 0 … `to` and columns `from` … `to` of it.
   *
   * @returns `to` × (`to` − `from`) values, row-major
   */
  block(from: number, to: number): Float32Array {
    const columns = to - from;
    const stride = (columns + 7) & ~7;
    const length = ((to + 3) & ~3) * stride;
    if (length > this.#blockLength) {
      // Room for the last block of this width: what is allocated stays, and one for each block would add up.
      this.#blockLength = ((this.#columns.dims + 3) & ~3) * stride;
      this.#block = this.#kernels.allocate(this.#blockLength * 4);
    }
    return this.#columns.type === "i1" ? this.#whole(from, to, stride, length) : this.#single(from, to, stride, length);
  }

  // Widened and centred as they are packed, in single precision.
  #single(from: number, to: number, stride: number, length: number): Float32Array {
    const kernels = this.#kernels;
    const store = this.#columns;
    const columns = to - from;
    kernels.f32(this.#block, length).fill(0);
    const pack: Packer = (panel, first, count, start, depth, width) => {
      const { x, scales, means } = store.at(first, start);
      kernels.packColumns(store.bytes, panel, x, count, depth, store.stride, width, scales, means);
    };
    this.#multiplier.multiply(pack, pack, to, columns, from, store.rows, this.#block, stride);
    const block = kernels.f32(this.#block, length);
    if (stride === columns) return block.slice(0, to * columns);
    const answer = new Float32Array(to * columns);
    for (let i = 0; i < to; i++) answer.set(block.subarray(i * stride, i * stride + columns), i * columns);
    return answer;
  }

  // The codes as they are, in whole numbers, which is twice as fast and rounds nothing; scales and means are put in where
  // the sums are taken out: Σ(x − m)(y − l) = Σxy − l·Σx − m·Σy + n·m·l.
  #whole(from: number, to: number, stride: number, length: number): Float32Array {
    const { rows } = this.#columns;
    const columns = to - from;
    const products = this.#products(from, to, stride, length);
    const [sums, scales, means] = [this.#columns.sums(to), this.#columns.scales(to), this.#columns.means(to)];
    const answer = new Float32Array(to * columns);
    for (let i = 0; i < to; i++) {
      const [scale, mean] = [scales[i], means[i]];
      // What of the three last terms stands by the mean of column j.
      const rest = sums[i] - rows * mean;
      for (let j = 0; j < columns; j++) {
        const at = from + j;
        answer[i * columns + j] = products[i * stride + j] * scale * scales[at] - rest * means[at] - mean * sums[at];
      }
    }
    return answer;
  }

  #products(from: number, to: number, stride: number, length: number): Int32Array | Float64Array {
    const kernels = this.#kernels;
    const store = this.#columns;
    const total = store.stride > MOST_ROWS ? new Float64Array(length) : null;
    for (let first = 0; ; first += MOST_ROWS) {
      const pack: Packer = (panel, column, count, start, depth, width) => {
        const { x } = store.at(column, first + 2 * start);
        kernels.packPairs(panel, x, count, depth, store.stride, width);
      };
      const pairs = Math.min(MOST_ROWS, store.stride - first) >> 1;
      kernels.i32(this.#block, length).fill(0);
      this.#multiplier.multiply(pack, pack, to, to - from, from, pairs, this.#block, stride, kernels.productPairs);
      const part = kernels.i32(this.#block, length);
      if (!total) return part;
      for (let i = 0; i < length; i++) total[i] += part[i];
      if (first + MOST_ROWS >= store.stride) return total;
    }
  }
}
