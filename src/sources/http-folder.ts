import { fetchFile, noAnswer } from "./fetching";
import type { Folder } from "./files";

/** A folder on a web server. */
export function httpFolder(url: string, signal: AbortSignal): Folder {
  const base = url.endsWith("/") ? url : `${url}/`;
  const where = (name: string) => new URL(name, base).href;
  return {
    where,
    async open(name) {
      const response = await fetchFile(where(name), name, signal);
      const stream = whole(response, where(name), name, signal);
      return { stream, bytes: () => new Response(stream).arrayBuffer() };
    },
  };
}

/** The body of an answer, and where its line breaks off the rest of the file behind it. */
function whole(response: Response, url: string, name: string, signal: AbortSignal): ReadableStream<Uint8Array> {
  let reader = (response.body ?? new Blob().stream()).getReader();
  let at = 0;
  let read: typeof reader.read = () => reader.read().catch(goOn);
  const goOn = async (error: unknown) => {
    signal.throwIfAborted();
    const { restOfFile } = await import("./network/rest-of-file").catch(() => {
      throw noAnswer(url, name, error);
    });
    reader = restOfFile({ url, name, headers: response.headers, at }, { signal }).getReader();
    read = () => reader.read();
    return read();
  };
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await read();
        if (done) return controller.close();
        at += value.length;
        controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
