import type { ByteFile } from "../../byte-file";

/** What the bytes of a text stand for. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Bytes, of which the last characters may be cut, as text: a byte order mark is dropped. */
export function decodeHead(head: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(head, { stream: true });
}

/**
 * Tells the encoding of a text by its first bytes: by its mark, by where its zeros lie, or by whether UTF-8 allows them.
 *
 * @returns null where they are no text: zeros, control characters
 */
export function encodingOf(head: Uint8Array): Encoding | null {
  const encoding = byMark(head) ?? byZeros(head) ?? (isUtf8(head) ? "utf-8" : "windows-1252");
  return hasControls(decodeHead(head, encoding)) ? null : encoding;
}

/** Control characters are in no text, but for tabs, ends of lines, form feeds and, of old programs, ^Z. */
function hasControls(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 32 && (c < 9 || (c > 13 && c !== 26))) return true;
  }
  return false;
}

function byMark(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return null;
}

/** Of UTF-16 without a mark, numbers and delimiters have a zero in every other byte. */
function byZeros(head: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  const length = Math.min(head.length, 4096);
  for (let i = 0; i < length; i++) if (head[i] === 0) zeros[i & 1]++;
  if (zeros[1] > length / 4 && zeros[0] < length / 100) return "utf-16le";
  if (zeros[0] > length / 4 && zeros[1] < length / 100) return "utf-16be";
  return null;
}

function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** A piece of a text, and what share of its file has been read with it. */
export interface TextChunk {
  text: string;
  share: number;
}

/** The text of a file, piece by piece, without its byte order mark. */
export async function* textChunks(file: ByteFile, encoding: Encoding, signal?: AbortSignal): AsyncGenerator<TextChunk> {
  const decoder = new TextDecoder(encoding);
  const reader = file.stream().getReader();
  let read = 0;
  try {
    while (true) {
      signal?.throwIfAborted();
      const { value, done } = await reader.read();
      if (done) break;
      read += value.length;
      const text = decoder.decode(value, { stream: true });
      if (text.length > 0) yield { text, share: Math.min(1, read / file.size) };
    }
    const rest = decoder.decode();
    if (rest.length > 0) yield { text: rest, share: 1 };
  } finally {
    await reader.cancel().catch(() => {});
  }
}
