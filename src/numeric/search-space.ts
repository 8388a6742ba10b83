import { WIDTH } from "./block";
import { orthonormalizer } from "./cholesky";
import { type Kernels, loadKernels } from "./kernels/load";
import { symmetricEigen } from "./symmetric-eigen";

/** The best approximations in a search space to eight leading eigenpairs. */
export interface Ritz {
  /** Eight values, largest first. */
  values: Float64Array;
  /** k × 8, row-major, orthonormal. */
  vectors: Float32Array;
  /** C times the vectors. */
  images: Float32Array;
}

/** Blocks a space holds before it is cut back to its eight best vectors. */
const MOST_BLOCKS = 6;
const STRIDE = MOST_BLOCKS * WIDTH;

// Spaces that no solve is using. A solve may wait for its shards while another begins: each has one of its own.
const idle: SearchSpace[] = [];

/**
 * The orthonormal vectors Q that a solve has tried, block after block, with their images CQ; and of these, by
 * Rayleigh–Ritz, the best that can be made of them. Lives in a kernel memory of its own.
 */
export class SearchSpace {
  readonly #kernels: Kernels;
  readonly #matrix = new Float64Array(STRIDE * STRIDE);
  readonly #small: number;
  readonly #cross: number;
  #capacity = 0;
  #k = 0;
  #blocks = 0;
  // Byte offsets: k × STRIDE for the two large ones, k × 8 for the two others.
  #vectors = 0;
  #images = 0;
  #block = 0;
  #other = 0;

  private constructor(kernels: Kernels) {
    this.#kernels = kernels;
    this.#small = kernels.allocate(STRIDE * WIDTH * 4);
    this.#cross = kernels.allocate(WIDTH * WIDTH * 8);
  }

