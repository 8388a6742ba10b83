import { said } from "../../i18n/said";
import { type ByteFile, blobFile } from "../byte-file";
import { isPacked } from "./content-range";
import { exchange } from "./exchange";
import { pieces, type ReadingOptions } from "./ranged-file";
import { TryAgain, withRetries } from "./retry";

// Pieces are handed to the browser's store in parts of this size: it may keep them on disk, and the heap stays small.
const PART_BYTES = 16 << 20;

/**
 * Fetches a file whole, from a server that gives no parts of it.
 *
 * @param first an answer that has already begun to come
 * @throws SourceError when it cannot be had
 */
export async function wholeFile(
  url: string,
  name: string,
  first: Response | null,
  { signal, progress, wait }: ReadingOptions = {},
): Promise<ByteFile> {
  let begun = first;
  const blob = await withRetries(
    async () => {
      const response = begun ?? (await exchange(url, name, signal ? { signal } : {}));
      begun = null;
      return await download(response, progress).catch((error: unknown) => {
        signal?.throwIfAborted();
        throw error instanceof TypeError ? new TryAgain(broken(url, name)) : error;
      });
    },
    { signal, wait },
  );
  return blobFile(blob, name, url);
}

async function download(response: Response, progress: ReadingOptions["progress"]) {
  // Of an answer that is packed this is the packed size, and over CORS a page cannot see that it is.
  const claimed = Number(response.headers.get("content-length") ?? Number.NaN);
  const total = claimed > 0 && !isPacked(response.headers) ? claimed : null;
  const parts: Blob[] = [];
  let pending: Uint8Array<ArrayBuffer>[] = [];
  let waiting = 0;
  let received = 0;
  const fold = () => {
    parts.push(new Blob(pending));
    pending = [];
    waiting = 0;
  };
  await pieces(response, (bytes) => {
    pending.push(bytes);
    waiting += bytes.length;
    received += bytes.length;
    if (waiting >= PART_BYTES) fold();
    progress?.(received, total !== null && received <= total ? total : null);
  });
  fold();
  return new Blob(parts);
}

function broken(url: string, name: string) {
  return {
    what: said("The line broke off before {name} had come whole, and this server cannot go on from there.", { name }),
    where: url,
    remedy: said("Check the connection and try again, or download the file and drop it here."),
  };
}
