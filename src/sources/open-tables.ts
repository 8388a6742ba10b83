import type { ByteFile } from "./byte-file";
import { detectFormat } from "./detect";
import { SourceError } from "./problem";
import type { OpenOptions, Table } from "./table";

/**
 * The tables of what a user gave, the likeliest first: each file is told by its bytes and opened.
 *
 * @param files one at least
 * @throws SourceError when one of them is broken or of no known format
 */
export async function openTables(files: readonly ByteFile[], options: OpenOptions = {}): Promise<Table[]> {
  if (files.length === 0) throw new SourceError({ what: "No file was given.", remedy: "Choose one at least." });
  const tables: Table[] = [];
  for (const file of files) {
    options.signal?.throwIfAborted();
    const format = await detectFormat(file);
    tables.push(...(await format.open(file, options)));
  }
  return tables;
}
