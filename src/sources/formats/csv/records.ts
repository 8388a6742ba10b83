import { said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { SourceError } from "../../problem";
import { textChunks } from "../text/encoding";
import type { Dialect } from "./dialect";

/** Some whole records as text. */
export interface Block {
  text: string;
  /** The line at which it begins, counted from 1. */
  line: number;
  /** Whether there are quotes in it. */
  quoted: boolean;
  share: number;
  /** It ends the file within a quote. */
  open: boolean;
}

const BLOCK = 1 << 20;
const LONGEST_RECORD = 1 << 24;
const QUOTE = 34;

/**
 * Cuts a file into blocks of about a megabyte that end where a record ends. A quote opens at the beginning of a cell and
 * closes before a delimiter or the end of the line, as papaparse has it.
 *
 * @throws SourceError where a record does not end within 16 MB
 */
export async function* blocksOf(file: ByteFile, dialect: Dialect, signal?: AbortSignal): AsyncGenerator<Block> {
  const delimiter = dialect.delimiter.charCodeAt(0);
  const newline = dialect.newline.charCodeAt(0);
  let text = "";
  let line = 1;
  // Where the scan goes on, where its last record ended, and whether it stands within a quote.
  let at = 0;
  let whole = 0;
  let inside = false;
  let opened = 0;
  const cut = (end: number, share: number, open = false): Block => {
    const piece = text.slice(0, end);
    const block = { text: piece, line, quoted: dialect.delimiter !== " " && piece.includes('"'), share, open };
    for (let i = piece.indexOf(dialect.newline); i >= 0; i = piece.indexOf(dialect.newline, i + 1)) line++;
    text = text.slice(end);
    at -= end;
    whole = 0;
    return block;
  };
  for await (const { text: more, share } of textChunks(file, dialect.encoding, signal)) {
    text += more;
    if (text.length < BLOCK) continue;
    if (!inside && (dialect.delimiter === " " || text.indexOf('"', Math.max(0, at - 1)) < 0)) {
      const end = text.lastIndexOf(dialect.newline) + 1;
      if (end > whole) whole = end;
      at = text.length;
    } else {
      // The last character waits for the next chunk: what follows a quote tells whether it closes.
      for (const last = text.length - 1; at < last; at++) {
        const c = text.charCodeAt(at);
        if (inside) {
          if (c !== QUOTE) continue;
          const next = text.charCodeAt(at + 1);
          if (next === QUOTE) at++;
          else if (next === delimiter || next === newline || next === 13) inside = false;
        } else if (c === newline) whole = at + 1;
        else if (c === QUOTE && opensCell(text, at, delimiter, newline)) {
          inside = true;
          opened = at;
        }
      }
    }
    if (whole > 0) yield cut(whole, share);
    else if (text.length > LONGEST_RECORD) throw endless(file, line, inside, text.slice(opened, opened + 40));
  }
  if (text.length > 0) yield cut(text.length, 1, inside);
}

function opensCell(text: string, at: number, delimiter: number, newline: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return before === delimiter || before === newline;
}

function endless(file: ByteFile, line: number, inside: boolean, excerpt: string): SourceError {
  return new SourceError({
    what: inside
      ? said("In {name} a quote is opened at or after line {line} and not closed within 16 MB: {excerpt}…", {
          name: file.name,
          line,
          excerpt,
        })
      : said("In {name} line {line} does not end within 16 MB.", { name: file.name, line }),
    where: file.where,
    remedy: inside
      ? said("Close the quote, or double it where it is part of the text.")
      : said("Check that it is a table as text."),
  });
}
