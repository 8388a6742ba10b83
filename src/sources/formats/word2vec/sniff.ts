import { decodeHead, encodingOf } from "../text/encoding";
import { isNumber } from "./line";

/** What the first line says, where there is one that counts. */
export interface Header {
  rows: number;
  dims: number;
  /** Bytes up to the end of its line. */
  offset: number;
}

/** Longer words are a mistake: the binary form is then out of step. */
export const LONGEST_WORD = 4096;
export const MOST_DIMS = 1 << 20;
const LEAST_DIMS = 4;
const LOOKED_AT = 10;

/** The first line, "rows dims", of both forms; null where the first line is something else. */
export function headerOf(head: Uint8Array): Header | null {
  const found = /^(\d{1,12}) (\d{1,7})[ \t\r]*\n/.exec(String.fromCharCode(...head.subarray(0, 64)));
  if (!found) return null;
  const [rows, dims] = [Number(found[1]), Number(found[2])];
  return rows > 0 && dims > 0 && dims <= MOST_DIMS ? { rows, dims, offset: found[0].length } : null;
}

/** How many numbers stand behind the word of a line, one space before each; null where it is no such line. */
export function numbersOf(line: string): number | null {
  const [, ...numbers] = line.replace(/ ?\r?$/, "").split(" ");
  return numbers.length > 0 && numbers.every(isNumber) ? numbers.length : null;
}

/** The lines of a text that are in its head, without the last where it may be cut off. */
export function wholeLines(head: Uint8Array, size: number): string[] {
  const encoding = encodingOf(head);
  if (encoding === null) return [];
  const lines = decodeHead(head, encoding).split("\n");
  if (size > head.length || lines.at(-1) === "") lines.pop();
  return lines;
}

/** Whether a binary row follows the header: a word, a space and numbers that vectors have. */
export function isBinary(head: Uint8Array, { dims, offset }: Header): boolean {
  const space = head.indexOf(32, offset);
  if (space < 0 || space - offset > LONGEST_WORD || head.subarray(offset, space).some((byte) => byte < 32))
    return false;
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const there = Math.min(dims, Math.floor((head.length - space - 1) / 4));
  for (let i = 0; i < there; i++) {
    const value = Math.abs(view.getFloat32(space + 1 + 4 * i, true));
    if (!(value === 0 || (value > 1e-30 && value < 1e10))) return false;
  }
  return there > 0;
}

/** Whether the first lines are a word and as many numbers each, as GloVe writes them: the words are no numbers themselves. */
export function isHeaderless(lines: string[]): boolean {
  const first = lines.slice(0, LOOKED_AT);
  const dims = first.length > 0 ? (numbersOf(first[0]) ?? 0) : 0;
  if (dims < LEAST_DIMS || isNumber(first[0].split(" ", 1)[0])) return false;
  const words = first.map((line) => line.split(" ", 1)[0]);
  return first.every((line) => numbersOf(line) === dims) && words.filter(isNumber).length <= first.length / 2;
}
