const [QUOTE, BACKSLASH, COMMA] = [34, 92, 44];

export const isOpening = (c: number) => c === 91 || c === 123;
export const isClosing = (c: number) => c === 93 || c === 125;

/** Where the string ends whose quote stands at `from`: behind its closing quote; -1 where it does not end. */
export function stringEnd(text: string, from: number): number {
  for (let i = from + 1; ; i++) {
    i = text.indexOf('"', i);
    if (i < 0) return -1;
    // A quote behind an odd number of backslashes belongs to the string.
    let slashes = 0;
    while (text.charCodeAt(i - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return i + 1;
  }
}

/** Where the array or object ends that begins at `from`: behind its closing bracket; -1 where it does not end. */
export function valueEnd(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) {
      i = stringEnd(text, i) - 1;
      if (i < 0) return -1;
    } else if (isOpening(c)) depth++;
    else if (isClosing(c) && --depth === 0) return i + 1;
  }
  return -1;
}

/**
 * The beginning of a document as a document: what was cut off last is left out, and what stands open is closed.
 *
 * @returns null where nothing of it is whole
 */
export function closed(text: string): string | null {
  const open: string[] = [];
  let best: string | null = null;
  let closers = "";
  let end = -1;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) {
      i = stringEnd(text, i) - 1;
      if (i < 0) break;
    } else if (isOpening(c)) open.push(c === 91 ? "]" : "}");
    else if (isClosing(c)) {
      open.pop();
      end = i + 1;
      closers = open.toReversed().join("");
      if (open.length === 0) break;
    } else if (c === COMMA && open.length <= 4) {
      end = i;
      closers = open.toReversed().join("");
    }
  }
  if (end > 0) best = text.slice(0, end) + closers;
  return best;
}
