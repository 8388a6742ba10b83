import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { readRange } from "./range";
import { openServed, type Served } from "./shelf";

/** Headers that every answer has. */
const ALWAYS = {
  "x-content-type-options": "nosniff",
  // The address holds the key.
  "referrer-policy": "no-referrer",
  // No page of another origin gets at it by an element either.
  "cross-origin-resource-policy": "same-origin",
};
/** What is no part of the page must not be taken for one. */
const NO_PAGE = { "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox" };

/** Answers with a sentence. */
export function tell(response: ServerResponse, status: number, words: string, headers: Record<string, string> = {}) {
  const body = `${words}\n`;
  response.writeHead(status, {
    ...ALWAYS,
    ...NO_PAGE,
    "content-type": "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    ...headers,
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}

/**
 * Answers with a file, or a part of it.
 *
 * @throws (as a rejection) when the line is cut meanwhile
 */
export async function give(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  const headers = {
    ...ALWAYS,
    // Not so with the page's scripts: a worker is held to the policy that its own script came with.
    ...(served.isData ? NO_PAGE : {}),
    "content-type": served.type,
    // What lies on this machine shall lie nowhere else; and the page may be another the next time.
    "cache-control": served.isData ? "no-store" : "no-cache",
  };
  if (served.kind === "text") {
    const etag = `"${createHash("sha256").update(served.body).digest("base64url").slice(0, 16)}"`;
    if (matches(request.headers["if-none-match"], etag))
      return void response.writeHead(304, { ...headers, etag }).end();
    const body = Buffer.from(served.body);
    response.writeHead(200, { ...headers, etag, "content-length": body.length });
    response.end(request.method === "HEAD" ? undefined : body);
    return;
  }
  const file = await openServed(served.path);
  if (!file) return tell(response, 404, "That file is no longer there.");
  try {
    // Of the open file itself: what is sent is what was looked at.
    const { size, mtimeMs, mtime, ino } = await file.stat();
    const etag = `"${size.toString(36)}-${Math.round(mtimeMs * 1000).toString(36)}-${ino.toString(36)}"`;
    const modified = mtime.toUTCString();
    const about = { ...headers, etag, "last-modified": modified, "accept-ranges": "bytes" };
    if (matches(request.headers["if-none-match"], etag)) return void response.writeHead(304, about).end();
    const { range, "if-range": condition } = request.headers;
    // A part of another version would not fit: then all of this one.
    const isSame = condition === undefined || condition === etag || condition === modified;
    const part = request.method === "GET" && isSame ? readRange(range, size) : null;
    if (part === "refused") {
      return tell(response, 416, "There is no such range.", { "content-range": `bytes */${size}` });
    }
    const { from, to } = part ?? { from: 0, to: size };
    response.writeHead(part ? 206 : 200, {
      ...about,
      "content-length": to - from,
      ...(part ? { "content-range": `bytes ${from}-${to - 1}/${size}` } : {}),
    });
    if (request.method === "HEAD" || from === to) return void response.end();
    await pipeline(file.createReadStream({ start: from, end: to - 1, autoClose: false }), response);
  } finally {
    await file.close();
  }
}

function matches(header: string | undefined, etag: string): boolean {
  return header?.split(",").some((one) => one.trim().replace(/^W\//, "") === etag) ?? false;
}
