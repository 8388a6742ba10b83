/** Written out, a list longer than this many characters is packed. */
const LONGEST = 240;
/** A packed list begins with it: the one mark that an address leaves as it is and that no number begins with. */
const PACKED = "*";
/** No space has more rows, so a link cannot ask for the memory of more. */
const MOST_ROWS = 4_000_000;

/**
 * Writes rows for a link, the focused one first: "12,3-7,20", or where that would be long, packed: the gaps from row to
 * row as numbers of seven bits a byte, in the letters of base64url.
 *
 * @param rows the focused row, then the others, rising
 */
export function writeRows(rows: readonly number[]): string {
  const plain = writePlain(rows);
  if (plain.length <= LONGEST) return plain;
  const packed = PACKED + toBase64(packGaps(rows));
  return packed.length < plain.length ? packed : plain;
}

/** Reads what `writeRows` has written; null where it cannot be. The focused row first, the others rising. */
export function readRows(text: string): number[] | null {
  const rows = text.startsWith(PACKED) ? unpackGaps(text.slice(PACKED.length)) : readPlain(text);
  if (!rows || rows.length === 0) return null;
  const [focus] = rows;
  const others = [...new Set(rows)].filter((row) => row !== focus).sort((a, b) => a - b);
  return [focus, ...others];
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

function packGaps([focus, ...others]: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  const push = (value: number) => {
    let rest = value;
    for (; rest >= 128; rest >>>= 7) bytes.push((rest & 127) | 128);
    bytes.push(rest);
  };
  push(focus);
  others.forEach((row, i) => {
    push(row - (i === 0 ? 0 : others[i - 1] + 1));
  });
  return Uint8Array.from(bytes);
}

function unpackGaps(text: string): number[] | null {
  const bytes = fromBase64(text);
  if (!bytes || bytes.length > MOST_ROWS) return null;
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
