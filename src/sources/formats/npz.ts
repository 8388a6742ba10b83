import { type Said, said } from "../../i18n/said";
import { type ByteFile, blobFile } from "../byte-file";
import { type NpyHeader, npyHeaderLength, readNpyHeader } from "../npy";
import { SourceError } from "../problem";
import type { Format } from "../table";
import { type ArrayColumn, plainShape } from "./arrays/array-column";
import { groupTables } from "./arrays/group-tables";
import { isGathered, npyBodyBytes, npyColumn } from "./arrays/npy-array";
import { npyElement, unreadable } from "./arrays/npy-element";
import { type Bytes, gatheredRows, slicedRows } from "./arrays/row-bytes";
import { PieceReader, streamedRows } from "./arrays/streamed-rows";
import { unpack } from "./npz/unpack";
import { entryStart, type ZipEntry, zipEntries } from "./npz/zip";

const [SMALL, LONGEST_HEADER, MOST_ARRAYS] = [2 ** 26, 2 ** 20, 1000];
const count = (n: number) => n.toLocaleString("en");
const shapeOf = ({ shape }: NpyHeader) => `(${shape.join(", ")})`;

/** Arrays of NumPy in a zip archive, as np.savez and np.savez_compressed write them. */
export const npz: Format = {
  id: "npz",
  label: said("NumPy archive"),
  suffixes: [".npz"],
  sniff(head) {
    const [p, k, three, four] = head;
    if (p !== 0x50 || k !== 0x4b) return null;
    const nameLength = head[26] + 256 * head[27];
    const name = new TextDecoder().decode(head.subarray(30, 30 + nameLength));
    return three === 3 && four === 4 && name.endsWith(".npy") ? "sure" : "maybe";
  },
  async open(file) {
    const entries = (await zipEntries(file)).filter(({ name }) => name.endsWith(".npy"));
    if (entries.length === 0 || entries.length > MOST_ARRAYS) {
      throw new SourceError({
        what: entries.length
          ? said("The archive {name} holds {entries} arrays of NumPy.", {
              name: file.name,
              entries: count(entries.length),
            })
          : said("The archive {name} holds no arrays of NumPy.", { name: file.name }),
        where: file.where,
        remedy: entries.length
          ? said("Save those that belong together in a file of their own.")
          : said("If there is a file with vectors in it, unpack it and open that file."),
      });
    }
    const notes: Said[] = [];
    const arrays: ArrayColumn[] = [];
    for (const entry of entries) {
      const array = await openEntry(file, entry, notes);
      if (array) arrays.push(array);
    }
    return groupTables(said("NumPy archive"), file, arrays, notes);
  },
};

/** The column of an entry; null, and a note, where it makes none. */
async function openEntry(file: ByteFile, entry: ZipEntry, notes: Said[]): Promise<ArrayColumn | null> {
  const { where } = file;
  const { size, packed, method } = entry;
  const name = entry.name.slice(0, -".npy".length);
  if (entry.encrypted || (method !== 0 && method !== 8)) {
    notes.push(
      entry.encrypted
        ? said("{name} is left out: it is encrypted.", { name })
        : said("{name} is left out: it is packed by method {method}.", { name, method }),
    );
    return null;
  }
  // Vectors hardly ever shrink to a third. A small file that unpacks to gigabytes is made to take memory and time.
  if (size > SMALL && size > 100 * packed) {
    throw new SourceError({
      what: said("In {archive}, {name} would unpack from {packed} to {size} bytes, as no vectors do.", {
        archive: file.name,
        name,
        packed: count(packed),
        size: count(size),
      }),
      where,
      remedy: said("If that is right, save it with np.savez, which does not compress."),
    });
  }
  const start = await entryStart(file, entry);
  const header = await entryHeader(file, entry);
  const bytes = header.offset + npyBodyBytes(header);
  const column = npyColumn(name, header, ({ whole }) => {
    const [rows, dims = 1] = plainShape(header.shape);
    const place = { offset: header.offset, stride: npyBodyBytes(header) / Math.max(1, rows) };
    const columns = { offset: header.offset, rows, dims, size: place.stride / Math.max(1, dims) };
    const moved = { ...columns, offset: start + columns.offset };
    if (method === 0 && isGathered(header)) return gatheredRows(file, moved);
    if (isGathered(header)) {
      let unpacked: Promise<ByteFile> | null = null;
      return async (some) => {
        unpacked ??= unpackWhole(file, entry);
        return gatheredRows(await unpacked, columns)(some);
      };
    }
    // All of it is read through its checksum; of what is stored as it is, some rows can be had by themselves.
    if (method === 0 && !whole) return slicedRows(file, { offset: start + place.offset, stride: place.stride });
    return streamedRows(unpack(file, entry), place, rows);
  });
  if (column && bytes > size) {
    throw new SourceError({
      what: said("In {archive}, {name} ends early: {size} of {bytes} bytes are there.", {
        archive: file.name,
        name,
        size: count(size),
        bytes: count(bytes),
      }),
      where,
      remedy: said("Copy the file again, or write it anew with np.savez."),
    });
  }
  if (column && isGathered(header) && method !== 0 && size > 4 * file.size + SMALL) {
    notes.push(said("{name} is left out: it is compressed column by column and too large to unpack whole.", { name }));
    return null;
  }
  if (!column) {
    const why = npyElement(header.descr)
      ? said("has the shape {shape}, which is no matrix", { shape: shapeOf(header) })
      : unreadable(header.descr).why;
    notes.push(said("{name} is left out: it {why}.", { name, why }));
  }
  return column;
}

async function entryHeader(file: ByteFile, entry: ZipEntry): Promise<NpyHeader> {
  const where = `${file.where} › ${entry.name}`;
  const pieces = unpack(file, entry);
  const reader = new PieceReader(pieces);
  const start = await reader.take(Math.min(12, entry.size));
  const length = Math.min(npyHeaderLength(start, where) ?? 0, entry.size, LONGEST_HEADER);
  const rest = await reader.take(Math.max(0, length - start.length));
  await pieces.return(undefined);
  const bytes = new Uint8Array(start.length + rest.length);
  bytes.set(start);
  bytes.set(rest, start.length);
  return readNpyHeader(bytes, where);
}

async function unpackWhole(file: ByteFile, entry: ZipEntry): Promise<ByteFile> {
  const pieces: Bytes[] = [];
  for await (const piece of unpack(file, entry)) pieces.push(piece);
  return blobFile(new Blob(pieces), file.name, file.where);
}
