import { said } from "../../i18n/said";
import type { ByteFile } from "../byte-file";
import type { Folder } from "../files";
import { zipEntries } from "../formats/npz/zip";
import { SourceError } from "../problem";
import { checkEntry } from "./unzip";
import { zippedFile } from "./zipped-file";

/**
 * A dataset folder in a zip archive: what lies beside the one `dataset.json` in it. Null where the file is no archive,
 * or has none or several.
 *
 * @throws SourceError when the archive is damaged
 */
export async function zippedFolder(file: ByteFile): Promise<Folder | null> {
  const mark = await file.slice(0, 4);
  if (![0x50, 0x4b, 3, 4].every((byte, i) => mark[i] === byte)) return null;
  const entries = await zipEntries(file);
  const manifests = entries.filter(({ name }) => /(^|\/)dataset\.json$/.test(name) && !name.startsWith("__MACOSX/"));
  if (manifests.length !== 1) return null;
  const base = manifests[0].name.slice(0, -"dataset.json".length);
  const where = (name: string) => `${file.where} › ${base}${name}`;
  const byteFile = async (name: string): Promise<ByteFile> => {
    const entry = entries.find((one) => one.name === base + name);
    if (!entry) {
      throw new SourceError({
        what: said("The archive {archive} has no file {name}, which its dataset.json names.", {
          archive: file.name,
          name: name,
        }),
        where: where(name),
        remedy: said("Make the archive again, of the whole folder."),
      });
    }
    checkEntry(file, entry);
    return zippedFile(file, entry);
  };
  return {
    where,
    byteFile,
    async open(name) {
      const found = await byteFile(name);
      return { stream: found.stream(), bytes: async () => (await found.slice(0, found.size)).buffer };
    },
  };
}
