import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { shelve } from "../dataset";
import { type Serving, startServer } from "../server";
import { Shelf } from "../shelf";

export const KEY = "the-key-of-this-test";
export const SECRET = "what nobody may read";
export const TEXT = "0123456789abcdefghijklmnopqrstuvwxyz";

export interface Got {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A server of a test file's own, and what lies on the disk around what it serves. */
export class ServedFiles {
  root = "";
  #server: Serving | null = null;

  get port(): number {
    return this.#server!.port;
  }

  async start(): Promise<void> {
    this.root = mkdtempSync(join(tmpdir(), "matryoscope-"));
    writeFileSync(join(this.root, "secret.txt"), SECRET);
    // A page as it is built, beside which something else lies.
    mkdirSync(join(this.root, "app", "assets"), { recursive: true });
    writeFileSync(join(this.root, "app", "index.html"), "<!doctype html><title>The page</title>");
    writeFileSync(join(this.root, "app", "assets", "index.js"), "export {};");
    writeFileSync(join(this.root, "app", "sw.js"), "self;");
    symlinkSync(join(this.root, "secret.txt"), join(this.root, "app", "assets", "link.txt"));
    mkdirSync(join(this.root, "here"));
    cpSync("tests/samples/matrix.npy", join(this.root, "here", "my file#1.npy"));
    writeFileSync(join(this.root, "here", "secret.npy"), SECRET);
    writeFileSync(join(this.root, "here", "letters.bin"), TEXT);
    writeFileSync(join(this.root, "here", "swapped.bin"), TEXT);

    const shelf = new Shelf();
    shelf.addApp(join(this.root, "app"));
    const found = await shelve(join(this.root, "here", "my file#1.npy"), shelf);
    expect(found).toEqual({ address: "data/my%20file%231.npy", rows: 500, dims: 96 });
    shelf.addData("data/letters.bin", join(this.root, "here", "letters.bin"));
    shelf.addData("data/swapped.bin", join(this.root, "here", "swapped.bin"));
    this.#server = await startServer({ shelf, key: KEY, port: null, ticket: { word: "once", fragment: "#data=x" } });
  }

  async stop(): Promise<void> {
    await this.#server?.close();
    rmSync(this.root, { recursive: true });
  }

  /** Sends bytes as they stand, which no client of HTTP would: what comes back until the line is closed. */
  send(head: string): Promise<Got> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.port, "127.0.0.1");
      let text = "";
      socket.setEncoding("latin1");
      socket.on("data", (part) => {
        text += part;
      });
      socket.on("error", reject);
      socket.on("close", () => {
        const [top, ...rest] = text.split("\r\n\r\n");
        const [status, ...lines] = top.split("\r\n");
        const headers = Object.fromEntries(lines.map((line) => line.split(/: (.*)/s).slice(0, 2)));
        resolve({ status: Number(status.split(" ")[1]), headers, body: rest.join("\r\n\r\n") });
      });
      socket.write(head, "latin1");
    });
  }

  ask(target: string, headers: Record<string, string> = {}, method = "GET"): Promise<Got> {
    const all = { Host: `127.0.0.1:${this.port}`, Connection: "close", ...headers };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    return this.send(`${method} ${target} HTTP/1.1\r\n${lines.join("")}\r\n`);
  }

  /** Asks for the file whose bytes are `TEXT`. */
  letters(headers: Record<string, string> = {}, method = "GET"): Promise<Got> {
    return this.ask(`/${KEY}/data/letters.bin`, headers, method);
  }
}

/** The same for all tests of a file. */
export function servedFiles(): ServedFiles {
  const served = new ServedFiles();
  beforeAll(() => served.start());
  afterAll(() => served.stop());
  return served;
}
