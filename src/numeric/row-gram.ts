import { type Kernels, loadKernels } from "./kernels/load";
import { Multiplier } from "./multiply";

/** Dot products of some rows with each other, a stretch of rows at a time, in a kernel memory of its own. */
export class RowGram {
  readonly #kernels: Kernels;
  readonly #multiplier: Multiplier;
  readonly #rows: number;
  readonly #dims: number;
  readonly #vectors: number;
  readonly #stride: number;
  readonly #block: number;
  readonly #most: number;

  private constructor(kernels: Kernels, vectors: Float32Array, rows: number, dims: number, most: number) {
    this.#kernels = kernels;
    this.#multiplier = new Multiplier(kernels);
    this.#rows = rows;
    this.#dims = dims;
    this.#most = most;
    this.#stride = (rows + 7) & ~7;
    this.#vectors = kernels.allocate(rows * dims * 4);
    this.#block = kernels.allocate(((most + 3) & ~3) * this.#stride * 4);
    kernels.f32(this.#vectors, vectors.length).set(vectors);
  }

  /**
   * @param vectors rows × dims, row-major
   * @param most rows that are asked for at a time
   */
  static async of(vectors: Float32Array, rows: number, dims: number, most: number): Promise<RowGram> {
    return new RowGram(await loadKernels(), vectors, rows, dims, most);
  }

  /** The dot products of the rows from … to with all: (`to` − `from`) × rows, row-major. */
  block(from: number, to: number): Float32Array {
    const kernels = this.#kernels;
    const count = to - from;
    if (count > this.#most) throw new RangeError(`Asked for ${count} rows, and there is room for ${this.#most}.`);
    kernels.f32(this.#block, ((count + 3) & ~3) * this.#stride).fill(0);
    const pack =
      (offset: number) => (panel: number, first: number, size: number, start: number, depth: number, width: 4 | 8) =>
        kernels.packF32(
          panel,
          this.#vectors + ((offset + first) * this.#dims + start) * 4,
          size,
          depth,
          1,
          this.#dims,
          width,
          0,
        );
    this.#multiplier.multiply(pack(from), pack(0), count, this.#rows, 0, this.#dims, this.#block, this.#stride);
    const answer = new Float32Array(count * this.#rows);
    const block = kernels.f32(this.#block, count * this.#stride);
    for (let i = 0; i < count; i++) {
      answer.set(block.subarray(i * this.#stride, i * this.#stride + this.#rows), i * this.#rows);
    }
    return answer;
  }
}
