import { said } from "../i18n/said";
import { blobFile, bytesFile } from "./byte-file";
import { readDatasetFolder } from "./dataset-folder";
import type { Folder } from "./files";
import { filesFolder } from "./files-folder";
import type { Input } from "./input";
import { inspectTables } from "./inspect";
import type { Inspection } from "./inspection";
import { memoryTable } from "./memory-table";
import { openTables } from "./open-tables";
import type { Plan } from "./plan";
import type { Source } from "./source";
import { stage, type Waiting } from "./staging/stage";
import type { Table } from "./table";
import { zippedFolder } from "./unpack/zipped-folder";

/** What was given, opened as far as to tell what it is. */
type Found =
  /** A dataset folder says itself how it is opened. */
  | { kind: "folder"; folder: Folder }
  | { kind: "tables"; tables: Table[]; title: string; remote: boolean; hub: Inspection["hub"] };

/**
 * Looks at what a user gave, before anything is computed of it.
 *
 * @throws SourceError that says what is wrong with it; DimsNeeded when it has to be told how many dims a vector has
 */
export async function inspectInput(input: Input, waiting: Waiting = {}): Promise<Inspection> {
  const found = await find(input, waiting);
  if (found.kind === "folder") {
    const { manifest } = await readDatasetFolder(found.folder);
    return { folder: manifest, tables: [], plan: null, hub: null };
  }
  const { tables, plan } = await inspectTables(found.tables, found.title, found.remote, waiting);
  return { folder: null, tables, plan, hub: found.hub };
}

/**
 * Opens it: a folder streams prefix by prefix, a table is read whole before its first column comes.
 *
 * @param plan how; null for what `inspectInput` would propose
 * @throws SourceError
 */
export async function openInput(input: Input, plan: Plan | null, waiting: Waiting = {}): Promise<Source> {
  const found = await find(input, waiting);
  if (found.kind === "folder") return readDatasetFolder(found.folder);
  const { tables, title, remote } = found;
  const chosen = plan ?? (await inspectTables(tables, title, remote, waiting)).plan;
  return stage(tables[chosen.table], chosen, waiting);
}

async function find(input: Input, waiting: Waiting): Promise<Found> {
  const { signal } = waiting;
  switch (input.kind) {
    case "files": {
      const { files, dims } = input;
      const manifest = files.find(({ path }) => /(^|\/)dataset\.json$/.test(path));
      if (manifest) return { kind: "folder", folder: filesFolder(files, manifest.path) };
      const opened = files.map(({ file, path }) => blobFile(file, file.name, path || file.name));
      const zipped = opened.length === 1 ? await zippedFolder(opened[0]) : null;
      if (zipped) return { kind: "folder", folder: zipped };
      const beside = async (path: string) => opened.find(({ name }) => name === path.split("/").at(-1)) ?? null;
      const tables = await openTables(opened, { dims, beside, signal });
      return { kind: "tables", tables, title: titleOf(opened[0].name), remote: false, hub: null };
    }
    case "text": {
      const tables = await openTables([bytesFile(input.text, input.title)], { signal });
      return { kind: "tables", tables, title: input.title, remote: false, hub: null };
    }
    case "url":
    case "hub": {
      // What speaks to servers is fetched by those who want something of one.
      const { openHub, openRemote } = await import("./network");
      const found = await (input.kind === "hub" ? openHub(input, waiting) : openRemote(input, waiting));
      return found.kind === "folder" ? found : { ...found, title: titleOf(found.name), remote: true };
    }
    case "embedded": {
      const { title, model, texts, vectors, dims, missing } = input;
      const table = memoryTable({
        format: said("Embedded texts"),
        name: title,
        where: model,
        rows: texts.length,
        vectors: { name: "embedding", dims, values: vectors },
        columns: [{ name: "text", kind: "text", values: texts }],
        ...(missing ? { missing } : {}),
      });
      return { kind: "tables", tables: [table], title, remote: false, hub: null };
    }
    case "kept": {
      const { keptFolder } = await import("./kept/shelf");
      return { kind: "folder", folder: await keptFolder(input.name) };
    }
  }
}

/** A file's name without its endings: `glove.6B.txt.gz` is "glove.6B". */
function titleOf(name: string): string {
  return name.replace(/(\.(gz|zip|zst))?(\.[a-z]\w{0,11})?(\.(gz|zip|zst))?$/i, "") || name;
}
