import { type Said, said } from "../../i18n/said";
import type { ByteFile } from "../byte-file";
import { SourceError } from "../problem";
import type { Format } from "../table";
import { arrayColumn } from "./arrays/array-column";
import { arrayTable } from "./arrays/array-table";
import { NUMBER_TYPES, type NumberType } from "./arrays/number-type";
import { type RowBytes, slicedRows } from "./arrays/row-bytes";

const count = (n: number) => n.toLocaleString("en");
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

const HEAD = 1 << 16;
const MOST_DIMS = 1 << 20;
const REMEDY = said("Check that it was written or copied to its end; every vector in it must have as many numbers.");

interface Kind {
  suffix: string;
  type: NumberType;
  name: string;
}

const FLOATS: Kind = { suffix: ".fvecs", type: NUMBER_TYPES.f4, name: "float32" };
const INTEGERS: Kind = { suffix: ".ivecs", type: NUMBER_TYPES.i4, name: "int32" };
const BYTES: Kind = { suffix: ".bvecs", type: NUMBER_TYPES.u1, name: "uint8" };
const KINDS = [FLOATS, BYTES, INTEGERS];

/** The files of the TEXMEX corpus (SIFT, GIST, BIGANN): before each vector stands how many numbers it has. */
export const vecs: Format = {
  id: "vecs",
  label: "fvecs, bvecs, ivecs",
  suffixes: KINDS.map(({ suffix }) => suffix),
  sniff(head, { name, size }) {
    const seen = Math.max(...KINDS.map((kind) => agreeing(head, size, kind)));
    if (seen > 1) return "sure";
    return seen === 1 || namedKind(name) ? "maybe" : null;
  },
  async open(file) {
    const head = await file.slice(0, HEAD);
    const kind = kindOf(head, file);
    const { type } = kind;
    const dims = head.length < 4 ? 0 : viewOf(head).getInt32(0, true);
    const stride = 4 + dims * type.bytes;
    const rows = dims > 0 ? Math.floor(file.size / stride) : 0;
    if (dims < 1 || dims > MOST_DIMS)
      throw broken(file, said("says that its first vector has {dims} numbers", { dims: count(dims) }));
    if (rows === 0) {
      throw broken(
        file,
        said("ends within its first vector, of {dims} numbers: {size} bytes are there", {
          dims: count(dims),
          size: count(file.size),
        }),
      );
    }
    const over = file.size - rows * stride;
    const notes: Said[] = [];
    if (over > 0) {
      const odd = await firstOdd(file, { rows, stride, dims });
      if (odd) throw ragged(file, odd, dims);
      notes.push(
        said("The last vector is left out: it is cut off after {over} of {stride} bytes.", {
          over: count(over),
          stride: count(stride),
        }),
      );
    }
    const column = arrayColumn({
      name: file.name,
      shape: [rows, dims],
      type: kind.name,
      element: { kind: "number", type, big: false },
      bytes: () => behindHeaders(file, dims, stride),
    });
    return [arrayTable({ format: kind.suffix.slice(1), file, name: file.name, columns: [column!], notes })];
  },
};

const namedKind = (name: string) => KINDS.find(({ suffix }) => name.toLowerCase().endsWith(suffix));

/** How many vectors in the head begin with the number that the first begins with; 0 where one does not. */
function agreeing(head: Uint8Array, size: number, { type }: Kind): number {
  if (head.length < 8) return 0;
  const view = viewOf(head);
  const dims = view.getInt32(0, true);
  const stride = 4 + dims * type.bytes;
  if (dims < 1 || dims > MOST_DIMS || stride > size) return 0;
  let seen = 0;
  for (let at = 0; at + 4 <= head.length; at += stride, seen++) if (view.getInt32(at, true) !== dims) return 0;
  // One alone could be anything; it is believed where whole vectors fill the file.
  return seen > 1 || size % stride === 0 ? seen : 0;
}

/** By the bytes; by the name where they leave a choice. Whole numbers are no sensible floats: they are next to nothing. */
function kindOf(head: Uint8Array, { name, size }: ByteFile): Kind {
  const named = namedKind(name);
  const fitting = KINDS.filter((kind) => agreeing(head, size, kind) > 0);
  if (named && (fitting.length === 0 || fitting.includes(named))) return named;
  if (fitting.length === 0) return FLOATS;
  if (!fitting.includes(FLOATS)) return fitting[0];
  const view = viewOf(head);
  const values = Math.min(view.getInt32(0, true), head.length / 4 - 1);
  for (let i = 1; i <= values; i++) {
    const value = Math.abs(view.getFloat32(4 * i, true));
    if (!(value === 0 || value > 1e-30)) return INTEGERS;
  }
  return FLOATS;
}

/** The numbers of rows, without what stands before each, which is held against the first. */
function behindHeaders(file: ByteFile, dims: number, stride: number): RowBytes {
  const read = slicedRows(file, { offset: 0, stride });
  return async (rows) => {
    const bytes = await read(rows);
    const view = viewOf(bytes);
    const values = new Uint8Array(rows.length * (stride - 4));
    for (let i = 0; i < rows.length; i++) {
      const told = view.getInt32(i * stride, true);
      if (told !== dims) throw ragged(file, { row: rows[i], at: rows[i] * stride, told }, dims);
      values.set(bytes.subarray(i * stride + 4, (i + 1) * stride), i * (stride - 4));
    }
    return values;
  };
}

interface Odd {
  row: number;
  at: number;
  told: number;
}

/** The first vector that begins with another number; null where there is none: the file is cut then. */
async function firstOdd(
  file: ByteFile,
  { rows, stride, dims }: { rows: number; stride: number; dims: number },
): Promise<Odd | null> {
  const told = async (row: number) => viewOf(await file.slice(row * stride, row * stride + 4)).getInt32(0, true);
  if ((await told(rows - 1)) === dims) return null;
  // From an odd one on all places are wrong, so the first is found by halving.
  let [low, high] = [0, rows - 1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if ((await told(middle)) === dims) low = middle;
    else high = middle;
  }
  return { row: high, at: high * stride, told: await told(high) };
}

function ragged(file: ByteFile, { row, at, told }: Odd, dims: number): SourceError {
  const has =
    told > 0 && told <= MOST_DIMS
      ? said("has {told} numbers", { told: count(told) })
      : said("does not say how many numbers it has");
  return broken(
    file,
    said("is ragged: vector {row} (byte {at}) {has} where the first has {dims}", {
      row: count(row),
      at: count(at),
      has,
      dims: count(dims),
    }),
  );
}

function broken(file: ByteFile, why: Said): SourceError {
  return new SourceError({
    what: said("The file {name} {why}.", { name: file.name, why }),
    where: file.where,
    remedy: REMEDY,
  });
}
