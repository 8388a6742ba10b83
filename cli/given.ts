import { existsSync, statSync } from "node:fs";
import type { ParseArgsConfig } from "node:util";
import { readDatasetFolder, type Source, SourceError } from "../src/sources";
import type { ByteFile } from "../src/sources/byte-file";
import { diskByteFile } from "../src/sources/disk-file";
import type { Folder } from "../src/sources/files";
import { besideFile, diskFolder } from "../src/sources/node";
import { openTables } from "../src/sources/open-tables";
import type { Table } from "../src/sources/table";
import { readCount } from "./arguments";
import type { Named } from "./packing/choose";

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
export type Given = OpenFolder | { kind: "tables"; tables: Table[]; remote: boolean };

/**
 * Opens what paths, addresses and databases name.
 *
 * @throws SourceError when there is nothing there, or it is in no format that can be read
 */
export async function openGiven(names: readonly string[], options: DataOptions): Promise<Given> {
  const dims = options.dims === undefined ? undefined : readCount(options.dims, "--dims");
  const [name] = names;
  const alone = names.length === 1;
  if (alone && /^https?:/.test(name)) {
    const { openRemote, openUrl } = await import("../src/sources/network");
    const found = await openRemote({ url: name, dims });
    if (found.kind === "folder") return openFolder(found.folder, (name) => openUrl(found.folder.where(name)));
    return { kind: "tables", tables: found.tables, remote: true };
  }
  for (const path of names) {
    if (existsSync(path)) continue;
    throw new SourceError({ what: `There is no file or folder "${path}".`, remedy: "Check the path." });
  }
  if (alone && statSync(name).isDirectory()) {
    const folder = diskFolder(name);
    return openFolder(folder, async (file) => diskByteFile(folder.where(file)));
  }
  const files = names.map((path) => diskByteFile(path));
  return { kind: "tables", tables: await openTables(files, { dims, beside: besideFile(name) }), remote: false };
}

async function openFolder(folder: Folder, file: OpenFolder["file"]): Promise<OpenFolder> {
  return { kind: "folder", folder, source: await readDatasetFolder(folder), file };
}
