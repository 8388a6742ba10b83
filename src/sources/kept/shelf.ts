import { said } from "../../i18n/said";
import type { Folder } from "../files";
import { readManifest } from "../manifest";
import { SourceError } from "../problem";
import type { Manifest } from "../types";

// Spaces that the user wants kept lie in the browser's own file system (OPFS), each a dataset folder. Its manifest is
// written last: a folder without one was not finished.
const SHELF = "spaces";
const MANIFEST = "dataset.json";
const ABANDONED_AFTER_MS = 3_600_000;

/** A space that is kept in this browser. */
export interface KeptSpace {
  name: string;
  title: string;
  rows: number;
  dims: number;
  /** Bytes of its files. */
  bytes: number;
}

/** The folder of all kept spaces. */
async function shelf(): Promise<FileSystemDirectoryHandle> {
  if (!navigator.storage?.getDirectory) {
    throw new SourceError({
      what: said("This browser keeps no files for pages."),
      remedy: said("Open the file anew each time, or use a newer browser outside of private windows."),
    });
  }
  return (await navigator.storage.getDirectory()).getDirectoryHandle(SHELF, { create: true });
}

/** The folder of one kept space; with `create` a new, empty one in place of what may be there. */
export async function keptDirectory(name: string, create = false): Promise<FileSystemDirectoryHandle> {
  const all = await shelf();
  if (create) await all.removeEntry(name, { recursive: true }).catch(() => {});
  try {
    return await all.getDirectoryHandle(name, { create });
  } catch (error) {
    if (create) throw error;
    throw new SourceError({
      what: said('This browser keeps no space called "{name}".', { name }),
      remedy: said("It may have been removed, or is kept in another browser: open its file again."),
    });
  }
}

/** The files of a kept space. */
export async function keptFolder(name: string): Promise<Folder> {
  const directory = await keptDirectory(name);
  const where = (file: string) => `${name}/${file}`;
  return {
    where,
    async open(file) {
      try {
        const found = await (await directory.getFileHandle(file)).getFile();
        return { stream: found.stream(), bytes: () => found.arrayBuffer() };
      } catch {
        throw new SourceError({
          what: said('Of the kept space "{name}" the file {file} is gone.', { name, file }),
          where: where(file),
          remedy: said("Remove it from the list, and open its file again."),
        });
      }
    },
  };
}

/** The spaces that are kept, by title; what was not finished is not among them, and is removed in time. */
export async function listKept(): Promise<KeptSpace[]> {
  if (!navigator.storage?.getDirectory) return [];
  const found: KeptSpace[] = [];
  for await (const [name, handle] of (await shelf()).entries()) {
    if (handle.kind !== "directory") continue;
    const directory = handle as FileSystemDirectoryHandle;
    const kept = await read(name, directory).catch(() => null);
    if (kept) found.push(kept);
    else if (await isAbandoned(directory).catch(() => false)) await removeKept(name).catch(() => {});
  }
  return found.sort((a, b) => a.title.localeCompare(b.title));
}

async function read(name: string, directory: FileSystemDirectoryHandle): Promise<KeptSpace> {
  const file = await (await directory.getFileHandle(MANIFEST)).getFile();
  const { title, rows, dims }: Manifest = readManifest(JSON.parse(await file.text()), name);
  let bytes = 0;
  for await (const [, handle] of directory.entries()) {
    if (handle.kind === "file") bytes += (await (handle as FileSystemFileHandle).getFile()).size;
  }
  return { name, title, rows, dims, bytes };
}

/** Whether it was left unfinished, by a page that was closed: no manifest, and nobody has written for an hour. */
async function isAbandoned(directory: FileSystemDirectoryHandle): Promise<boolean> {
  let newest = 0;
  for await (const [name, handle] of directory.entries()) {
    if (name === MANIFEST) return false;
    if (handle.kind === "file")
      newest = Math.max(newest, (await (handle as FileSystemFileHandle).getFile()).lastModified);
  }
  // One without a file may have been begun this moment.
  return newest > 0 && Date.now() - newest > ABANDONED_AFTER_MS;
}

/** Removes a kept space, whole. */
export async function removeKept(name: string): Promise<void> {
  await (await shelf()).removeEntry(name, { recursive: true });
}

/** A name for a space that is to be kept, unlike those that are. */
export async function freeName(title: string): Promise<string> {
  const taken = new Set<string>();
  for await (const name of (await shelf()).keys()) taken.add(name);
  const base =
    title
      .replace(/[^\p{L}\p{N}._-]+/gu, "-")
      .replace(/^[-.]+|[-.]+$/g, "")
      .slice(0, 60) || "space";
  for (let i = 1; ; i++) {
    const name = i === 1 ? base : `${base}-${i}`;
    if (!taken.has(name)) return name;
  }
}
