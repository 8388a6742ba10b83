import { type Said, said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { Malformed } from "../../malformed";
import { broken, count, wordsOf } from "../columnar/trouble";
import { FlatTable } from "./flat";
import { type Message, readMessage } from "./message";

/** Enough for the words before a body in most files. */
const WINDOW = 4096;
const MAGIC = "ARROW1";

/** Where the parts of a file lie: bytes from … to. */
export interface Part extends Message {
  from: number;
  to: number;
}

export interface ArrowParts {
  /** The message that tells what columns there are. */
  schema: Uint8Array;
  /** In the order of the file. */
  parts: Part[];
}

/** Whether bytes are the beginning of a file in Arrow's file format. */
export function isArrowFile(head: Uint8Array): boolean {
  return [...MAGIC].every((letter, i) => head[i] === letter.charCodeAt(0));
}

/** How long the words before a body are, and where they begin; null at the end of a stream. */
export function prefix(head: Uint8Array): { begin: number; length: number } | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (head.length < 4) return null;
  const first = view.getInt32(0, true);
  // Before Arrow 0.15 the mark of four times 255 was missing.
  if (first !== -1) return first === 0 ? null : { begin: 4, length: first };
  const length = head.length < 8 ? 0 : view.getInt32(4, true);
  return length === 0 ? null : { begin: 8, length };
}

/**
 * Goes from message to message and reads of each only what it says of itself. A file holds a stream within its marks, so
 * both are gone through alike: the footer, too, leaves out how many rows a batch has.
 *
 * @throws SourceError with the byte at which the messages end to make sense
 */
export async function readParts(file: ByteFile): Promise<ArrowParts> {
  const isFile = isArrowFile(await file.slice(0, 8));
  if (isFile) {
    const end = await file.slice(file.size - MAGIC.length, file.size);
    if (!isArrowFile(end)) {
      throw broken(
        file,
        "Arrow",
        said("it begins as Arrow and does not end so; it was not written or copied to its end"),
      );
    }
  }
  const found: Part[] = [];
  for (let at = isFile ? 8 : 0; at < file.size; ) {
    const trouble = (what: Said) => broken(file, "Arrow", what, said("message at byte {at}", { at: count(at) }));
    let head = await file.slice(at, Math.min(file.size, at + WINDOW));
    const start = prefix(head);
    if (!start) break;
    const { begin, length } = start;
    if (length < 0 || at + begin + length > file.size) {
      throw trouble(
        said("it says that it has {length} bytes, and {left} are left in the file", {
          length: count(length),
          left: count(file.size - at - begin),
        }),
      );
    }
    if (begin + length > head.length) head = await file.slice(at, at + begin + length);
    let message: Message;
    try {
      message = readMessage(head.subarray(begin, begin + length));
    } catch (error) {
      throw trouble(said("it cannot be read: {words}", { words: wordsOf(error) }));
    }
    const to = at + begin + length + message.bodyLength;
    if (to > file.size)
      throw trouble(
        said("it reaches to byte {to}, and the file has {size}", { to: count(to), size: count(file.size) }),
      );
    found.push({ ...message, from: at, to });
    at = to;
  }
  const told = found.find(({ kind }) => kind === "schema");
  const schema = told ? await file.slice(told.from, told.to) : isFile ? await footerSchema(file) : null;
  if (!schema) throw broken(file, "Arrow", said("nothing in it tells what columns it has"));
  return { schema, parts: found.filter(({ kind }) => kind === "dictionary" || kind === "batch") };
}

/**
 * The columns as the footer tells them, made a message: Arrow's own JavaScript writes them nowhere else. What a flatbuffer
 * refers to lies behind it, so a head of 32 bytes in front is all that is wanted.
 */
async function footerSchema(file: ByteFile): Promise<Uint8Array> {
  const place = said("footer before byte {size}", { size: count(file.size) });
  const ending = await file.slice(file.size - 10, file.size);
  const length = new DataView(ending.buffer, ending.byteOffset).getInt32(0, true);
  if (!(length > 8 && length <= file.size - 18)) {
    throw broken(
      file,
      "Arrow",
      said("it says that it has {length} bytes, and the file has {size}", {
        length: count(length),
        size: count(file.size),
      }),
      place,
    );
  }
  const footer = await file.slice(file.size - 10 - length, file.size - 10);
  const PREFIX = 8;
  const HEAD = 32;
  const bytes = new Uint8Array(PREFIX + HEAD + Math.ceil(footer.length / 8) * 8);
  bytes.set(footer, PREFIX + HEAD);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, -1, true);
  view.setInt32(4, bytes.length - PREFIX, true);
  try {
    const schema = FlatTable.root(footer).table(6);
    if (!schema) throw new Malformed(said("it tells of no columns"));
    const message = new DataView(bytes.buffer, PREFIX);
    const words = [16, 0, 10, 12, 4, 6, 8];
    for (const [i, word] of words.entries()) message.setUint16(i * 2, word, true);
    message.setInt32(16, 12, true);
    message.setInt16(20, 4, true);
    message.setUint8(22, 1);
    message.setUint32(24, HEAD + schema.at - 24, true);
    readMessage(bytes.subarray(PREFIX));
  } catch (error) {
    throw broken(file, "Arrow", said("it cannot be read: {words}", { words: wordsOf(error) }), place);
  }
  return bytes;
}
