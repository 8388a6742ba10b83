import type { NpyHeader } from "./npy";
import { SourceError } from "./problem";
import type { SourceBlock } from "./source";

type Read = (view: DataView, at: number, little: boolean) => number;

// NumPy's kinds and sizes, and how a value of each is read as a number.
const READERS: Record<string, { bytes: number; read: Read }> = {
  f4: { bytes: 4, read: (view, at, little) => view.getFloat32(at, little) },
  f8: { bytes: 8, read: (view, at, little) => view.getFloat64(at, little) },
  i1: { bytes: 1, read: (view, at) => view.getInt8(at) },
  u1: { bytes: 1, read: (view, at) => view.getUint8(at) },
  b1: { bytes: 1, read: (view, at) => view.getUint8(at) },
  i2: { bytes: 2, read: (view, at, little) => view.getInt16(at, little) },
  u2: { bytes: 2, read: (view, at, little) => view.getUint16(at, little) },
  i4: { bytes: 4, read: (view, at, little) => view.getInt32(at, little) },
  u4: { bytes: 4, read: (view, at, little) => view.getUint32(at, little) },
  i8: { bytes: 8, read: (view, at, little) => Number(view.getBigInt64(at, little)) },
  u8: { bytes: 8, read: (view, at, little) => Number(view.getBigUint64(at, little)) },
};

/** What the values of a `.npy` file become: half precision and int8 stay as they are, all else is read as f4. */
export type ValueType = "f4" | "f2" | "i1";

/** A matrix of numbers in a `.npy` file, read column block by column block. */
export interface NpyMatrix {
  rows: number;
  dims: number;
  type: ValueType;
  bytes: number;
  /** The columns from … to, one after the other. */
  columns(from: number, to: number): SourceBlock["values"];
}

/**
 * Finds the matrix in the bytes of a `.npy` file, in either order and byte order.
 *
 * @throws SourceError when it is not a matrix of numbers, or ends early
 */
export function npyMatrix(bytes: Uint8Array<ArrayBuffer>, header: NpyHeader, where: string): NpyMatrix {
  const { descr, shape, fortranOrder, offset } = header;
  const kind = descr.slice(1);
  const size = kind === "f2" ? 2 : READERS[kind]?.bytes;
  if (shape.length !== 2 || shape.some((length) => length < 1)) {
    throw new SourceError({
      what: `This array has the shape (${shape.join(", ")}), and vectors are a matrix: one row a point, one column a dimension.`,
      where,
      remedy: "Save a two-dimensional array.",
    });
  }
  if (!size) {
    throw new SourceError({
      what: `This array holds ${descr}, which is no type of plain numbers.`,
      where,
      remedy: "Save it as float32: np.save(path, x.astype('float32')).",
    });
  }
  const [rows, dims] = shape;
  const expected = offset + rows * dims * size;
  if (bytes.length < expected) {
    throw new SourceError({
      what: `The file ends early: ${bytes.length.toLocaleString("en")} of ${expected.toLocaleString("en")} bytes are there.`,
      where,
      remedy: "Copy it again.",
    });
  }
  const type: ValueType = kind === "f2" ? "f2" : kind === "i1" ? "i1" : "f4";
  const little = descr[0] !== ">";
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset);
  const read: Read = kind === "f2" ? (v, at, order) => v.getUint16(at, order) : READERS[kind].read;
  const [rowStep, columnStep] = fortranOrder ? [size, rows * size] : [dims * size, size];
  return {
    rows,
    dims,
    type,
    bytes: rows * dims * size,
    columns(from, to) {
      const length = (to - from) * rows;
      const values =
        type === "f2" ? new Uint16Array(length) : type === "i1" ? new Int8Array(length) : new Float32Array(length);
      // Row by row, in the order in which a C-ordered file lies: the columns of a block then share its cache lines.
      for (let r = 0; r < rows; r++) {
        for (let j = from; j < to; j++)
          values[(j - from) * rows + r] = read(view, r * rowStep + j * columnStep, little);
      }
      return values;
    },
  };
}
