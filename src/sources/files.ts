import type { ByteFile } from "./byte-file";

/** One file, wherever it is: as a stream, or whole. */
export interface OpenFile {
  stream: ReadableStream<Uint8Array>;
  bytes(): Promise<ArrayBuffer>;
}

/** The files of a folder, wherever it is. */
export interface Folder {
  /** What a file is called in messages: an address, a path. */
  where(name: string): string;
  /** @throws SourceError when the file cannot be had */
  open(name: string): Promise<OpenFile>;
  /** The same to be read in parts, where the folder is no place of its own that could be asked. */
  byteFile?(name: string): Promise<ByteFile>;
}
