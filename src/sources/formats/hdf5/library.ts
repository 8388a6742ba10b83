import type * as H5 from "h5wasm";
import type { ByteFile } from "../../byte-file";
import { isBrokenHeap } from "./heaps";
import { Pages } from "./pages";

/** What of the library's file system is used: a file in it whose bytes are ours. */
interface FileSystem {
  writeFile(path: string, bytes: Uint8Array): void;
  unlink(path: string): void;
  lookupPath(path: string): { node: { usedBytes: number; stream_ops: object } };
  streams: { stream_ops: object }[];
  ErrnoError: new (errno: number) => Error;
}
const [EIO, STDERR] = [29, 2];

/** An open HDF5 file. */
export interface H5File {
  /** Does something with the library, which waits for no bytes: it is done again until they are there. */
  attempt<T>(work: () => T): Promise<T>;
  root: H5.File;
  library: typeof H5;
}

let opened = 0;

/**
 * Opens a file by the HDF5 library. It is not closed: a table may be read again at any time, and what it holds of the
 * file goes with it.
 *
 * @throws Error in the library's words, when it cannot read the file
 */
export async function openH5(file: ByteFile): Promise<H5File> {
  const library = await import("h5wasm");
  const { FS } = await library.ready;
  const fs = FS as unknown as FileSystem;
  const pages = new Pages(file);
  // The library tells the whole way of an error on the console, even where bytes are only to be waited for.
  const { stream_ops } = fs.streams[STDERR];
  fs.streams[STDERR].stream_ops = {
    ...stream_ops,
    write: (_s: unknown, _b: unknown, _o: number, length: number) => length,
  };
  const path = `/file-${opened++}`;
  fs.writeFile(path, new Uint8Array(0));
  const { node } = fs.lookupPath(path);
  node.usedBytes = file.size;
  node.stream_ops = {
    ...node.stream_ops,
    read(_stream: unknown, heap: Int8Array, offset: number, length: number, position: number): number {
      const into = new Uint8Array(heap.buffer, heap.byteOffset + offset, length);
      const read = pages.read(into, position);
      const whole = (size: number) => {
        const bytes = new Uint8Array(Math.min(size, file.size - position));
        return pages.read(bytes, position) === null ? null : bytes;
      };
      if (read === null || isBrokenHeap(into.subarray(0, read), whole) !== false) throw new fs.ErrnoError(EIO);
      return read;
    },
  };
  const attempt = <T>(work: () => T) => pages.attempt(work);
  const root = await attempt(() => new library.File(path, "r"));
  return { attempt, root, library };
}
