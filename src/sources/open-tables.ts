import type { ByteFile } from "./byte-file";
import { detectFormat } from "./detect";
import { gunzip } from "./gunzip";
import { SourceError } from "./problem";
import type { OpenOptions, Table } from "./table";

/**
 * The tables of what a user gave, the likeliest first: each file is unpacked where it is gzipped, told by its bytes and opened.
 *
 * @param files one at least
 * @throws SourceError when one of them is broken or of no known format
 */
export async function openTables(files: readonly ByteFile[], options: OpenOptions = {}): Promise<Table[]> {
  if (files.length === 0) throw new SourceError({ what: "No file was given.", remedy: "Choose one at least." });
  const tables: Table[] = [];
  for (const given of files) {
    options.signal?.throwIfAborted();
    const file = await gunzip(given, options.signal);
    const format = await detectFormat(file);
    tables.push(...(await format.open(file, options)));
  }
  return tables;
}
