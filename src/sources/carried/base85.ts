// What a page carries stands in it as text: five characters for four bytes, of an alphabet without any sign that means
// something in HTML (< > & " ') or in a string, so that nothing in it can end the element that holds it.
const ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?()[]{}@%$#_,;~";
const CODES = new Uint8Array(256).fill(255);
for (let i = 0; i < ALPHABET.length; i++) CODES[ALPHABET.charCodeAt(i)] = i;
const SIGNS = Uint8Array.from(ALPHABET, (sign) => sign.charCodeAt(0));

/** Characters that so many bytes take: five for every four, and one more than their count for the last ones. */
export function base85Length(bytes: number): number {
  const rest = bytes % 4;
  return Math.floor(bytes / 4) * 5 + (rest === 0 ? 0 : rest + 1);
}

/** Bytes as the ASCII codes of their text. Parts can be written one behind the other if all but the last have 4n bytes. */
export function toBase85(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = new Uint8Array(base85Length(bytes.length));
  let at = 0;
  for (let i = 0; i < bytes.length; i += 4) {
    let word =
      ((bytes[i] << 24) | ((bytes[i + 1] ?? 0) << 16) | ((bytes[i + 2] ?? 0) << 8) | (bytes[i + 3] ?? 0)) >>> 0;
    const count = Math.min(4, bytes.length - i) + 1;
    for (let j = 4; j >= 0; j--) {
      // The last signs of a part that is not full say nothing but zeros.
      if (j < count) text[at + j] = SIGNS[word % 85];
      word = Math.floor(word / 85);
    }
    at += count;
  }
  return text;
}

/**
 * The bytes of such a text, in parts; white space at its ends is not of it.
 *
 * @throws RangeError at a sign that is none of the alphabet, or where a part stands for no bytes
 */
export function* fromBase85(text: string, part = 1 << 20): Generator<Uint8Array<ArrayBuffer>> {
  const trimmed = text.trim();
  for (let from = 0; from < trimmed.length; from += part * 5) {
    yield decoded(trimmed, from, Math.min(trimmed.length, from + part * 5));
  }
}

function decoded(text: string, from: number, to: number): Uint8Array<ArrayBuffer> {
  const rest = (to - from) % 5;
  if (rest === 1) throw new RangeError("the text ends within a group of signs");
  const bytes = new Uint8Array(Math.floor((to - from) / 5) * 4 + (rest === 0 ? 0 : rest - 1));
  let at = 0;
  for (let i = from; i < to; i += 5) {
    let word = 0;
    for (let j = 0; j < 5; j++) {
      // Signs that were left out count as the largest: what they would have said was rounded down.
      const code = i + j < to ? CODES[text.charCodeAt(i + j) & 255] : 84;
      if (code === 255 || text.charCodeAt(i + j) > 255)
        throw new RangeError(`a sign that is no part of it at ${i + j}`);
      word = word * 85 + code;
    }
    for (let j = 3; j >= 0 && at < bytes.length; j--) bytes[at++] = Math.floor(word / 2 ** (8 * j)) & 255;
  }
  return bytes;
}
