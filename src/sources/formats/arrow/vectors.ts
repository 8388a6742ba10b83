import type { Batch } from "@uwdata/flechette";
import { type Said, said } from "../../../i18n/said";
import { Malformed } from "../../malformed";
import type { VectorValues } from "../../table";
import type { ArrowColumn } from "./columns";

/** A batch of flechette's; its lists of a fixed length have a stride, which its declarations keep to themselves. */
type Inner = Batch<unknown> & { stride?: number };

/** Puts the vector of a row where it belongs, or says why it has none. */
export type TakeVector = (row: number, out: VectorValues, at: number) => Said | null;

/** What takes vectors from the parts of a column in one record batch; each part with the structs that it lies in. */
export function vectorsOf({ how, vector }: ArrowColumn, parts: Batch<unknown>[][]): TakeVector {
  const dims = vector?.dims ?? 0;
  if (how === "series") {
    return (row, out, at) => {
      for (const [dim, part] of parts.entries()) {
        if (!isThere(part, row)) return said("has nothing in one of its columns");
        out[at + dim] = numberAt(part[part.length - 1] as Inner, row);
      }
      return null;
    };
  }
  const [part] = parts;
  const own = part[part.length - 1] as Inner;
  if (how === "floats") {
    return (row, out, at) => {
      const bytes = isThere(part, row) ? (own.at(row) as Uint8Array) : null;
      if (!bytes) return said("has no vector");
      if (bytes.length !== dims * 4)
        return said("has {count} bytes where the others have {bytes}", { count: bytes.length, bytes: dims * 4 });
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let i = 0; i < dims; i++) out[at + i] = view.getFloat32(i * 4, true);
      return null;
    };
  }
  const child = own.children[0] as Inner;
  const values = child.values as VectorValues;
  // Singles, halves and small whole numbers are copied as they are; what is of 64 bits or scaled goes one by one.
  const isPlain = ArrayBuffer.isView(values) && !(values instanceof BigInt64Array || values instanceof BigUint64Array);
  const scaled = (child.type as { scale?: number }).scale !== undefined;
  return (row, out, at) => {
    if (!isThere(part, row)) return said("has no vector");
    const { from, length } = listAt(own, row);
    if (length !== dims) return said("has {count} numbers where the others have {dims}", { count: length, dims });
    if (child.nullCount > 0) {
      for (let i = from; i < from + dims; i++) if (child.at(i) === null) return said("has numbers that are missing");
    }
    if (isPlain && !scaled) out.set(values.subarray(from, from + dims), at);
    else for (let i = 0; i < dims; i++) out[at + i] = numberAt(child, from + i);
    return null;
  };
}

/**
 * Where the values of a list begin among those of all lists, and how many they are.
 *
 * @throws RangeError where they would lie outside
 */
export function listAt(batch: Batch<unknown>, row: number): { from: number; length: number } {
  const { offsets, stride = 0, children } = batch as Inner;
  const from = offsets ? Number(offsets[row]) : row * stride;
  const to = offsets ? Number(offsets[row + 1]) : from + stride;
  const { length, values } = children[0];
  const most = ArrayBuffer.isView(values) ? Math.min(length, (values as Float32Array).length * 8) : length;
  if (!(from >= 0 && to >= from && to <= most))
    throw new Malformed(said("a list reaches from value {from} to {to} of {most}", { from, to, most }));
  return { from, length: to - from };
}

/** A cell as it is shown; null where it or a struct that it lies in is missing. */
export function cellAt(part: Batch<unknown>[], row: number): unknown {
  const own = part[part.length - 1];
  if (!isThere(part, row)) return null;
  if ((own.children as unknown[] | undefined)?.length === 1 && ((own as Inner).stride || own.offsets)) listAt(own, row);
  const value = own.at(row);
  return ArrayBuffer.isView(value) && !(value instanceof Uint8Array) ? Array.from(value as never) : (value ?? null);
}

/** Whether a row has a value, and so have the structs that it lies in. */
export function isThere(part: Batch<unknown>[], row: number): boolean {
  return part.every((batch) => batch.nullCount === 0 || batch.validity.length === 0 || isSet(batch.validity, row));
}

function isSet(bits: Uint8Array, row: number): boolean {
  return ((bits[row >> 3] >> (row & 7)) & 1) === 1;
}

/** Halves stay as their bits. */
function numberAt(batch: Inner, row: number): number {
  return batch.values instanceof Uint16Array ? (batch.values as Uint16Array)[row] : Number(batch.at(row));
}
