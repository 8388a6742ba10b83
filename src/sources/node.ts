import { createReadStream, existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { readDatasetFolder } from "./dataset-folder";
import { fetchFile } from "./fetching";
import type { Folder, OpenFile } from "./files";
import { httpFolder } from "./http-folder";
import { openNpyFile } from "./npy-file";
import { SourceError } from "./problem";
import type { Source } from "./source";

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
      what: `There is no file ${basename(path)}.`,
      where: path,
      remedy: "Check the path.",
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
 * Opens what a path or an address names: a dataset folder, or a `.npy` file.
 *
 * @throws SourceError when there is nothing there, or it is in no format that can be read
 */
export async function openData(name: string): Promise<Source> {
  if (/^https?:\/\//.test(name)) {
    const { signal } = new AbortController();
    if (!name.endsWith(".npy")) return readDatasetFolder(httpFolder(name, signal));
    const response = await fetchFile(name, basename(name), signal);
    const file = { stream: response.body as ReadableStream<Uint8Array>, bytes: () => response.arrayBuffer() };
    return openNpyFile(file, basename(new URL(name).pathname), name);
  }
  if (!existsSync(name)) {
    throw new SourceError({ what: `There is no file or folder "${name}".`, remedy: "Check the path." });
  }
  if (statSync(name).isDirectory()) return readDatasetFolder(diskFolder(name));
  return openNpyFile(diskFile(name), basename(name), name);
}
