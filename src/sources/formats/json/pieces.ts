import { said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { SourceError } from "../../problem";
import { type Encoding, textChunks } from "../text/encoding";
import type { Place } from "./look";
import { isClosing, isOpening, stringEnd } from "./scan";

/** One element or entry as text, and what share of the file has been read with it. */
export interface Piece {
  text: string;
  share: number;
}

/** No element is larger, and no text. */
const LONGEST = 1 << 24;
const [QUOTE, COMMA, ARRAY] = [34, 44, 91];

/**
 * Cuts the elements of arrays, or the entries of objects, out of documents that are too large to be held: those at one path.
 *
 * @throws SourceError where one is larger than 16 MB, or a document does not end
 */
export async function* piecesAt(
  file: ByteFile,
  encoding: Encoding,
  { path, kind }: Pick<Place, "path" | "kind">,
  signal?: AbortSignal,
): AsyncGenerator<Piece> {
  // The brackets that stand open around the place, each with the key that was last read in it.
  const around: { array: boolean; key: string | null }[] = [];
  // Within the place: how many brackets stand open, and where the element began; -1 outside, and between elements.
  let depth = -1;
  let start = -1;
  // What is still needed of the text, and how far it has been looked at.
  let text = "";
  let at = 0;
  const isPlace = (opening: number) =>
    (opening === ARRAY) === (kind === "elements") &&
    around.length === path.length &&
    around.every(({ array, key }, i) => (array ? path[i] === null : path[i] === key));
  for await (const { text: more, share } of textChunks(file, encoding, signal)) {
    text += more;
    for (; at < text.length; at++) {
      const c = text.charCodeAt(at);
      if (c === QUOTE) {
        const end = stringEnd(text, at);
        if (end < 0) break;
        const top = around.at(-1);
        if (depth < 0 && top && !top.array) top.key = keyOf(text.slice(at, end));
        if (depth >= 0 && start < 0) start = at;
        at = end - 1;
      } else if (depth < 0) {
        if (isOpening(c)) {
          if (isPlace(c)) depth = 0;
          else around.push({ array: c === ARRAY, key: null });
        } else if (isClosing(c)) around.pop();
      } else if (depth === 0 && (c === COMMA || isClosing(c))) {
        if (start >= 0) yield { text: text.slice(start, at), share };
        start = -1;
        if (c !== COMMA) depth = -1;
      } else {
        if (start < 0 && c > 32) start = at;
        if (isOpening(c)) depth++;
        else if (isClosing(c)) depth--;
      }
    }
    const kept = start < 0 ? at : start;
    text = text.slice(kept);
    at -= kept;
    if (start >= 0) start = 0;
    if (text.length > LONGEST) throw tooLong(file, share);
  }
  if (depth >= 0 || around.length > 0 || text.trim() !== "") throw cutShort(file);
}

function keyOf(quoted: string): string | null {
  try {
    return JSON.parse(quoted);
  } catch {
    return null;
  }
}

function tooLong(file: ByteFile, share: number): SourceError {
  const place = Math.round(share * file.size).toLocaleString("en");
  return new SourceError({
    what: said("In {name} a value that stands before byte {place} is longer than 16 MB.", { name: file.name, place }),
    where: file.where,
    remedy: said("Check that a quote or a bracket is not missing there; a vector and its texts take less."),
  });
}

function cutShort(file: ByteFile): SourceError {
  return new SourceError({
    what: said("The file {name} ends in the midst of a value.", { name: file.name }),
    where: file.where,
    remedy: said("It was cut short as it was written or copied: fetch it again."),
  });
}
