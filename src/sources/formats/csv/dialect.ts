import type Papa from "papaparse";
import type { Encoding } from "../text/encoding";

/** How a table is written as text. */
export interface Dialect {
  encoding: Encoding;
  /** Tab, semicolon, bar, comma; a blank stands for one or more. */
  delimiter: "\t" | ";" | "|" | "," | " ";
  newline: "\n" | "\r";
  decimal: "." | ",";
}

type Delimiter = Dialect["delimiter"];

// A comma comes last of all: it is in decimals and sentences where another is what divides.
const DELIMITERS: readonly Delimiter[] = ["\t", ";", "|", ","];
const RECORDS = 60;

/** The records of a text as cells; what is cut off at its end is left out where `complete` is not set. */
export function cells(
  papa: typeof Papa,
  text: string,
  { delimiter, newline }: Pick<Dialect, "delimiter" | "newline">,
  complete: boolean,
  most = RECORDS,
): string[][] {
  if (delimiter === " ") {
    const lines = text.split("\n");
    if (!complete) lines.pop();
    return lines
      .slice(0, most)
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .map((line) => line.split(/[ \t]+/));
  }
  const { data } = papa.parse<string[]>(text, { delimiter, newline, preview: most + 1 });
  if (data.length <= most && !complete) data.pop();
  return data.slice(0, most).filter((record) => record.length > 1 || record[0].trim() !== "");
}

/**
 * How a table is written, told by its first records: that delimiter which divides them all into as many cells, and a
 * decimal comma where numbers have one and commas do not divide.
 *
 * @param complete whether `text` is all of it
 */
export function dialectOf(papa: typeof Papa, text: string, encoding: Encoding, complete: boolean): Dialect {
  const newline = !text.includes("\n") && text.includes("\r") ? "\r" : "\n";
  let best: { delimiter: Delimiter; even: number; width: number } = { delimiter: ",", even: 0, width: 1 };
  for (const delimiter of DELIMITERS) {
    if (!text.includes(delimiter)) continue;
    const widths = cells(papa, text, { delimiter, newline }, complete).map((record) => record.length);
    const { width, count } = mostCommon(widths);
    const even = count / widths.length;
    // What divides nearly all records evenly is believed at once, the others by how even they are.
    if (width > 1 && even > best.even && (best.even < 0.9 || even > best.even + 0.2)) best = { delimiter, even, width };
  }
  if (best.width === 1 && linesOfNumbers(text)) best.delimiter = " ";
  const decimal = best.delimiter !== "," && hasDecimalCommas(papa, text, best.delimiter, newline, complete);
  return { encoding, delimiter: best.delimiter, newline, decimal: decimal ? "," : "." };
}

/** Whether the first line, or the second where there is one, is several numbers with blanks between. */
function linesOfNumbers(text: string): boolean {
  const numbers = /^\s*[+-]?[\d.][\d.e+-]*([ \t]+[+-]?[\d.naif][\d.e+-naif]*){3,}\s*$/i;
  return text
    .split("\n", 3)
    .slice(0, 2)
    .some((line) => numbers.test(line));
}

function hasDecimalCommas(
  papa: typeof Papa,
  text: string,
  delimiter: Delimiter,
  newline: Dialect["newline"],
  complete: boolean,
): boolean {
  const all = cells(papa, text, { delimiter, newline }, complete).flat();
  const count = (pattern: RegExp) => all.filter((cell) => pattern.test(cell.trim())).length;
  return count(/^[+-]?\d*,\d+(e[+-]?\d+)?$/i) > count(/^[+-]?\d*\.\d+(e[+-]?\d+)?$/i);
}

/** The value that is there most often, and how often. */
export function mostCommon(values: readonly number[]): { width: number; count: number } {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let [width, count] = [1, 0];
  for (const [value, times] of counts) if (times > count) [width, count] = [value, times];
  return { width, count };
}
