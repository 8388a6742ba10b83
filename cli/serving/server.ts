import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { UsageError } from "../arguments";
import { give, tell } from "./answer";
import { Callers } from "./callers";
import type { Shelf } from "./shelf";

const HOST = "127.0.0.1";
const FIRST_PORT = 4180;
const PORTS_TRIED = 40;

export interface ServeOptions {
  /** What can be had. */
  shelf: Shelf;
  /** Nobody without it is answered: other users of the machine reach its ports too. */
  key: string;
  /** The port that is asked for; null for the first free one. */
  port: number | null;
  /** The address under which a proxy shows this server, where one does. */
  outside?: URL | null;
  /** A word in an address that leads, once, to what lies behind the key: the page, with a fragment. */
  ticket?: { word: string; fragment: string } | null;
}

/** A server that runs. */
export interface Serving {
  port: number;
  close(): Promise<void>;
}

/**
 * Serves what lies on a shelf, to this machine alone.
 *
 * @throws UsageError when the port that was asked for is taken
 */
export async function startServer(options: ServeOptions): Promise<Serving> {
  const { port } = options;
  const ports = port === null ? [...Array(PORTS_TRIED).keys()].map((i) => FIRST_PORT + i).concat(0) : [port];
  for (const one of ports) {
    const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 60_000 });
    if (!(await listens(server, one))) continue;
    const { port: own } = server.address() as AddressInfo;
    const answer = answering(options, new Callers(own, options.outside ?? null));
    server.on("request", answer);
    // `Expect: 100-continue` and tunnels are for those who send something.
    server.on("checkContinue", answer);
    return { port: own, close: () => closed(server) };
  }
  throw new UsageError(`Port ${port} is taken; choose another, or leave --port out.`);
}

function answering({ shelf, key, ticket = null }: ServeOptions, callers: Callers) {
  let open = ticket;
  return (request: IncomingMessage, response: ServerResponse) => {
    const { method, url = "" } = request;
    if (method !== "GET" && method !== "HEAD") {
      return tell(response, 405, "This server only gives files.", { allow: "GET, HEAD", connection: "close" });
    }
    const refusal = callers.refusal(request);
    if (refusal) return tell(response, 403, refusal);
    const [, first, rest] = /^\/([^/?]*)(?:\/([^?]*))?(?:\?.*)?$/s.exec(url) ?? [];
    if (first === undefined) return tell(response, 400, "That is no address.");
    if (open && rest === undefined && isSame(first, open.word)) {
      const location = `./${key}/${open.fragment}`;
      open = null;
      return tell(response, 302, "There.", { location });
    }
    if (!isSame(first, key)) return tell(response, 403, "Open the whole address that “matryoscope serve” printed.");
    if (rest === undefined) return tell(response, 301, "There.", { location: `./${key}/` });
    const served = shelf.find(rest);
    if (!served) return tell(response, 404, "There is no such file.");
    give(request, response, served).catch(() => response.destroy());
  };
}

/** In a time that does not tell how much of it was right. */
function isSame(given: string, key: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(key)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(false);
      else if (error.code === "EACCES")
        reject(new UsageError(`Port ${port} is not for everyone; choose one above 1023.`));
      else reject(error);
    });
    server.listen(port, HOST, () => resolve(true));
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
