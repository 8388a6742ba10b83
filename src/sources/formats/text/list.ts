import { NumberReader } from "./numbers";

/** More numbers than this in one list are no vector that can be shown. */
const MOST = 1 << 20;
const reader = new NumberReader();
let scratch = new Float32Array(4096);

/** NumPy prints no more than six of a thousand numbers, and "..." for the others. */
export const ABBREVIATED = /^\s*(?:array\(|tensor\()?\s*[[({][^\]]*\d\.?\s*,?\s*\.\.\./;

/**
 * A list of numbers as programs print it: JSON, Python, NumPy, PostgreSQL (arrays and pgvector), with brackets of any kind
 * or none, divided by commas, semicolons, bars or blanks.
 *
 * @returns the numbers, in memory that the next call writes over; null where it is no such list
 */
export function parseList(text: string): Float32Array | null {
  let i = 0;
  let count = 0;
  let to = text.length;
  if (/^\s*(?:array|tensor|\[?\s*(?:np|numpy|torch)\.)/.test(text.slice(0, 32))) {
    text = text.replace(/dtype=[\w.]+|device=[^,)]+|(?:(?:np|numpy|torch)\.)?(?:array|tensor|float\d+|int\d+)\(/g, " ");
    to = text.length;
  }
  while (i < to) {
    const c = text.charCodeAt(i);
    if (isDivider(c)) {
      i++;
      continue;
    }
    const value = reader.read(text, i, to);
    if (!reader.found || count === MOST) return null;
    i = reader.end;
    if (i < to && !isDivider(text.charCodeAt(i))) return null;
    if (count === scratch.length) {
      const wider = new Float32Array(2 * count);
      wider.set(scratch);
      scratch = wider;
    }
    scratch[count++] = value;
  }
  return count > 0 ? scratch.subarray(0, count) : null;
}

/** Blanks , ; | and brackets. */
function isDivider(c: number): boolean {
  return (
    c === 44 ||
    c <= 32 ||
    c === 91 ||
    c === 93 ||
    c === 59 ||
    c === 123 ||
    c === 125 ||
    c === 40 ||
    c === 41 ||
    c === 124 ||
    c === 0xa0
  );
}

/** Numbers in base64, four bytes each, as OpenAI's `encoding_format` sends them; null where they are no such numbers. */
export function parseBase64(text: string): Float32Array | null {
  if (text.length < 16 || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  if (bytes.length % 4 !== 0) return null;
  const view = new DataView(bytes.buffer);
  const values = Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
  // A digest or a name in letters and digits is no vector: as numbers it has any exponent.
  return values.every((value) => value === 0 || (Math.abs(value) < 1e9 && Math.abs(value) > 1e-15)) ? values : null;
}
