import type { ByteFile } from "./byte-file";
import { detectFormat } from "./detect";
import { gunzip } from "./gunzip";
import { joinFiles, type Opened } from "./join";
import { SourceError } from "./problem";
import type { OpenOptions, Table } from "./table";

/**
 * The tables of what a user gave, the likeliest first: each file is unpacked where it is gzipped, told by its bytes and
 * opened; parts and what is known of vectors are put together.
 *
 * @param files one at least
 * @throws SourceError when one of them is broken or of no known format, or when they do not belong together
 */
export async function openTables(files: readonly ByteFile[], options: OpenOptions = {}): Promise<Table[]> {
  if (files.length === 0) throw new SourceError({ what: "No file was given.", remedy: "Choose one at least." });
  const opened: Opened[] = [];
  for (const given of files) {
    options.signal?.throwIfAborted();
    const file = await gunzip(given, options.signal);
    const format = await detectFormat(file);
    opened.push({ file, format, tables: await format.open(file, options) });
  }
  return opened.length === 1 ? opened[0].tables : joinFiles(opened, options);
}
