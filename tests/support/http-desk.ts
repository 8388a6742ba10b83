import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Whether pages of other origins may read the answers, and what a test changes about it while the server runs. */
export interface Cors {
  /** Answers bear `Access-Control-Allow-Origin: *`, and preflights are granted. */
  allowed: boolean;
  /** Headers that such a page may read beyond the few that all may: `Content-Range`, `ETag`. */
  exposed: string[];
}

/** Something that goes wrong once, with the next request that it fits. */
export interface Fault {
  /** The end of the path it waits for; any path where there is none. */
  path?: string;
  /** Answers this status in place of what was asked for. */
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** Cuts the line after so many bytes of the body. */
  breakAfter?: number;
  /** Sends the first half of the body, and the other when this resolves. */
  stall?: Promise<unknown>;
}

/** A request that came in. */
export interface Seen {
  method: string;
  path: string;
  range: string | undefined;
  headers: IncomingMessage["headers"];
  body: string;
  status: number;
  /** Bytes of the body that were handed to the line. */
  sent: number;
}

/** What the servers of the tests have in common: a port of their own on 127.0.0.1, CORS, faults, and a record. */
export interface Desk {
  url: string;
  cors: Cors;
  faults: Fault[];
  seen: Seen[];
  /** How often a browser asked beforehand whether a page may ask. */
  preflights: number;
  close(): Promise<void>;
}

/** An answer, before CORS and faults have had their say. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: Buffer | string;
}

/** Starts a server that answers as `answer` says. */
export async function startDesk(
  answer: (request: IncomingMessage, url: URL, body: string) => Answer | Promise<Answer>,
): Promise<Desk> {
  const desk: Desk = {
    url: "",
    cors: { allowed: true, exposed: [] },
    faults: [],
    seen: [],
    preflights: 0,
    close: async () => {},
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", desk.url);
    const path = decodeURIComponent(url.pathname);
    let body = "";
    for await (const part of request) body += part;
    const { method = "GET", headers } = request;
    if (method === "OPTIONS") {
      desk.preflights++;
      preflight(response, headers, desk.cors);
      return;
    }
    const at = desk.faults.findIndex((fault) => path.endsWith(fault.path ?? ""));
    const [fault] = at < 0 ? [] : desk.faults.splice(at, 1);
    const given: Answer = fault?.status
      ? { status: fault.status, headers: fault.headers ?? {}, body: fault.body ?? "" }
      : await answer(request, url, body);
    const bytes = Buffer.from(given.body ?? "");
    const seen = { method, path, range: headers.range, headers, body, status: given.status, sent: 0 };
    desk.seen.push(seen);
    response.writeHead(given.status, { ...corsHeaders(desk.cors), "content-length": bytes.length, ...given.headers });
    if (method === "HEAD") {
      response.end();
      return;
    }
    if (fault?.breakAfter !== undefined) {
      seen.sent = fault.breakAfter;
      response.write(bytes.subarray(0, fault.breakAfter), () => response.destroy());
      return;
    }
    if (fault?.stall) {
      seen.sent = bytes.length >> 1;
      response.write(bytes.subarray(0, bytes.length >> 1));
      await fault.stall;
      response.end(bytes.subarray(bytes.length >> 1));
    } else response.end(bytes);
    seen.sent = bytes.length;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  desk.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  desk.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return desk;
}

function corsHeaders({ allowed, exposed }: Cors): Record<string, string> {
  if (!allowed) return {};
  return {
    "access-control-allow-origin": "*",
    ...(exposed.length ? { "access-control-expose-headers": exposed.join(", ") } : {}),
  };
}

function preflight(response: ServerResponse, headers: IncomingMessage["headers"], cors: Cors): void {
  if (!cors.allowed) {
    response.writeHead(403).end();
    return;
  }
  response
    .writeHead(204, {
      ...corsHeaders(cors),
      "access-control-allow-methods": "GET, HEAD, POST",
      "access-control-allow-headers": headers["access-control-request-headers"] ?? "",
    })
    .end();
}
