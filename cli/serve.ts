import { randomBytes } from "node:crypto";
import { readArguments, readCount, UsageError } from "./arguments";
import type { Report } from "./report";
import { appFolder } from "./serving/app";
import { openBrowser } from "./serving/browser";
import { shelve } from "./serving/dataset";
import { startServer } from "./serving/server";
import { Shelf } from "./serving/shelf";

export const usage = "serve DATA [--port P] [--open] [--at URL] [--json]";

/** The page on one local dataset, on 127.0.0.1, until it is stopped. */
export async function serve(args: string[]): Promise<Report> {
  const { data, values } = readArguments(args, {
    port: { type: "string" },
    open: { type: "boolean" },
    at: { type: "string" },
    json: { type: "boolean" },
  });
  const port = values.port === undefined ? null : readPort(values.port);
  const outside = values.at === undefined ? null : readOutside(values.at);
  const shelf = new Shelf();
  const { address, rows, dims } = await shelve(data, shelf);
  shelf.addApp(appFolder());
  // What is installed from a registry has no demo spaces: then the page offers none.
  if (!shelf.find("datasets/index.json")) shelf.addText("datasets/index.json", "[]\n");
  const key = randomBytes(16).toString("base64url");
  // Where the page is and where the data are is known when there is a port.
  const ticket = values.open ? { word: randomBytes(16).toString("base64url"), fragment: "" } : null;
  const serving = await startServer({ shelf, key, port, outside, ticket });
  const root = outside ?? new URL(`http://127.0.0.1:${serving.port}/`);
  const base = new URL(`${key}/`, root).href;
  const fragment = `#data=${encodeURIComponent(`${base}${address}`)}`;
  if (ticket) {
    ticket.fragment = fragment;
    // What a program is started with is for all users to see, so the browser is not told the key.
    openBrowser(new URL(ticket.word, root).href);
  }
  const size = rows === null ? `vectors of ${dims} dims` : `${rows.toLocaleString("en")} × ${dims}`;
  return {
    json: { url: `${base}${fragment}`, rows, dims },
    lines: [`${size}, at`, `${base}${fragment}`, "Stop with Ctrl C."],
    until: stopped().then(() => serving.close()),
  };
}

function readPort(text: string): number {
  const port = readCount(text, "--port");
  if (port > 65_535) throw new UsageError(`--port goes up to 65535, not ${port}.`);
  return port;
}

function readOutside(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`--at takes the address under which a proxy shows this server, not "${text}".`);
  }
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return new URL(url.pathname, url);
}

/** Resolves when someone ends the command. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
}
