import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

/** What a test changes about the served page. */
export interface SiteOptions {
  /** The speed of the line, shared by all answers. */
  bitsPerSecond?: number;
  /** Where the line stands still: after so many bytes of the file whose path ends so, until the promise is kept. */
  stall?: { path: string; after: number; until: Promise<unknown> };
  /** Answers in place of files, by the end of their path: bytes, or a status without a body. */
  instead?: Record<string, Buffer | number>;
  /** Answers whose line breaks, each once, by the end of their path: after so many bytes. */
  breaks?: Record<string, number>;
}

/** The built page on a server of the test's own, whose line can be slow and whose files can be wrong. */
export interface Site {
  url: string;
  options: SiteOptions;
  /** Bytes that have been handed to the line, by path. */
  sent: Map<string, number>;
  close(): Promise<void>;
}

/**
 * Starts such a server over `dist/`.
 *
 * @param base the folder of the site on it; nothing is served outside
 */
export async function startSite(options: SiteOptions = {}, base = "/"): Promise<Site> {
  const sent = new Map<string, number>();
  const line = new Line();
  const site: Site = { url: "", options, sent, close: async () => {} };
  const server = createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? "/", "http://site").pathname);
    if (!asked.startsWith(base)) {
      response.writeHead(404).end();
      return;
    }
    const path = `/${asked.slice(base.length)}`;
    const instead = Object.entries(site.options.instead ?? {}).find(([end]) => path.endsWith(end))?.[1];
    if (typeof instead === "number") {
      response.writeHead(instead).end();
      return;
    }
    const file = join("dist", normalize(path === "/" ? "/index.html" : path));
    try {
      const length = instead?.length ?? statSync(file).size;
      response.writeHead(200, {
        "content-type": TYPES[extname(file)] ?? "application/octet-stream",
        "content-length": length,
        "cache-control": "no-store",
      });
      const { bitsPerSecond, stall, breaks = {} } = site.options;
      const breaking = Object.entries(breaks).find(([end]) => path.endsWith(end));
      if (breaking) {
        delete breaks[breaking[0]];
        response.write((instead ?? readFileSync(file)).subarray(0, breaking[1]), () => response.destroy());
      } else if (bitsPerSecond) {
        const stands = stall && path.endsWith(stall.path) ? stall : null;
        await line.send(instead ?? readFileSync(file), response, bitsPerSecond / 8, stands, (bytes) =>
          sent.set(path, bytes),
        );
      } else if (instead) response.end(instead);
      else createReadStream(file).pipe(response);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`;
  site.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return site;
}

/** One line for all answers: each packet takes its time on it, one after the other. */
class Line {
  #freeAt = 0;

  async send(
    body: Buffer,
    response: ServerResponse,
    bytesPerSecond: number,
    stall: SiteOptions["stall"] | null,
    told: (bytes: number) => void,
  ) {
    const packet = 16_384;
    for (let from = 0; from < body.length && !response.destroyed; from += packet) {
      if (stall && from + packet > stall.after) await stall.until;
      const part = body.subarray(from, from + packet);
      const now = performance.now();
      this.#freeAt = Math.max(now, this.#freeAt) + (part.length / bytesPerSecond) * 1000;
      await new Promise((resolve) => setTimeout(resolve, this.#freeAt - now));
      response.write(part);
      told(from + part.length);
    }
    response.end();
  }
}
