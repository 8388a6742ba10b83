import { type Said, said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { SourceError } from "../../problem";
import type { Bytes } from "../arrays/row-bytes";
import { crc32 } from "./crc";
import type { ZipEntry } from "./zip";
import { entryStart } from "./zip";

// A byte that is deflated unpacks to 1,032 at most, so no piece becomes larger than 33 MB.
const DEFLATED_PIECE = 1 << 15;
// The first is short: of many entries only the headers are looked at.
const FIRST_PIECE = 1 << 12;
const STORED_PIECE = 1 << 20;

/**
 * The bytes of an entry, piece by piece. Its length and checksum are held against what the archive says.
 *
 * @throws SourceError when it is damaged
 */
export async function* unpack(file: ByteFile, entry: ZipEntry): AsyncGenerator<Bytes> {
  const start = await entryStart(file, entry);
  let [length, crc] = [0, 0];
  for await (const piece of entry.method === 0 ? stored(file, start, entry) : inflated(file, start, entry)) {
    length += piece.length;
    crc = crc32(piece, crc);
    if (length > entry.size) throw damaged(file, entry, said("it unpacks to more bytes than it says"));
    yield piece;
  }
  if (length < entry.size) throw damaged(file, entry, said("it unpacks to fewer bytes than it says"));
  if (crc !== entry.crc) throw damaged(file, entry, said("its checksum is not that of its bytes"));
}

async function* stored(file: ByteFile, start: number, { packed }: ZipEntry): AsyncGenerator<Bytes> {
  for (let at = 0; at < packed; at += STORED_PIECE) {
    yield await file.slice(start + at, start + Math.min(packed, at + STORED_PIECE));
  }
}

async function* inflated(file: ByteFile, start: number, entry: ZipEntry): AsyncGenerator<Bytes> {
  const { Inflate } = await import("fflate");
  const pieces: Bytes[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece as Bytes));
  for (let at = 0, to = 0; at < entry.packed; at = to) {
    to = Math.min(entry.packed, at + (at === 0 ? FIRST_PIECE : DEFLATED_PIECE));
    try {
      inflate.push(await file.slice(start + at, start + to), to === entry.packed);
    } catch (error) {
      if (error instanceof SourceError) throw error;
      throw damaged(
        file,
        entry,
        said("it cannot be unpacked near byte {at}", { at: (start + at).toLocaleString("en") }),
      );
    }
    yield* pieces.splice(0);
  }
}

function damaged(file: ByteFile, entry: ZipEntry, why: Said): SourceError {
  return new SourceError({
    what: said("In {archive}, {name} is damaged: {why}.", { archive: file.name, name: entry.name, why }),
    where: file.where,
    remedy: said("Copy the file again, or write it anew with np.savez."),
  });
}
