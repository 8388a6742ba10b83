import { type Said, said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { SourceError } from "../../problem";
import { valueEnd } from "./scan";

/** A value in JSON; Python's NaN and Infinity are read as null. undefined where it is none. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (!/NaN|Infinity/.test(text)) return undefined;
  }
  try {
    return JSON.parse(text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, nullWord));
  } catch {
    return undefined;
  }
}

function nullWord(word: string): string {
  return word.startsWith('"') ? word : "null";
}

/**
 * The documents of a text: one, or several, one behind the other.
 *
 * @throws SourceError that says where it is no JSON any more
 */
export function parseDocuments(text: string, file: ByteFile): unknown[] {
  const only = parse(text);
  if (only !== undefined) return [only];
  const documents: unknown[] = [];
  for (let from = 0; from < text.length; ) {
    while (from < text.length && isBetween(text.charCodeAt(from))) from++;
    if (from === text.length) break;
    const end = valueEnd(text, from);
    if (end < 0) throw endless(text, from, file);
    const piece = text.slice(from, end);
    const value = parse(piece);
    if (value === undefined) throw broken(text, from + faultIn(piece), file);
    documents.push(value);
    from = end;
  }
  if (documents.length === 0) throw broken(text, 0, file);
  return documents;
}

/** Where a text is no JSON any more, as far as its parser tells. */
function faultIn(text: string): number {
  try {
    JSON.parse(text);
  } catch (error) {
    const place = /position (\d+)/.exec(error instanceof Error ? error.message : "");
    if (place) return Number(place[1]);
  }
  return 0;
}

function broken(text: string, at: number, file: ByteFile): SourceError {
  return new SourceError({
    what: said("The file {name} is no JSON at {place}.", { name: file.name, place: placeIn(text, at) }),
    where: file.where,
    remedy: said("Write or fetch it again, or mend that place with an editor of text."),
  });
}

function endless(text: string, from: number, file: ByteFile): SourceError {
  return new SourceError({
    what: said("The file {name} ends too early: what begins at {place} is not closed.", {
      name: file.name,
      place: placeIn(text, from),
    }),
    where: file.where,
    remedy: said("It was cut short as it was written or copied: fetch it again."),
  });
}

function placeIn(text: string, at: number): Said {
  const before = text.slice(0, at).split("\n");
  return said("line {line}, column {column}", {
    line: before.length.toLocaleString("en"),
    column: ((before.at(-1)?.length ?? 0) + 1).toLocaleString("en"),
  });
}

/** Blanks, commas, and the record separator of RFC 7464 may stand between documents. */
function isBetween(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13) || c === 44 || c === 0x1e || c === 0xfeff;
}
