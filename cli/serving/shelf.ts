import { constants, lstatSync, readdirSync, realpathSync } from "node:fs";
import { type FileHandle, open, realpath } from "node:fs/promises";
import { extname, join } from "node:path";

/** What can be had from the server. */
export type Served =
  | { kind: "file"; path: string; type: string; isData: boolean }
  | { kind: "text"; body: string; type: string; isData: boolean };

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
};
const DATA_TYPES: Record<string, string> = {
  ".json": "application/json",
  ".csv": "text/csv",
  ".tsv": "text/tab-separated-values",
  ".parquet": "application/vnd.apache.parquet",
  ".gz": "application/gzip",
  ".zip": "application/zip",
};

/**
 * All that the server gives, by its address under the server's own folder. It is listed once, at the start; a request is
 * looked up in the list and never makes a path. So there is no way to any other file.
 */
export class Shelf {
  readonly #served = new Map<string, Served>();

  /** @param address without a stroke before it, as a browser writes it: `assets/index.js`, `data/my%20file.npy` */
  find(address: string): Served | undefined {
    return this.#served.get(address);
  }

  addText(address: string, body: string, type = TYPES[".json"]): void {
    this.#served.set(address, { kind: "text", body, type, isData: false });
  }

  /** The files of the built page, all of them, but for links. */
  addApp(folder: string): void {
    for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      const path = join(folder, entry);
      if (!lstatSync(path).isFile()) continue;
      const address = addressOf(entry.split(/[/\\]/));
      // A worker that keeps the page for later would outlive the server, one for each time it was started.
      if (/^(sw|service-worker)\b.*\.js$/.test(address)) continue;
      const type = TYPES[extname(entry).toLowerCase()] ?? "application/octet-stream";
      this.#served.set(address, { kind: "file", path: realpathSync(path), type, isData: false });
    }
    const index = this.#served.get("index.html");
    if (index) this.#served.set("", index);
  }

  /** A file of the dataset. Nothing in it is ever taken for a page. */
  addData(address: string, path: string): void {
    const type = DATA_TYPES[extname(path).toLowerCase()] ?? "application/octet-stream";
    this.#served.set(address, { kind: "file", path: realpathSync(path), type, isData: true });
  }
}

/** An address of some names, one within the other. */
export function addressOf(names: readonly string[]): string {
  return names.map(encodeURIComponent).join("/");
}

/**
 * Opens a file that was listed. It is none any more where a link stands in its place, or in that of a folder above it.
 *
 * @returns null where it is gone
 */
export async function openServed(path: string): Promise<FileHandle | null> {
  if ((await realpath(path).catch(() => null)) !== path) return null;
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(() => null);
  if (file && (await file.stat()).isFile()) return file;
  await file?.close();
  return null;
}
