import { closeSync, openSync, writeSync } from "node:fs";
import { fromHalf } from "../../src/sources";
import { singleToHalf } from "../../src/sources/half";
import type { ValueType, VectorValues } from "../../src/sources/table";
import { npyHeader } from "../npy";
import { problem } from "../problem";

const DESCR = { f4: "<f4", f2: "<f2", i1: "|i1" } as const;
const BYTES = { f4: 4, f2: 2, i1: 1 } as const;
const MOST_HALF = 65_504;
/** Rows that are held before a stretch of each column is written. */
const BUFFER_BYTES = 256 * 2 ** 20;
/** Rows that are turned at a time: a cache line of each stays at hand from one dimension to the next. */
const TURNED = 64;

interface Shape {
  rows: number;
  dims: number;
  dtype: ValueType;
  /** What the rows hold that will be added. */
  from: ValueType;
  /** The largest magnitude of each dimension. */
  largest: Float32Array;
}

/**
 * Writes `vectors.npy` column after column from rows that come one after the other: as many rows as a buffer holds are
 * turned, then each column's stretch of them goes to its place in the file.
 */
export class VectorsFile {
  /** Of i1: what brings the codes of each dimension back. */
  readonly scales: Float32Array;
  readonly #shape: Shape;
  readonly #file: number;
  readonly #offset: number;
  readonly #held: number;
  readonly #buffer: VectorValues;
  #filled = 0;
  #written = 0;

  /** @throws SourceError when a value is beyond what half precision holds */
  constructor(path: string, shape: Shape, bufferBytes = BUFFER_BYTES) {
    const { rows, dims, dtype, from, largest } = shape;
    const beyond = dtype === "f2" ? largest.findIndex((size) => size > MOST_HALF) : -1;
    if (beyond >= 0) {
      throw problem({
        what: `Dimension ${beyond + 1} holds ${largest[beyond].toLocaleString("en")}, and f2 ends at 65,504.`,
        remedy: "Take --dtype f4 or i1.",
      });
    }
    this.#shape = shape;
    // Codes stay codes.
    this.scales = from === "i1" ? new Float32Array(dims).fill(1) : largest.map((size) => size / 127);
    this.#held = Math.max(1, Math.min(rows, Math.floor(bufferBytes / (dims * BYTES[dtype]))));
    const length = this.#held * dims;
    this.#buffer =
      dtype === "f4" ? new Float32Array(length) : dtype === "f2" ? new Uint16Array(length) : new Int8Array(length);
    const header = npyHeader(DESCR[dtype], true, [rows, dims]);
    this.#offset = header.length;
    this.#file = openSync(path, "w");
    writeSync(this.#file, header);
  }

  /** Bytes of the vectors, all of them. */
  get bytes(): number {
    const { rows, dims, dtype } = this.#shape;
    return rows * dims * BYTES[dtype];
  }

  /**
   * Adds rows.
   *
   * @param vectors rows × dims, row after row
   * @param places which of them
   */
  add(vectors: VectorValues, places: readonly number[]): void {
    for (let at = 0; at < places.length; ) {
      const some = places.slice(at, at + Math.min(TURNED, this.#held - this.#filled));
      this.#turn(vectors, some);
      this.#filled += some.length;
      at += some.length;
      if (this.#filled === this.#held) this.#flush();
    }
  }

  /** Writes what is left. */
  close(): void {
    if (this.#filled > 0) this.#flush();
    closeSync(this.#file);
    const { rows } = this.#shape;
    if (this.#written !== rows) throw new Error(`${this.#written} rows came where ${rows} had been counted.`);
  }

  #turn(vectors: VectorValues, places: readonly number[]): void {
    const { dims, dtype, from } = this.#shape;
    const buffer = this.#buffer;
    const convert = conversion(from, dtype);
    for (let j = 0; j < dims; j++) {
      const scale = this.scales[j];
      const to = j * this.#held + this.#filled;
      if (dtype === "i1" && from === "f4") {
        const factor = scale > 0 ? 1 / scale : 0;
        for (let i = 0; i < places.length; i++) {
          const code = Math.round(vectors[places[i] * dims + j] * factor);
          buffer[to + i] = code > 127 ? 127 : code < -127 ? -127 : code;
        }
      } else if (!convert) for (let i = 0; i < places.length; i++) buffer[to + i] = vectors[places[i] * dims + j];
      else for (let i = 0; i < places.length; i++) buffer[to + i] = convert(vectors[places[i] * dims + j], scale);
    }
  }

  #flush(): void {
    const { rows, dims, dtype } = this.#shape;
    for (let j = 0; j < dims; j++) {
      const stretch = this.#buffer.subarray(j * this.#held, j * this.#held + this.#filled);
      const bytes = new Uint8Array(stretch.buffer, stretch.byteOffset, stretch.byteLength);
      const place = this.#offset + (j * rows + this.#written) * BYTES[dtype];
      for (let done = 0; done < bytes.length; ) {
        done += writeSync(this.#file, bytes, done, bytes.length - done, place + done);
      }
    }
    this.#written += this.#filled;
    this.#filled = 0;
  }
}

/** How a value of one type becomes one of another; null where it is the same number. */
function conversion(from: ValueType, to: ValueType): ((value: number, scale: number) => number) | null {
  if (from === to || (from === "i1" && to === "f4")) return null;
  if (to === "f2") return singleToHalf;
  if (from === "f2" && to === "f4") return fromHalf;
  return (value, scale) => (scale > 0 ? Math.max(-127, Math.min(127, Math.round(fromHalf(value) / scale))) : 0);
}
