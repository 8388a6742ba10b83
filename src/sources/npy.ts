import { SourceError } from "./problem";

/** What the header of a `.npy` file says (NumPy enhancement proposal 1). */
export interface NpyHeader {
  /** NumPy's type string: `<f4`, `|i1`, … */
  descr: string;
  fortranOrder: boolean;
  shape: number[];
  /** Where the values begin, in bytes. */
  offset: number;
}

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/** How many bytes the header takes, or null if more than `bytes` are needed to tell. */
export function npyHeaderLength(bytes: Uint8Array, where: string): number | null {
  if (bytes.length < 12) return null;
  if (MAGIC.some((byte, i) => bytes[i] !== byte)) {
    throw new SourceError({
      what: "This is not a NumPy file: it does not begin with NumPy's mark.",
      where,
      remedy: "Check that the server sent the file itself and not a page about it, or write it again with np.save.",
    });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes[6] === 1 ? 10 + view.getUint16(8, true) : 12 + view.getUint32(8, true);
}

/**
 * Reads the header of a `.npy` file, versions 1 to 3.
 *
 * @param bytes at least `npyHeaderLength` bytes from the beginning of the file
 * @throws SourceError when it is not a NumPy file
 */
export function readNpyHeader(bytes: Uint8Array, where: string): NpyHeader {
  const offset = npyHeaderLength(bytes, where);
  const start = bytes[6] === 1 ? 10 : 12;
  const text = offset === null ? "" : new TextDecoder().decode(bytes.subarray(start, offset));
  const descr = /'descr':\s*'([^']+)'/.exec(text)?.[1];
  const order = /'fortran_order':\s*(True|False)/.exec(text)?.[1];
  const shape = /'shape':\s*\(([^)]*)\)/.exec(text)?.[1];
  if (offset === null || bytes.length < offset || !descr || !order || shape === undefined) {
    throw new SourceError({
      what: "The header of this NumPy file cannot be read.",
      where,
      remedy: "Write it again with np.save(…, allow_pickle=False) as an array of numbers.",
    });
  }
  const sizes = shape
    .split(",")
    .map((size) => size.trim())
    .filter(Boolean)
    .map(Number);
  return { descr, fortranOrder: order === "True", shape: sizes, offset };
}
