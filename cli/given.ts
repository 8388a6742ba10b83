import { existsSync, statSync } from "node:fs";
import type { ParseArgsConfig } from "node:util";
import { readDatasetFolder, type Source, SourceError } from "../src/sources";
import { diskByteFile } from "../src/sources/disk-file";
import { diskFolder, openData } from "../src/sources/node";
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

/** What a command was given: columns that are there already, or tables. */
export type Given = { kind: "folder"; source: Source } | { kind: "tables"; tables: Table[] };

/**
 * Opens what paths, addresses and databases name.
 *
 * @throws SourceError when there is nothing there, or it is in no format that can be read
 */
export async function openGiven(names: readonly string[], { dims }: DataOptions): Promise<Given> {
  const [name, ...more] = names;
  const open = { dims: dims === undefined ? undefined : readCount(dims, "--dims") };
  if (more.length === 0 && (/^https?:/.test(name) || (existsSync(name) && statSync(name).isDirectory()))) {
    const folder = /^https?:/.test(name) ? await openData(name) : await readDatasetFolder(diskFolder(name));
    return { kind: "folder", source: folder };
  }
  for (const path of names) {
    if (!existsSync(path)) {
      throw new SourceError({ what: `There is no file or folder "${path}".`, remedy: "Check the path." });
    }
  }
  return {
    kind: "tables",
    tables: await openTables(
      names.map((path) => diskByteFile(path)),
      open,
    ),
  };
}
