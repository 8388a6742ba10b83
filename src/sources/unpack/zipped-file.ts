import { type ByteFile, blobFile } from "../byte-file";
import { unpack } from "../formats/npz/unpack";
import { entryStart, type ZipEntry } from "../formats/npz/zip";

const HEAD = 1 << 20;
const PART = 1 << 24;

/**
 * A file in a zip archive: unpacked as it streams. It is laid down whole only when something is asked for from its midst
 * and it is not stored as it is.
 */
export function zippedFile(archive: ByteFile, entry: ZipEntry): ByteFile {
  let head: Promise<Uint8Array<ArrayBuffer>> | null = null;
  let whole: Promise<ByteFile> | null = null;
  const name = entry.name.slice(entry.name.lastIndexOf("/") + 1);
  const where = `${archive.where} › ${entry.name}`;
  return {
    name,
    where,
    size: entry.size,
    async slice(from, to) {
      if (entry.method === 0) {
        const start = await entryStart(archive, entry);
        return archive.slice(start + Math.min(from, entry.size), start + Math.min(to, entry.size));
      }
      if (to <= HEAD || entry.size <= HEAD) {
        head ??= headOf(archive, entry);
        return (await head).slice(from, to);
      }
      whole ??= layDown(archive, entry, name, where);
      return (await whole).slice(from, to);
    },
    stream() {
      const pieces = unpack(archive, entry);
      return new ReadableStream({
        async pull(controller) {
          const { value, done } = await pieces.next();
          if (done) controller.close();
          else controller.enqueue(value);
        },
        async cancel() {
          await pieces.return(undefined);
        },
      });
    },
  };
}

async function headOf(archive: ByteFile, entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
  const head = new Uint8Array(Math.min(HEAD, entry.size));
  let filled = 0;
  for await (const piece of unpack(archive, entry)) {
    const taken = piece.subarray(0, head.length - filled);
    head.set(taken, filled);
    filled += taken.length;
    // The last piece of a small file is waited for: behind it its checksum is held against its bytes.
    if (filled === head.length && entry.size > HEAD) break;
  }
  return head;
}

async function layDown(archive: ByteFile, entry: ZipEntry, name: string, where: string): Promise<ByteFile> {
  const parts: Blob[] = [];
  let pending: Uint8Array<ArrayBuffer>[] = [];
  let held = 0;
  for await (const piece of unpack(archive, entry)) {
    pending.push(piece);
    held += piece.length;
    // A browser may lay blobs down on disk; chunks of an array it cannot.
    if (held >= PART) {
      parts.push(new Blob(pending));
      pending = [];
      held = 0;
    }
  }
  return blobFile(new Blob([...parts, ...pending]), name, where);
}
