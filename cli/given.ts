import { existsSync, statSync } from "node:fs";
import type { ParseArgsConfig } from "node:util";
import { readDatasetFolder, type Source } from "../src/sources";
import type { ByteFile } from "../src/sources/byte-file";
import { diskByteFile } from "../src/sources/disk-file";
import type { Folder } from "../src/sources/files";
import { inspectTables } from "../src/sources/inspect";
import { besideFile, diskFolder, openData } from "../src/sources/node";
import { openTables } from "../src/sources/open-tables";
import { stage } from "../src/sources/staging/stage";
import type { Table } from "../src/sources/table";
import { zippedFolder } from "../src/sources/unpack/zipped-folder";
import { readCount, UsageError } from "./arguments";
import { isDatabase, openDatabase } from "./databases";
import { choose, type Named } from "./packing/choose";
import { problem } from "./problem";

/** Options that say what is what in the data. */
export const dataOptions = {
  table: { type: "string" },
  vector: { type: "string" },
  title: { type: "string" },
  text: { type: "string" },
  dims: { type: "string" },
} as const satisfies ParseArgsConfig["options"];

export interface DataOptions extends Named {
  dims?: string | undefined;
}

/** A dataset folder, and how a file of it is had. */
export interface OpenFolder {
  kind: "folder";
  folder: Folder;
  source: Source;
  file(name: string): Promise<ByteFile>;
}

/** What a command was given: columns that are there already, or tables. */
export type Given =
  | OpenFolder
  /** `named`: what the options and an address say of the columns. */
  | { kind: "tables"; tables: Table[]; remote: boolean; named: Named };

/**
 * Opens what paths, addresses and databases name.
 *
 * @throws SourceError when there is nothing there, or it is in no format that can be read
 */
export async function openGiven(names: readonly string[], options: DataOptions): Promise<Given> {
  const dims = options.dims === undefined ? undefined : readCount(options.dims, "--dims");
  const [name] = names;
  const alone = names.length === 1;
  if (alone && isDatabase(name)) return { kind: "tables", remote: false, ...(await openDatabase(name, options)) };
  if (alone && /^https?:/.test(name)) {
    const { openRemote, openUrl } = await import("../src/sources/network");
    const found = await openRemote({ url: name, dims });
    if (found.kind === "folder") {
      const { folder } = found;
      return openFolder(folder, (name) => folder.byteFile?.(name) ?? openUrl(folder.where(name)));
    }
    return { kind: "tables", tables: found.tables, remote: true, named: options };
  }
  for (const path of names) {
    if (isDatabase(path)) throw new UsageError("A database is opened by itself, without a second DATA.");
    if (existsSync(path)) continue;
    throw problem({ what: `There is no file or folder "${path}".`, remedy: "Check the path." });
  }
  if (alone && statSync(name).isDirectory()) {
    const folder = diskFolder(name);
    return openFolder(folder, async (file) => diskByteFile(folder.where(file)));
  }
  const files = names.map((path) => diskByteFile(path));
  const zipped = alone ? await zippedFolder(files[0]) : null;
  if (zipped?.byteFile) return openFolder(zipped, zipped.byteFile);
  const tables = await openTables(files, { dims, beside: besideFile(name) });
  return { kind: "tables", tables, remote: false, named: options };
}

/**
 * Opens what a path, an address or a database holds, all of its rows.
 *
 * @throws SourceError when there is nothing there, or it is in no format that can be read
 */
export async function openSource(name: string): Promise<Source> {
  if (!isDatabase(name)) return openData(name);
  const { tables, named } = await openDatabase(name);
  const { table, vector } = choose(tables, named);
  const { plan } = await inspectTables([table], table.name, false);
  return stage(table, { ...plan, vector, rows: null });
}

async function openFolder(folder: Folder, file: OpenFolder["file"]): Promise<OpenFolder> {
  return { kind: "folder", folder, source: await readDatasetFolder(folder), file };
}
