import { createReadStream, existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { said } from "../i18n/said";
import type { ByteFile } from "./byte-file";
import { readDatasetFolder } from "./dataset-folder";
import { diskByteFile } from "./disk-file";
import type { Folder, OpenFile } from "./files";
import { inspectTables } from "./inspect";
import { openTables } from "./open-tables";
import { SourceError } from "./problem";
import type { Source } from "./source";
import { stage } from "./staging/stage";
import type { Table } from "./table";
import { zippedFolder } from "./unpack/zipped-folder";

/** A folder of this machine. */
export function diskFolder(path: string): Folder {
  const where = (name: string) => join(path, name);
  return {
    where,
    async open(name) {
      return diskFile(where(name));
    },
  };
}

function diskFile(path: string): OpenFile {
  if (!existsSync(path)) {
    throw new SourceError({
      what: said("There is no file {name}.", { name: basename(path) }),
      where: path,
      remedy: said("Check the path."),
    });
  }
  return {
    get stream() {
      return Readable.toWeb(createReadStream(path, { highWaterMark: 1 << 20 })) as ReadableStream<Uint8Array>;
    },
    async bytes() {
      const { buffer, byteOffset, byteLength } = await readFile(path);
      return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
    },
  };
}

/**
 * Opens what a path or an address names: a dataset folder, or a file of any format, all of its rows.
 *
 * @param dims of a file that does not tell them
 * @throws SourceError when there is nothing there, or it is in no format that can be read
 */
export async function openData(name: string, dims?: number): Promise<Source> {
  if (/^https?:\/\//.test(name)) {
    const { openRemote } = await import("./network");
    const found = await openRemote({ url: name, dims });
    return found.kind === "folder" ? readDatasetFolder(found.folder) : openAll(found.tables, found.name);
  }
  if (!existsSync(name)) {
    throw new SourceError({
      what: said('There is no file or folder "{name}".', { name }),
      remedy: said("Check the path."),
    });
  }
  if (statSync(name).isDirectory()) return readDatasetFolder(diskFolder(name));
  const zipped = await zippedFolder(diskByteFile(name));
  if (zipped) return readDatasetFolder(zipped);
  return openAll(await openTables([diskByteFile(name)], { dims, beside: besideFile(name) }), basename(name));
}

/** What finds a file that another names, by a path beside it. */
export function besideFile(name: string): (path: string) => Promise<ByteFile | null> {
  return async (path) => {
    const other = join(dirname(name), path);
    return existsSync(other) ? diskByteFile(other) : null;
  };
}

async function openAll(tables: readonly Table[], title: string): Promise<Source> {
  const { plan } = await inspectTables(tables, title, false);
  return stage(tables[plan.table], { ...plan, rows: null });
}
