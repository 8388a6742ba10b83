import type { Columns } from "./columns";
import type { Kernels } from "./kernels/load";
import type { Multiplier } from "./multiply";
import type { UnitRows, UnitVectors } from "./unit-rows";

/** Axes that the rows of a prefix are projected on. */
export interface Projection {
  /** How many leading dims. */
  k: number;
  /** k × 3, row-major. */
  axes: Float32Array;
  /** For unit mode, the mean of the weights, and what the axes make of the means (three each). */
  unit: UnitVectors | null;
}

/** Scores of a shard's rows on the axes of several prefixes: the rows are read and widened once for all of them. */
export class Scores {
  readonly #kernels: Kernels;
  readonly #columns: Columns;
  readonly #multiplier: Multiplier;
  readonly #unit: UnitRows;
  readonly #stride: number;
  #room = 0;
  #axes = 0;
  #planes = 0;

  constructor(kernels: Kernels, columns: Columns, multiplier: Multiplier, unit: UnitRows) {
    this.#kernels = kernels;
    this.#columns = columns;
    this.#multiplier = multiplier;
    this.#unit = unit;
    this.#stride = (columns.rows + 7) & ~7;
  }

  /**
   * X[:, :k]·A, centred, of each projection; in unit mode of the rows divided by their norms.
   *
   * @returns for each projection rows × 3, row-major
   */
  on(projections: Projection[]): Float32Array {
    const { rows } = this.#columns;
    const width = projections.length * 3;
    this.#makeRoom(width);
    const depth = Math.max(...projections.map(({ k }) => k));
    const axes = this.#kernels.f32(this.#axes, depth * width).fill(0);
    projections.forEach((projection, p) => {
      for (let r = 0; r < projection.k; r++) {
        for (let c = 0; c < 3; c++) axes[r * width + p * 3 + c] = projection.axes[r * 3 + c];
      }
    });
    this.#multiply(width, depth);
    const planes = this.#kernels.f32(this.#planes, width * this.#stride);
    const scores = new Float32Array(rows * width);
    projections.forEach(({ k, axes, unit }, p) => {
      const own = scores.subarray(p * rows * 3, (p + 1) * rows * 3);
      for (let c = 0; c < 3; c++) {
        const plane = (p * 3 + c) * this.#stride;
        for (let r = 0; r < rows; r++) own[r * 3 + c] = planes[plane + r];
      }
      if (unit) this.#unit.rescale(own, axes, k, unit);
    });
    return scores;
  }

  // Planes (one an axis) = AᵀXᵀ.
  #multiply(width: number, depth: number): void {
    const kernels = this.#kernels;
    const { bytes, stride, rows } = this.#columns;
    kernels.f32(this.#planes, ((width + 3) & ~3) * this.#stride).fill(0);
    this.#multiplier.multiply(
      (panel, first, count, start, deep, strip) =>
        kernels.packF32(panel, this.#axes + (start * width + first) * 4, count, deep, width, 1, strip, 0),
      (panel, first, count, start, deep) => {
        const { x, scales, means } = this.#columns.at(start, first);
        kernels.packRows(bytes, panel, x, count, deep, stride, scales, means);
      },
      width,
      rows,
      0,
      depth,
      this.#planes,
      this.#stride,
    );
  }

  #makeRoom(width: number): void {
    if (width <= this.#room) return;
    this.#room = width;
    this.#axes = this.#kernels.allocate(this.#columns.dims * width * 4);
    this.#planes = this.#kernels.allocate(((width + 3) & ~3) * this.#stride * 4);
  }
}
