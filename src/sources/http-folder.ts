import { fetchFile } from "./fetching";
import type { Folder } from "./files";

/** A folder on a web server. */
export function httpFolder(url: string, signal: AbortSignal): Folder {
  const base = url.endsWith("/") ? url : `${url}/`;
  const where = (name: string) => new URL(name, base).href;
  return {
    where,
    async open(name) {
      const response = await fetchFile(where(name), name, signal);
      const empty = new ReadableStream<Uint8Array>({ start: (controller) => controller.close() });
      return { stream: response.body ?? empty, bytes: () => response.arrayBuffer() };
    },
  };
}
