import type { ValueBytes } from "./kernels/functions";
import type { Kernels } from "./kernels/load";
import { halfToNumber } from "./kernels/scalar";

/** Columns in the type they came in: f4, f2 (as the 16 bits of a half), or i1 with one scale per column. */
export type ColumnType = "f4" | "f2" | "i1";
export type ColumnValues = Float32Array | Uint16Array | Int8Array;

const BYTES: Record<ColumnType, ValueBytes> = { f4: 4, f2: 2, i1: 1 };
const VALUES = { f4: Float32Array, f2: Uint16Array, i1: Int8Array } as const;
// Vector loads of the last column may read a little past its end.
const SLACK = 64;

/** The stored columns of a shard's rows, one after the other, in their own type, with their scales and means. */
export class Columns {
  readonly rows: number;
  readonly dims: number;
  readonly type: ColumnType;
  /** Elements from one column to the next: the rows, rounded up to a multiple of 4. */
  readonly stride: number;
  /** How many columns have been appended. */
  count = 0;

  readonly #kernels: Kernels;
  readonly #x: number;
  readonly #scales: number;
  readonly #means: number;
  readonly #ones: number;
  readonly #sums: number;
  readonly #units: number;
  readonly #totals: Float64Array;

  /**
   * @param rows rows of this shard, n_s
   * @param dims columns of the whole space, d
   * @throws RangeError when they do not fit in one kernel memory
   */
  constructor(kernels: Kernels, rows: number, dims: number, type: ColumnType) {
    this.#kernels = kernels;
    this.rows = rows;
    this.dims = dims;
    this.type = type;
    this.stride = (rows + 3) & ~3;
    this.#x = kernels.allocate(this.stride * dims * BYTES[type] + SLACK);
    this.#scales = kernels.allocate(dims * 4);
    this.#means = kernels.allocate(dims * 4);
    this.#ones = kernels.allocate(this.stride * 4);
    this.#sums = kernels.allocate(dims * 8);
    this.#units = kernels.allocate(dims * 4);
    this.#totals = new Float64Array(dims);
    kernels.f32(this.#ones, rows).fill(1);
    kernels.f32(this.#units, dims).fill(1);
  }

  /** Bytes a stored value takes, as the kernels want to be told. */
  get bytes(): ValueBytes {
    return BYTES[this.type];
  }

  /** Where the ones are: 1 for a row, 0 for the padding behind the last. */
  get ones(): number {
    return this.#ones;
  }

  /** Where a value is, its column's scale and its column's mean. */
  at(column: number, row = 0): { x: number; scales: number; means: number } {
    return {
      x: this.#x + (column * this.stride + row) * this.bytes,
      scales: this.#scales + column * 4,
      means: this.#means + column * 4,
    };
  }

  /** The means of the first k columns, as they are subtracted. */
  means(k: number): Float32Array {
    return this.#kernels.f32(this.#means, k);
  }

  /** The factors of the first k columns. */
  scales(k: number): Float32Array {
    return this.#kernels.f32(this.#scales, k);
  }

  /** The sums of the first k columns over this shard's rows, not centred; of int8 columns without rounding. */
  sums(k: number): Float64Array {
    return this.#totals.subarray(0, k);
  }

  /** All values of some rows, in single precision: rows × dims, row-major. Column by column, as they lie in memory. */
  gather(rows: Int32Array): Float32Array {
    const { dims } = this;
    const valueAt = this.reader();
    const out = new Float32Array(rows.length * dims);
    for (let j = 0; j < dims; j++) {
      for (let i = 0; i < rows.length; i++) out[i * dims + j] = valueAt(j, rows[i]);
    }
    return out;
  }

  /**
   * The stored values of the columns from … to as they were given, bit for bit, column after column, and their scales
   * times the gain.
   */
  stored(from: number, to: number): { values: ColumnValues; scales: Float32Array } {
    const { rows, stride, bytes } = this;
    const store = this.#kernels.bytes(this.at(from).x, stride * (to - from) * bytes);
    const copy = new Uint8Array(rows * (to - from) * bytes);
    for (let j = 0; j < to - from; j++) {
      copy.set(store.subarray(j * stride * bytes, (j * stride + rows) * bytes), j * rows * bytes);
    }
    const values = new VALUES[this.type](copy.buffer);
    return { values, scales: this.#kernels.f32(this.at(from).scales, to - from).slice() };
  }

  /** Reads single values as they were given (times the gain, not centred), until memory is next allocated. */
  reader(): (column: number, row: number) => number {
    const { stride } = this;
    const { buffer, byteOffset } = this.#kernels.bytes(this.#x, 0);
    const length = stride * this.dims;
    const scales = this.#kernels.f32(this.#scales, this.dims);
    if (this.type === "f2") {
      const halves = new Uint16Array(buffer, byteOffset, length);
      return (column, row) => halfToNumber(halves[column * stride + row]) * scales[column];
    }
    const values =
      this.type === "f4" ? new Float32Array(buffer, byteOffset, length) : new Int8Array(buffer, byteOffset, length);
    return (column, row) => values[column * stride + row] * scales[column];
  }

  /**
   * Takes the next columns.
   *
   * @param values count × rows values, column after column
   * @param scales one factor per column, or null for ones
   * @param gain a power of two that every value is multiplied by
   * @returns the sum of each column over this shard's rows
   * @throws RangeError when there is no room for so many, or a value is not a finite number
   */
  append(values: ColumnValues, scales: Float32Array | null, gain: number): Float64Array {
    const { rows, stride, bytes } = this;
    const count = values.length / rows;
    const from = this.count;
    if (!Number.isInteger(count) || from + count > this.dims) {
      throw new RangeError(`Got ${values.length} values for ${rows} rows after ${from} of ${this.dims} columns.`);
    }
    const source = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    const store = this.#kernels.bytes(this.#x, stride * this.dims * bytes);
    for (let j = 0; j < count; j++) {
      store.set(source.subarray(j * rows * bytes, (j + 1) * rows * bytes), (from + j) * stride * bytes);
    }
    const factors = this.#kernels.f32(this.#scales + from * 4, count);
    for (let j = 0; j < count; j++) factors[j] = (scales?.[j] ?? 1) * gain;
    this.#kernels.f32(this.#means + from * 4, count).fill(0);
    const { x, scales: factor, means } = this.at(from);
    // Sums of int8 codes are whole numbers, which single precision holds: the scale comes last.
    const early = bytes === 1 ? this.#units : factor;
    this.#kernels.weightedSums(bytes, stride, count, x, stride, early, means, this.#ones, this.#sums);
    const sums = this.#kernels.f64(this.#sums, count).slice();
    if (bytes === 1) for (let j = 0; j < count; j++) sums[j] *= factors[j];
    for (let j = 0; j < count; j++) {
      if (!Number.isFinite(sums[j]) || (bytes === 2 && hasInfinity(values.subarray(j * rows, (j + 1) * rows)))) {
        throw new RangeError(`Dimension ${from + j + 1} holds a value that is not a finite number.`);
      }
    }
    this.#totals.set(sums, from);
    this.count += count;
    return sums;
  }

  /** Forgets the columns: those of as many other rows may follow. */
  clear(): void {
    this.count = 0;
  }

  /** Sets the means (over all shards) of the columns from `from` on; they are subtracted from then on. */
  center(from: number, means: Float64Array): void {
    this.#kernels.f32(this.#means + from * 4, means.length).set(means);
  }
}

// The widening kernel takes a half's infinity for a large number: it is looked for in the bits.
function hasInfinity(halves: ColumnValues): boolean {
  for (let i = 0; i < halves.length; i++) if ((halves[i] & 0x7c00) === 0x7c00) return true;
  return false;
}
