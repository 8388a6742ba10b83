import type { Column, ValueType } from "../../table";

/** What the values of a column are, and how a vector is read from one. */
export interface Cells {
  column: Column;
  /** The numbers of a vector; null where a value holds none. */
  numbers?: ((value: unknown) => ArrayLike<number> | null) | undefined;
}

const PICTURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x49, 0x46, 0x46],
];
const [LEAST, MOST] = [2, 65_536];

const f4 = (bytes: Uint8Array) => new Float32Array(bytes.slice().buffer);
const f8 = (bytes: Uint8Array) => new Float64Array(bytes.slice().buffer);
const i1 = (bytes: Uint8Array) => new Int8Array(bytes.slice().buffer);
// Bytes of another type read as floats are of all sizes; numbers of a vector are not.
const isPlausible = (value: number) => value === 0 || (Math.abs(value) > 1e-12 && Math.abs(value) < 1e9);

function list(value: unknown): number[] | null {
  if (typeof value !== "string" || !value.trimStart().startsWith("[")) return null;
  try {
    const found: unknown = JSON.parse(value);
    return Array.isArray(found) && found.every((one) => typeof one === "number") ? found : null;
  } catch {
    return null;
  }
}

/** What a column holds, from its name, the type it was declared with, and some of its values. */
export function cellsOf(name: string, declared: string, values: readonly unknown[]): Cells {
  const present = values.filter((value) => value !== null);
  const blobs = present.filter((value) => value instanceof Uint8Array);
  if (blobs.length > 0) return blobCells(name, declared, blobs);
  const lists = present.map(list).filter((one) => one !== null);
  if (lists.length > 0 && 2 * lists.length > present.length && lists[0].length >= LEAST) {
    return vectorCells(name, `${declared || "TEXT"}, JSON`, commonLength(lists), "f4", list);
  }
  const isNumber = present.length > 0 && present.every((value) => typeof value === "number");
  const type = declared || (isNumber ? "REAL" : "TEXT");
  return { column: { name, kind: isNumber ? "number" : "text", type } };
}

function blobCells(name: string, declared: string, blobs: Uint8Array[]): Cells {
  const other: Cells = { column: { name, kind: "other", type: declared || "BLOB" } };
  if (PICTURES.some((mark) => mark.every((byte, i) => blobs[0][i] === byte))) {
    return { column: { ...other.column, kind: "image" } };
  }
  const length = commonLength(blobs);
  const whole = blobs.filter((blob) => blob.length === length);
  if (2 * whole.length <= blobs.length || length < LEAST || length > 8 * MOST) return other;
  const fits = (size: number, read: (bytes: Uint8Array) => Iterable<number>) =>
    length % size === 0 && length > size && whole.every((blob) => [...read(blob)].every(isPlausible));
  const of = (type: string, size: number, values: ValueType, read: (bytes: Uint8Array) => ArrayLike<number>) =>
    vectorCells(name, `BLOB, ${type}`, length / size, values, (value) =>
      value instanceof Uint8Array && value.length === length ? read(value) : null,
    );
  // Without a word on it, bytes are what they make sense as; sqlite-vec's own type is the first.
  if (!/int8/i.test(declared) && fits(4, f4)) return of("f4", 4, "f4", f4);
  if (!/int8/i.test(declared) && fits(8, f8)) return of("f8", 8, "f4", f8);
  return of("i1", 1, "i1", i1);
}

function vectorCells(name: string, type: string, dims: number, values: ValueType, numbers: Cells["numbers"]): Cells {
  return { column: { name, kind: "vector", type, vector: { dims, values } }, numbers };
}

/** The length that most of them have. */
function commonLength(some: ArrayLike<unknown>[]): number {
  const counts = new Map<number, number>();
  for (const { length } of some) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0][0];
}
