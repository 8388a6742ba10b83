/** Where a film is written, piece by piece, so that it need not fit into memory. */
export interface Store {
  /** Writes bytes at a place of the file. */
  write(data: Uint8Array<ArrayBuffer>, position: number): Promise<void>;
  /** Hands the whole file to the user. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/** What a file is called, and what it holds. */
export interface FileKind {
  name: string;
  type: string;
}

/** The part of the File System Access API that not every browser has. */
interface Picker {
  showSaveFilePicker?: (options: {
    suggestedName: string;
    types: { accept: Record<string, string[]> }[];
  }) => Promise<FileSystemFileHandle>;
}

/**
 * Opens a place for a file: one that the user chooses where the browser can ask, else one of the browser's own, else
 * parts that it keeps as it likes. To be called from a click, for it may ask.
 *
 * @throws AbortError (as a rejection) where the user chooses none
 */
export async function openStore(kind: FileKind): Promise<Store> {
  const { showSaveFilePicker } = window as Picker;
  if (showSaveFilePicker) {
    const extension = kind.name.slice(kind.name.lastIndexOf("."));
    const types = [{ accept: { [kind.type]: [extension] } }];
    const handle = await showSaveFilePicker({ suggestedName: kind.name, types });
    return chosenFile(handle);
  }
  try {
    return await ownFile(kind);
  } catch {
    // A private window, or a browser without it.
    return keptParts(kind);
  }
}

async function chosenFile(handle: FileSystemFileHandle): Promise<Store> {
  const stream = await handle.createWritable();
  return {
    write: (data, position) => stream.write({ type: "write", data, position }),
    finish: () => stream.close(),
    async discard() {
      await stream.abort();
      // The browser has made an empty file when it was chosen.
      const removable = handle as FileSystemFileHandle & { remove?: () => Promise<void> };
      const { size } = await handle.getFile();
      if (size === 0) await removable.remove?.();
    },
  };
}

const FOLDER = "films";
/** By then the browser has read what it downloads. */
const DOWNLOADED_MS = 10 * 60_000;

/** A file in the browser's own file system, which is then downloaded. */
async function ownFile(kind: FileKind): Promise<Store> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  await sweep(folder);
  const own = `${crypto.randomUUID()}.part`;
  const release = await holdLock(own);
  const handle = await folder.getFileHandle(own, { create: true });
  const stream = await handle.createWritable();
  return {
    write: (data, position) => stream.write({ type: "write", data, position }),
    async finish() {
      await stream.close();
      download(new File([await handle.getFile()], kind.name, { type: kind.type }));
      // The download reads it. After that it is swept away with the next film, or by another page.
      setTimeout(release, DOWNLOADED_MS);
    },
    async discard() {
      await stream.abort();
      await folder.removeEntry(own);
      release();
    },
  };
}

/** Removes what earlier films have left: each page holds a lock on its own. */
async function sweep(folder: FileSystemDirectoryHandle): Promise<void> {
  for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) {
    // Chrome writes beside a file until it is closed.
    const own = name.replace(/\.crswap$/, "");
    await navigator.locks.request(`film ${own}`, { ifAvailable: true }, async (lock) => {
      if (lock) await folder.removeEntry(name).catch(() => {});
    });
  }
}

function holdLock(name: string): Promise<() => void> {
  return new Promise((held) => {
    void navigator.locks.request(`film ${name}`, () => new Promise<void>((release) => held(release)));
  });
}

/** Parts that the browser keeps in memory or on disk, as it likes. */
export function keptParts(kind: FileKind, hand: (file: File) => void = download): Store {
  let whole = new Blob([], { type: kind.type });
  return {
    async write(data, position) {
      // What is written anew (a length, at the end) lies within what is there already.
      const behind = whole.slice(position + data.byteLength);
      const gap = Math.max(0, position - whole.size);
      whole = new Blob([whole.slice(0, position), new Uint8Array(gap), data, behind], { type: kind.type });
    },
    async finish() {
      hand(new File([whole], kind.name, { type: kind.type }));
    },
    async discard() {
      whole = new Blob();
    },
  };
}

function download(file: File): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOADED_MS);
}
