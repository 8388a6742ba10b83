import { gzipSync } from "node:zlib";
import { type Answer, type Desk, startDesk } from "./http-desk";

/** A file on the server. */
export interface ServedFile {
  body: Buffer;
  /** `application/octet-stream` where it is not said. */
  type?: string;
  etag?: string;
  modified?: string;
}

/** How it takes to ranges. */
export type Ranges =
  /** Answers them. */
  | "yes"
  /** Sends the whole file, as a plain server does. */
  | "none"
  /** Sends other bytes than it was asked for, and says so. */
  | "shifted"
  /** Says that it sends what was asked for, and sends fewer bytes. */
  | "short";

/** A server of files, whose ranges, CORS and manners a test can switch while it runs. */
export interface FileServer extends Desk {
  files: Map<string, ServedFile>;
  ranges: Ranges;
  /** Packs answers with gzip and says so: the whole ones alone, or parts too (of the packed file, as some servers do). */
  packing: "none" | "whole" | "parts";
  /** Addresses that lead elsewhere, by path. */
  redirects: Map<string, string>;
  /** Bytes of bodies that were sent, in all. */
  sent(): number;
}

/** Starts it; files are named by their path, without the leading slash. */
export async function startFileServer(files: Record<string, Buffer | string | ServedFile> = {}): Promise<FileServer> {
  const desk = await startDesk((request, url) => reply(server, request.headers.range, url));
  desk.cors.exposed = ["Content-Range", "ETag", "Content-Encoding", "Accept-Ranges"];
  const server: FileServer = Object.assign(desk, {
    files: new Map(
      Object.entries(files).map(([path, file]) => [
        path,
        typeof file === "string" || Buffer.isBuffer(file) ? { body: Buffer.from(file) } : file,
      ]),
    ),
    ranges: "yes" as Ranges,
    packing: "none" as const,
    redirects: new Map<string, string>(),
    sent: () => desk.seen.reduce((sum, { sent }) => sum + sent, 0),
  });
  return server;
}

function reply(server: FileServer, range: string | undefined, url: URL): Answer {
  const path = decodeURIComponent(url.pathname).slice(1);
  const elsewhere = server.redirects.get(path);
  if (elsewhere) return { status: 302, headers: { location: elsewhere } };
  const file = server.files.get(path);
  if (!file) return { status: 404, headers: { "content-type": "text/plain" }, body: "Not found" };
  const headers: Record<string, string> = {
    "content-type": file.type ?? "application/octet-stream",
    ...(file.etag ? { etag: file.etag } : {}),
    ...(file.modified ? { "last-modified": file.modified } : {}),
  };
  const packed = server.packing === "parts" || (server.packing === "whole" && server.ranges === "none");
  const body = packed ? gzipSync(file.body) : file.body;
  if (packed) headers["content-encoding"] = "gzip";
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? "");
  if (!asked || server.ranges === "none") return { status: 200, headers, body };
  const from = Number(asked[1]);
  const to = Math.min(asked[2] ? Number(asked[2]) + 1 : body.length, body.length);
  if (from >= body.length) return { status: 416, headers: { "content-range": `bytes */${body.length}` } };
  const shift = server.ranges === "shifted" && from > 0 ? 1 : 0;
  headers["content-range"] = `bytes ${from - shift}-${to - 1 - shift}/${body.length}`;
  const part = body.subarray(from - shift, to - shift);
  return { status: 206, headers, body: server.ranges === "short" ? part.subarray(0, part.length >> 1) : part };
}
