import { said } from "../i18n/said";
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

/** The first bytes of every `.npy` file. */
export const NPY_MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/** How many bytes the header takes, or null if more than `bytes` are needed to tell. */
export function npyHeaderLength(bytes: Uint8Array, where: string): number | null {
  if (bytes.length < 12) return null;
  if (NPY_MAGIC.some((byte, i) => bytes[i] !== byte)) {
    throw new SourceError({
      what: said("This is not a NumPy file: it does not begin with NumPy's mark."),
      where,
      remedy: said(
        "Check that the server sent the file itself and not a page about it, or write it again with np.save.",
      ),
    });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes[6] === 1 ? 10 + view.getUint16(8, true) : 12 + view.getUint32(8, true);
}

/** Longer headers are a mistake: NumPy's own are some hundred bytes, 64 KB at most in version 1. */
const LONGEST = 1 << 20;

/**
 * Reads the header of a `.npy` file, versions 1 to 3.
 *
 * @param bytes at least `npyHeaderLength` bytes from the beginning of the file
 * @throws SourceError when it is not a NumPy file
 */
export function readNpyHeader(bytes: Uint8Array, where: string): NpyHeader {
  const offset = npyHeaderLength(bytes, where);
  const start = bytes[6] === 1 ? 10 : 12;
  const whole = offset !== null && offset <= LONGEST && bytes.length >= offset;
  const text = whole ? new TextDecoder().decode(bytes.subarray(start, offset)) : "";
  // Each key is looked for once, and no pattern may match the same letters in two ways: a header that means harm
  // would else keep it trying for ever. The type of a table of named fields is a list, and is told as it stands.
  const found = after(text, "'descr':", /^\s*(?:'([^']+)'|(\[.*\])\s*,\s*'fortran_order')/s);
  const descr = found?.[1] ?? found?.[2];
  const order = after(text, "'fortran_order':", /^\s*(True|False)/)?.[1];
  // Python 2 wrote 500L for 500.
  const lengths = after(text, "'shape':", /^\s*\(([\d\s,L]*)\)/)?.[1];
  const shape = lengths === undefined ? null : (lengths.match(/\d+/g) ?? []).map(Number);
  if (offset === null || !descr || !order || !shape?.every(Number.isSafeInteger)) {
    throw new SourceError({
      what: said("The header of this NumPy file cannot be read."),
      where,
      remedy: said("Write it again with np.save(…, allow_pickle=False) as an array of numbers."),
    });
  }
  return { descr, fortranOrder: order === "True", shape, offset };
}

/** What a pattern finds right after the first place of a key. */
function after(text: string, key: string, pattern: RegExp): RegExpExecArray | null {
  const at = text.indexOf(key);
  return at < 0 ? null : pattern.exec(text.slice(at + key.length));
}
