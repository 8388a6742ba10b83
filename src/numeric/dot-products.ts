import { type Kernels, loadKernels } from "./kernels/load";
import { Multiplier, type Packer } from "./multiply";

/** Dot products of some rows with others, a batch of these at a time, in a kernel memory of its own. */
export class DotProducts {
  readonly rows: number;
  readonly #kernels: Kernels;
  readonly #multiplier: Multiplier;
  readonly #dims: number;
  readonly #most: number;
  readonly #stride: number;
  readonly #left: number;
  readonly #right: number;
  readonly #block: number;

  private constructor(kernels: Kernels, left: Float32Array, dims: number, most: number) {
    this.#kernels = kernels;
    this.#multiplier = new Multiplier(kernels);
    this.rows = left.length / dims;
    this.#dims = dims;
    this.#most = most;
    this.#stride = (most + 7) & ~7;
    this.#left = kernels.allocate(left.length * 4);
    this.#right = kernels.allocate(most * dims * 4);
    this.#block = kernels.allocate(((this.rows + 3) & ~3) * this.#stride * 4);
    kernels.f32(this.#left, left.length).set(left);
  }

  /**
   * @param left rows × dims, row-major
   * @param most rows of the others in a batch
   */
  static async of(left: Float32Array, dims: number, most: number): Promise<DotProducts> {
    return new DotProducts(await loadKernels(), left, dims, most);
  }

  /**
   * @param right count × dims, row-major
   * @returns count × rows, row-major: for each of these its products with all of the first
   * @throws RangeError when there are more than was said
   */
  with(right: Float32Array): Float32Array {
    const kernels = this.#kernels;
    const count = right.length / this.#dims;
    if (count > this.#most) throw new RangeError(`Got ${count} rows, and there is room for ${this.#most}.`);
    kernels.f32(this.#right, right.length).set(right);
    kernels.f32(this.#block, ((this.rows + 3) & ~3) * this.#stride).fill(0);
    const pack = (at: number): Packer => {
      return (panel, first, size, start, depth, width) =>
        kernels.packF32(panel, at + (first * this.#dims + start) * 4, size, depth, 1, this.#dims, width, 0);
    };
    const [left, other] = [pack(this.#left), pack(this.#right)];
    this.#multiplier.multiply(left, other, this.rows, count, 0, this.#dims, this.#block, this.#stride);
    const block = kernels.f32(this.#block, this.rows * this.#stride);
    const answer = new Float32Array(count * this.rows);
    for (let i = 0; i < this.rows; i++) {
      for (let j = 0; j < count; j++) answer[j * this.rows + i] = block[i * this.#stride + j];
    }
    return answer;
  }
}
