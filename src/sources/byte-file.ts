import { said } from "../i18n/said";
import { reasonOf, SourceError } from "./problem";

/**
 * One file, wherever it is: on disk, on a server, in a browser's hands, in memory. It is read by slices or as a stream,
 * so that a file of many gigabytes never lies in memory whole.
 */
export interface ByteFile {
  /** Its name without folders: `vectors.npy`. */
  readonly name: string;
  /** What it is called in messages: a path, an address, or its name. */
  readonly where: string;
  /** Bytes in all. */
  readonly size: number;
  /**
   * The bytes from … to, fewer where the file ends before.
   *
   * @throws SourceError when they cannot be read
   */
  slice(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
  /** All of it from the beginning on; can be asked for again. */
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** A file that the user handed to the page, one kept there, or bytes in memory. */
export function blobFile(blob: Blob, name: string, where = name): ByteFile {
  const unreadable = (error: unknown) =>
    new SourceError({
      what: said("The file {name} could not be read: {reason}.", { name, reason: reasonOf(error) }),
      where,
      remedy: said("It may have been changed or moved since it was chosen; choose it again."),
    });
  return {
    name,
    where,
    size: blob.size,
    async slice(from, to) {
      try {
        return new Uint8Array(await blob.slice(from, to).arrayBuffer());
      } catch (error) {
        throw unreadable(error);
      }
    },
    stream: () => blob.stream() as ReadableStream<Uint8Array<ArrayBuffer>>,
  };
}

/** Bytes in memory as a file. */
export function bytesFile(bytes: Uint8Array<ArrayBuffer> | string, name: string, where = name): ByteFile {
  return blobFile(new Blob([bytes]), name, where);
}
