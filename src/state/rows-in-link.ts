import { MOST_ROWS, packRows, unpackRows } from "./packed-rows";

/** Written out, a list longer than this many characters is packed. */
const LONGEST = 240;
/** Marks of packed lists: signs that an address leaves as they are and that no number begins with. */
const PACKED = ".";
/** As version 0.1 packed them: the gaps from row to row as numbers of seven bits a byte. Links of that time are about. */
const GAPS = "*";

const written = new WeakMap<readonly number[], string>();

/**
 * Writes rows for a link, the focused one first: "12,3-7,20", or where that would be long, packed, in the letters of
 * base64url. A list is written once: the address is looked at with every change of the state.
 *
 * @param rows the focused row, then the others, rising
 */
export function writeRows(rows: readonly number[]): string {
  const known = written.get(rows);
  if (known !== undefined) return known;
  const plain = writePlain(rows);
  const packed = plain.length > LONGEST ? PACKED + toBase64(packRows(rows)) : plain;
  const text = packed.length < plain.length ? packed : plain;
  written.set(rows, text);
  return text;
}

/** Reads what `writeRows` has written, now or in version 0.1; null where it cannot be. The focused row first, the others rising. */
export function readRows(text: string): number[] | null {
  const rows = readList(text);
  if (!rows || rows.length === 0) return null;
  const [focus] = rows;
  const others = [...new Set(rows)].filter((row) => row !== focus).sort((a, b) => a - b);
  return [focus, ...others];
}

function readList(text: string): number[] | null {
  if (!text.startsWith(PACKED) && !text.startsWith(GAPS)) return readPlain(text);
  const bytes = fromBase64(text.slice(1));
  if (!bytes) return null;
  return text.startsWith(PACKED) ? unpackRows(bytes) : unpackGaps(bytes);
}

function writePlain(rows: readonly number[]): string {
  const parts: string[] = [];
  for (let from = 0; from < rows.length; ) {
    let to = from;
    while (rows[to + 1] === rows[to] + 1) to++;
    parts.push(to > from ? `${rows[from]}-${rows[to]}` : `${rows[from]}`);
    from = to + 1;
  }
  return parts.join(",");
}

function readPlain(text: string): number[] | null {
  const rows: number[] = [];
  for (const part of text.split(",")) {
    const match = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(part);
    if (!match) return null;
    const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
    if (to < from || rows.length + to - from >= MOST_ROWS) return null;
    for (let row = from; row <= to; row++) rows.push(row);
  }
  return rows;
}

function unpackGaps(bytes: Uint8Array): number[] | null {
  if (bytes.length > MOST_ROWS) return null;
  const rows: number[] = [];
  let [value, shift, next] = [0, 0, 0];
  for (const byte of bytes) {
    if (shift > 28) return null;
    value += (byte & 127) * 2 ** shift;
    shift += 7;
    if (byte & 128) continue;
    // The focused row stands alone before the gaps.
    const row = rows.length === 0 ? value : next + value;
    if (row >= 1e9) return null;
    if (rows.length > 0) next = row + 1;
    rows.push(row);
    [value, shift] = [0, 0];
  }
  return shift === 0 ? rows : null;
}

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
