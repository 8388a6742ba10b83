import { parseList } from "../../../src/sources/formats/text/list";

/** How a column writes its vectors: a list (pgvector, arrays, JSON), pgvector's sparse one, or singles in bytes. */
export type Writing = "list" | "sparse" | "bytes";

const MOST_DIMS = 1 << 20;

/**
 * A vector from the text that the server writes for it; null where it is none. A list lies in memory that the next call
 * writes over.
 */
export function vectorOf(text: string, writing: Writing): Float32Array | null {
  if (writing === "list") return parseList(text);
  return writing === "sparse" ? sparse(text) : singles(text);
}

/** pgvector's `{1:0.5,3:2}/5`: places counted from 1, and how many there are. */
function sparse(text: string): Float32Array | null {
  const found = /^\{(.*)\}\/(\d+)$/.exec(text);
  const dims = Number(found?.[2]);
  if (!found || !(dims > 0 && dims <= MOST_DIMS)) return null;
  const vector = new Float32Array(dims);
  for (const pair of found[1] === "" ? [] : found[1].split(",")) {
    const [place, value] = pair.split(":").map(Number);
    if (!(place >= 1 && place <= dims) || value === undefined) return null;
    vector[place - 1] = value;
  }
  return vector;
}

/** `\x` and two digits a byte; four bytes a number, the lowest first. */
function singles(text: string): Float32Array | null {
  if (!text.startsWith("\\x")) return null;
  const bytes = Buffer.from(text.slice(2), "hex");
  if (bytes.length === 0 || bytes.length % 4 !== 0) return null;
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(4 * i));
}
