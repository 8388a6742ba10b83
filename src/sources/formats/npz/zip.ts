import { type Said, said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { SourceError } from "../../problem";

/** A file in a zip archive, as the list at the archive's end tells it. */
export interface ZipEntry {
  name: string;
  /** 0: as it is; 8: deflated. */
  method: number;
  encrypted: boolean;
  /** Bytes when unpacked, and in the archive. */
  size: number;
  packed: number;
  crc: number;
  /** Where its own header begins. */
  at: number;
}

const [END, END_64, ENTRY, LOCAL] = [0x06054b50, 0x06064b50, 0x02014b50, 0x04034b50];
const LONGEST_COMMENT = 65_535;
// Such a list is tens of bytes an entry: more than this is a mistake, or means harm.
const LONGEST_LIST = 1 << 24;
const WIDE = 0xffff_ffff;

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

function broken(file: ByteFile, why: Said): SourceError {
  return new SourceError({
    what: said("The archive {name} {why}.", { name: file.name, why }),
    where: file.where,
    remedy: said("It was not written or copied to its end, or it was changed: copy it again."),
  });
}

/** Where the list of entries lies. */
async function findList(file: ByteFile): Promise<{ from: number; to: number }> {
  const base = Math.max(0, file.size - LONGEST_COMMENT - 22);
  const tail = await file.slice(base, file.size);
  const view = viewOf(tail);
  let end = tail.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) throw broken(file, said("ends early: the list of its contents, which stands at the end, is not there"));
  let [size, from] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  if ((size === WIDE || from === WIDE) && end >= 20) {
    const at = Number(view.getBigUint64(end - 12, true));
    const wide = await file.slice(at, at + 56);
    if (wide.length < 56 || viewOf(wide).getUint32(0, true) !== END_64)
      throw broken(file, said("has no list of its contents"));
    size = Number(viewOf(wide).getBigUint64(40, true));
    from = Number(viewOf(wide).getBigUint64(48, true));
  }
  if (from + size > base + end || size > LONGEST_LIST)
    throw broken(file, said("says of its list that it lies elsewhere"));
  return { from, to: from + size };
}

/**
 * The files in a zip archive, of 4 GB and larger too.
 *
 * @throws SourceError when the list of them is missing or wrong
 */
export async function zipEntries(file: ByteFile): Promise<ZipEntry[]> {
  const { from, to } = await findList(file);
  const list = await file.slice(from, to);
  const view = viewOf(list);
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= list.length; ) {
    if (view.getUint32(at, true) !== ENTRY) break;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const next = at + 46 + nameLength + extraLength + commentLength;
    if (next > list.length) throw broken(file, said("ends in the midst of the list of its contents"));
    const entry: ZipEntry = {
      name: new TextDecoder().decode(list.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    widen(entry, list.subarray(at + 46 + nameLength, next - commentLength));
    entries.push(entry);
    at = next;
  }
  return entries;
}

/** Sizes past 32 bits stand in a field of their own, those that need it, in this order. */
function widen(entry: ZipEntry, extra: Uint8Array) {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    for (const key of ["size", "packed", "at"] as const) {
      if (entry[key] !== WIDE || field + 8 > extra.length) continue;
      entry[key] = Number(view.getBigUint64(field, true));
      field += 8;
    }
    return;
  }
}

/**
 * Where the bytes of an entry begin.
 *
 * @throws SourceError when they are not in the file
 */
export async function entryStart(file: ByteFile, entry: ZipEntry): Promise<number> {
  const header = await file.slice(entry.at, entry.at + 30);
  const view = viewOf(header);
  if (header.length < 30 || view.getUint32(0, true) !== LOCAL)
    throw broken(file, said("does not hold {name}", { name: entry.name }));
  const start = entry.at + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + entry.packed > file.size) throw broken(file, said("ends in the midst of {name}", { name: entry.name }));
  return start;
}
