import { said } from "../../i18n/said";
import { sameVersion } from "./changed-file";
import { contentRange, isPacked, version } from "./content-range";
import { exchange } from "./exchange";
import { type Pause, TryAgain, withRetries } from "./retry";

/** A file of which the beginning has come. */
export interface Begun {
  url: string;
  /** What it is called in messages. */
  name: string;
  /** The headers of the answer that broke off. */
  headers: Headers;
  /** How many bytes of the file have come. */
  at: number;
}

/**
 * The rest of a file whose line broke off: asked for from there where the server gives parts, else the file again without
 * what has come. However often the line breaks, it goes on as long as more comes.
 *
 * @throws SourceError, from the stream, when no more comes or the file is another one by now
 */
export function restOfFile(
  { url, name, headers, at: begun }: Begun,
  { signal, wait }: { signal: AbortSignal; wait?: Pause | undefined },
): ReadableStream<Uint8Array<ArrayBuffer>> {
  // Ranges of a packed file are not those of what it holds.
  let inParts = !isPacked(headers);
  let known = version(headers);
  let at = begun;
  let reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | null = null;

  const ask = async () => {
    // Chromium may break off answers that two readers of an address share through its cache.
    const init: RequestInit = { signal, cache: "no-store", headers: inParts ? { range: `bytes=${at}-` } : {} };
    const response = await exchange(url, name, init);
    known = sameVersion(known, response.headers, name, url);
    const body = response.body ?? new Blob().stream();
    if (response.status === 200) return without(body, at).getReader();
    const range = contentRange(response.headers);
    const fits = response.status === 206 && !isPacked(response.headers) && (range === null || range.from === at);
    if (fits) return body.getReader();
    inParts = false;
    await body.cancel();
    throw new TryAgain(broken());
  };
  const broken = () => ({
    what: said("The line broke off in the middle of {name}, after {at} bytes.", { name, at }),
    where: url,
    remedy: said("Check the connection and try again."),
  });
  const read = async () => {
    reader ??= await ask();
    try {
      return await reader.read();
    } catch {
      signal.throwIfAborted();
      reader = null;
      throw new TryAgain(broken());
    }
  };

  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await withRetries(read, { signal, wait });
        if (done) return controller.close();
        at += value.length;
        controller.enqueue(value);
      },
      cancel: (reason) => reader?.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

/** What comes after the first so many bytes. */
function without(body: ReadableStream<Uint8Array<ArrayBuffer>>, bytes: number): typeof body {
  let left = bytes;
  return body.pipeThrough(
    new TransformStream({
      transform(piece, controller) {
        if (piece.length > left) controller.enqueue(piece.subarray(left));
        left = Math.max(0, left - piece.length);
      },
    }),
  );
}
