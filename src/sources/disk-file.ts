import { closeSync, createReadStream, fstatSync, openSync, read } from "node:fs";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { said } from "../i18n/said";
import type { ByteFile } from "./byte-file";
import { SourceError } from "./problem";

/** A file that nobody holds any more lets go of its descriptor. */
const forgotten = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor));

/**
 * A file of this machine. It is opened once and read at the places that are asked for.
 *
 * @param where what it is called in messages; its path by default
 * @throws SourceError when there is no such file, or it may not be read
 */
export function diskByteFile(path: string, where = path): ByteFile {
  const name = basename(path);
  const unreadable = (error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException;
    const missing = code === "ENOENT";
    return new SourceError({
      what: missing
        ? said("There is no file {name}.", { name })
        : said("The file {name} could not be read: {reason}.", { name, reason: message }),
      where,
      remedy: missing ? said("Check the path.") : said("Check that it is there and that you may read it."),
    });
  };
  const opened = attempt(() => openSync(path, "r"), unreadable);
  const status = fstatSync(opened);
  if (!status.isFile()) {
    closeSync(opened);
    throw new SourceError({
      what: said("{name} is no file.", { name }),
      where,
      remedy: said("Name a file or a dataset folder."),
    });
  }
  const file: ByteFile = {
    name,
    where,
    size: status.size,
    async slice(from, to) {
      const bytes = new Uint8Array(Math.max(0, Math.min(to, status.size) - from));
      let filled = 0;
      while (filled < bytes.length) {
        const got = await readAt(opened, bytes, filled, from + filled).catch((error) => {
          throw unreadable(error);
        });
        // It was cut short since it was opened.
        if (got === 0) return bytes.subarray(0, filled);
        filled += got;
      }
      return bytes;
    },
    stream: () =>
      Readable.toWeb(createReadStream(path, { highWaterMark: 1 << 20 })) as ReadableStream<Uint8Array<ArrayBuffer>>,
  };
  forgotten.register(file, opened);
  return file;
}

function attempt<T>(work: () => T, otherwise: (error: unknown) => Error): T {
  try {
    return work();
  } catch (error) {
    throw otherwise(error);
  }
}

function readAt(descriptor: number, bytes: Uint8Array, at: number, position: number): Promise<number> {
  return new Promise((resolve, reject) => {
    read(descriptor, bytes, at, bytes.length - at, position, (error, count) =>
      error ? reject(error) : resolve(count),
    );
  });
}
