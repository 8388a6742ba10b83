import { said } from "../i18n/said";
import type { ByteFile } from "./byte-file";
import { detectFormat } from "./detect";
import { projector } from "./formats/projector";
import { joinFiles, type Opened } from "./join";
import { SourceError } from "./problem";
import type { OpenOptions, Table } from "./table";
import { unpackFile } from "./unpack";

/**
 * The tables of what a user gave, the likeliest first: each file is unpacked where it is gzipped or in a zip
 * archive, told by its bytes and opened; parts and what is known of vectors are put together.
 *
 * @param files one at least
 * @throws SourceError when one of them is broken or of no known format, or when they do not belong together
 */
export async function openTables(files: readonly ByteFile[], options: OpenOptions = {}): Promise<Table[]> {
  if (files.length === 0)
    throw new SourceError({ what: said("No file was given."), remedy: said("Choose one at least.") });
  const { signal } = options;
  const unpacked: ByteFile[] = [];
  for (const file of files) {
    signal?.throwIfAborted();
    unpacked.push(...(await unpackFile(file, signal)));
  }
  // What a config names belongs to it, and is not opened by itself.
  const taken = new Set<ByteFile>();
  const beside = async (path: string) => {
    const name = path.split(/[?#]/)[0].split(/[/\\]/).at(-1);
    const found = unpacked.find((file) => file.name === name || `${file.name}.gz` === name);
    if (found) taken.add(found);
    return found ?? (await options.beside?.(path)) ?? null;
  };
  const opened: Opened[] = [];
  for (const file of unpacked.length > 1 ? await configsFirst(unpacked) : unpacked) {
    if (taken.has(file)) continue;
    const format = await detectFormat(file);
    opened.push({ file, format, tables: await format.open(file, { ...options, beside }) });
  }
  return opened.length === 1 ? opened[0].tables : joinFiles(opened, options);
}

async function configsFirst(files: readonly ByteFile[]): Promise<ByteFile[]> {
  const configs = new Set<ByteFile>();
  for (const file of files) if (projector.sniff(await file.slice(0, 65_536), file)) configs.add(file);
  return files.toSorted((a, b) => Number(configs.has(b)) - Number(configs.has(a)));
}
