import { said } from "../../i18n/said";
import type { ByteFile } from "../byte-file";
import { type ZipEntry, zipEntries } from "../formats/npz/zip";
import { SourceError } from "../problem";
import { refuseArchive } from "./refuse";
import { zippedFile } from "./zipped-file";

const MOST_FILES = 100;
/** What a file may grow to whatever its size, and how many times its size beyond. */
const ALWAYS = 256 << 20;
const TIMES = 100;
/** What lies beside data and is none. */
const ASIDE =
  /(^|\/)(__MACOSX\/|\.|readme|licen[cs]e|copying|notice|changelog)|\.(md|rst|pdf|html?|py|ipynb|png|jpe?g|gif|webp|svg)$/i;

const count = (n: number) => n.toLocaleString("en");

/**
 * The files of data in a zip archive, each unpacked as it is read; null where it is no such archive, or one of NumPy, which
 * is a format by itself.
 *
 * @throws SourceError when there is none in it, or one of them is encrypted or grows without bounds
 */
export async function unzip(file: ByteFile): Promise<ByteFile[] | null> {
  const mark = await file.slice(0, 4);
  if (![0x50, 0x4b, 3, 4].every((byte, i) => mark[i] === byte)) return null;
  const entries = (await zipEntries(file)).filter(({ name }) => !name.endsWith("/"));
  const names = entries.map(({ name }) => name);
  refuseArchive(file, names);
  if (names.length > 0 && names.every((name) => name.endsWith(".npy") && !ASIDE.test(name))) return null;
  const data = entries.filter(({ name, size }) => size > 0 && !ASIDE.test(name));
  if (data.length === 0 || data.length > MOST_FILES) throw notData(file, data.length);
  return data.map((entry) => {
    checkEntry(file, entry);
    return zippedFile(file, entry);
  });
}

/**
 * Refuses what cannot be unpacked, and what would grow without bounds.
 *
 * @throws SourceError
 */
export function checkEntry(file: ByteFile, { name, method, encrypted, size, packed }: ZipEntry): void {
  if (encrypted || (method !== 0 && method !== 8)) {
    throw new SourceError({
      what: encrypted
        ? said("In {archive}, {name} is encrypted.", { archive: file.name, name })
        : said("In {archive}, {name} is packed in a way ({method}) that is not unpacked here.", {
            archive: file.name,
            name,
            method,
          }),
      where: file.where,
      remedy: said("Unpack the archive and open what comes out."),
    });
  }
  if (size > Math.max(ALWAYS, TIMES * packed) || (method === 0 && size !== packed)) {
    throw new SourceError({
      what: said("In {archive}, {name} has {packed} bytes and says that it unpacks to {size}.", {
        archive: file.name,
        name,
        packed: count(packed),
        size: count(size),
      }),
      where: file.where,
      remedy: said("If that is what you expect, unpack the archive and open what comes out."),
    });
  }
}

function notData(file: ByteFile, many: number): SourceError {
  return new SourceError({
    what:
      many === 0
        ? said("There is no file of data in {name}.", { name: file.name })
        : said("There are {many} files in {name}.", { many: count(many), name: file.name }),
    where: file.where,
    remedy:
      many === 0
        ? said("Check that it is the archive you meant.")
        : said("Unpack it, and give those that belong together."),
  });
}