  /** An empty space for vectors of length k, to be given back with `release`. */
  static async take(k: number): Promise<SearchSpace> {
    const space = idle.pop() ?? new SearchSpace(await loadKernels());
    space.#k = k;
    space.#blocks = 0;
    if (k > space.#capacity) {
      space.#capacity = 2 ** Math.ceil(Math.log2(k));
      const room = space.#capacity * 4;
      [space.#vectors, space.#images] = [0, 1].map(() => space.#kernels.allocate(room * STRIDE));
      [space.#block, space.#other] = [0, 1].map(() => space.#kernels.allocate(room * WIDTH));
    }
    return space;
  }

  /** Hands the space back for another solve. */
  release(): void {
    idle.push(this);
  }

  /** Whether there is no room for another block. */
  get full(): boolean {
    return this.#blocks === MOST_BLOCKS;
  }

  /**
   * Adds a block that is orthonormal, to itself and to the space.
   *
   * @param v k × 8, row-major
   * @param image C·V
   */
  add(v: Float32Array, image: Float32Array): void {
    const kernels = this.#kernels;
    const first = this.#blocks * WIDTH;
    const vectors = kernels.f32(this.#vectors, this.#k * STRIDE);
    const images = kernels.f32(this.#images, this.#k * STRIDE);
    for (let r = 0; r < this.#k; r++) {
      for (let c = 0; c < WIDTH; c++) {
        vectors[r * STRIDE + first + c] = v[r * WIDTH + c];
        images[r * STRIDE + first + c] = image[r * WIDTH + c];
      }
    }
    this.#blocks++;
    for (let block = 0; block < this.#blocks; block++) {
      const h = this.#crossOf(this.#vectors + block * WIDTH * 4, STRIDE, this.#images + first * 4, STRIDE);
      for (let i = 0; i < WIDTH; i++) {
        for (let j = 0; j < WIDTH; j++) {
          this.#matrix[(block * WIDTH + i) * STRIDE + first + j] = h[i * WIDTH + j];
          if (block * WIDTH !== first) this.#matrix[(first + j) * STRIDE + block * WIDTH + i] = h[i * WIDTH + j];
        }
      }
    }
  }

  /**
   * Adds a first block that is orthonormal but for the rounding, which is mended in it and in its image.
   *
   * @returns false, and adds nothing, when the columns do not span eight directions
   */
  begin(v: Float32Array, image: Float32Array): boolean {
    const length = this.#k * WIDTH;
    const mended = (block: Float32Array, by: Float64Array) => {
      this.#kernels.f32(this.#block, length).set(block);
      return this.#times(this.#block, WIDTH, Float32Array.from(by), this.#other).slice();
    };
    this.#kernels.f32(this.#block, length).set(v);
    const { x, rank } = orthonormalizer(this.#crossOf(this.#block, WIDTH, this.#block, WIDTH));
    if (rank < WIDTH) return false;
    this.add(mended(v, x), mended(image, x));
    return true;
  }

  /** The best eight approximate eigenpairs in the space (Rayleigh–Ritz). */
  ritz(): Ritz {
    const size = this.#blocks * WIDTH;
    const matrix = new Float64Array(size * size);
    for (let i = 0; i < size; i++) matrix.set(this.#matrix.subarray(i * STRIDE, i * STRIDE + size), i * size);
    const { values, vectors } = symmetricEigen(matrix, size);
    const chosen = new Float32Array(size * WIDTH);
    for (let i = 0; i < size; i++) for (let j = 0; j < WIDTH; j++) chosen[i * WIDTH + j] = vectors[j * size + i];
    const made = (from: number) => this.#times(from, STRIDE, chosen, this.#block).slice();
    return { values: values.slice(0, WIDTH), vectors: made(this.#vectors), images: made(this.#images) };
  }

  /** Cuts the space back to its eight best vectors. */
  restart({ values, vectors, images }: Ritz): void {
    this.#blocks = 0;
    this.add(vectors, images);
    for (let i = 0; i < WIDTH; i++) {
      for (let j = 0; j < WIDTH; j++) this.#matrix[i * STRIDE + j] = i === j ? values[i] : 0;
    }
  }

  /**
   * A block made orthonormal to itself and to the space: projected and orthonormalized, twice ("twice is enough").
   *
   * @param v k × 8, row-major; it is left as it is
   * @returns k × 8; columns that depend on others are zero
   */
  orthonormal(v: Float32Array): Float32Array {
    const kernels = this.#kernels;
    const length = this.#k * WIDTH;
    kernels.f32(this.#block, length).set(v);
    for (let pass = 0; pass < 2; pass++) {
      if (this.#blocks > 0) this.#project();
      const { x } = orthonormalizer(this.#crossOf(this.#block, WIDTH, this.#block, WIDTH));
      const made = this.#times(this.#block, WIDTH, Float32Array.from(x), this.#other);
      kernels.f32(this.#block, length).set(made);
    }
    return kernels.f32(this.#block, length).slice();
  }

  // Takes away from the block what lies in the space.
  #project(): void {
    const parts = new Float32Array(this.#blocks * WIDTH * WIDTH);
    for (let block = 0; block < this.#blocks; block++) {
      parts.set(this.#crossOf(this.#vectors + block * WIDTH * 4, STRIDE, this.#block, WIDTH), block * WIDTH * WIDTH);
    }
    const inside = this.#times(this.#vectors, STRIDE, parts, this.#other);
    const block = this.#kernels.f32(this.#block, inside.length);
    for (let i = 0; i < block.length; i++) block[i] -= inside[i];
  }

  #crossOf(v: number, vStride: number, w: number, wStride: number): Float64Array {
    this.#kernels.f64(this.#cross, WIDTH * WIDTH).fill(0);
    this.#kernels.cross(this.#k, v, vStride, w, wStride, this.#cross);
    return this.#kernels.f64(this.#cross, WIDTH * WIDTH).slice();
  }

  // k × m times m × 8, to a byte offset; the view is valid until the memory grows.
  #times(from: number, stride: number, right: Float32Array, to: number): Float32Array {
    this.#kernels.f32(this.#small, right.length).set(right);
    this.#kernels.blockProduct(this.#k, right.length / WIDTH, from, stride, this.#small, to);
    return this.#kernels.f32(to, this.#k * WIDTH);
  }
}
