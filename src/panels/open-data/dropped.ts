/** A file that was given, and where in a folder it lies. */
export interface GivenFile {
  file: File;
  path: string;
}

/** What a drop holds, read off it at once: the browser empties it when the event is over. */
export type Dropped = readonly (FileSystemEntry | File)[];

/** More are no data of one space: a home folder, dropped by a slip. */
const MOST_FILES = 2_000;

/**
 * The files of a drop, those in folders included, with their paths; names that begin with a dot are the system's own.
 *
 * @throws DOMException when a folder cannot be read
 */
export async function filesOf(dropped: Dropped): Promise<GivenFile[]> {
  const files: GivenFile[] = [];
  const waiting = [...dropped];
  while (waiting.length > 0 && files.length < MOST_FILES) {
    const next = waiting.shift()!;
    if (next instanceof File) files.push({ file: next, path: next.name });
    else if (next.name.startsWith(".")) continue;
    else if (next.isDirectory) waiting.push(...(await entriesIn(next as FileSystemDirectoryEntry)));
    else files.push({ file: await fileOf(next as FileSystemFileEntry), path: next.fullPath.replace(/^\//, "") });
  }
  return files;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

// A reader gives some entries at a time, and none when there are no more.
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  while (entries.length < MOST_FILES) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    entries.push(...some);
  }
  return entries;
}

/** Files that an input element chose, by their path where a folder was chosen. */
export function chosenFiles(list: ArrayLike<File>): GivenFile[] {
  return Array.from(list, (file) => ({ file, path: file.webkitRelativePath || file.name })).filter(
    ({ file }) => !file.name.startsWith("."),
  );
}
