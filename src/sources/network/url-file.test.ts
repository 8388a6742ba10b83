import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type FileServer, startFileServer } from "../../../tests/support/file-server";
import { pageFetch } from "../testing/page-fetch";
import { BLOCK_BYTES } from "./blocks";
import { openUrl } from "./url-file";

const body = Buffer.from(Uint8Array.from({ length: 10 * BLOCK_BYTES + 77 }, (_, at) => (at * 40503) >>> 8));
const waits: number[] = [];
const wait = async (milliseconds: number) => void waits.push(milliseconds);
let server: FileServer;

beforeEach(async () => {
  server = await startFileServer({ "data/x.bin": { body, etag: '"one"' } });
  waits.length = 0;
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await server.close();
});

const open = (path = "data/x.bin", more: Parameters<typeof openUrl>[1] = {}) =>
  openUrl(`${server.url}/${path}`, { wait, ...more });

async function whole(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Buffer> {
  return Buffer.from(await new Response(stream).arrayBuffer());
}

/** From here on the code runs as on a page of another origin. */
function onAPage(origin = "https://matryoscope.example"): void {
  vi.stubGlobal("location", new URL(origin));
  vi.stubGlobal("fetch", pageFetch(origin));
}

test("only what is asked for travels, where the server gives parts", async () => {
  const file = await open();
  expect([file.name, file.where, file.size]).toEqual(["x.bin", `${server.url}/data/x.bin`, body.length]);
  expect(Buffer.from(await file.slice(5 * BLOCK_BYTES + 3, 5 * BLOCK_BYTES + 9))).toEqual(
    body.subarray(5 * BLOCK_BYTES + 3, 5 * BLOCK_BYTES + 9),
  );
  expect(Buffer.from(await file.slice(10, 20))).toEqual(body.subarray(10, 20));
  expect(server.sent()).toBe(2 * BLOCK_BYTES);
});

test("the stream is the file, and can be asked for again", async () => {
  const file = await open();
  expect((await whole(file.stream())).equals(body)).toBe(true);
  expect((await whole(file.stream())).equals(body)).toBe(true);
});

test("progress tells the bytes that came, and of how many", async () => {
  const told: [number, number | null][] = [];
  const file = await open(undefined, { progress: (bytes, total) => told.push([bytes, total]) });
  await whole(file.stream());
  expect(told.at(-1)).toEqual([body.length, body.length]);
  expect(told.map(([bytes]) => bytes)).toEqual(told.map(([bytes]) => bytes).sort((a, b) => a - b));
});

test("a server without ranges is asked once, and the file is read from memory", async () => {
  server.ranges = "none";
  const told: [number, number | null][] = [];
  const file = await open(undefined, { progress: (bytes, total) => told.push([bytes, total]) });
  expect(file.size).toBe(body.length);
  expect(Buffer.from(await file.slice(100, 200))).toEqual(body.subarray(100, 200));
  expect((await whole(file.stream())).equals(body)).toBe(true);
  expect(server.seen.length).toBe(1);
  expect(told.at(-1)).toEqual([body.length, body.length]);
});

test.each(["whole", "parts"] as const)("an answer packed by gzip (%s) is the file all the same", async (packing) => {
  server.packing = packing;
  if (packing === "whole") server.ranges = "none";
  const file = await open();
  expect(file.size).toBe(body.length);
  expect((await whole(file.stream())).equals(body)).toBe(true);
});

test("parts packed by a server, which a browser does not take, give way to the whole", async () => {
  server.packing = "parts";
  server.cors.exposed = ["Content-Range"];
  onAPage();
  const file = await open();
  expect(file.size).toBe(body.length);
  expect(Buffer.from(await file.slice(BLOCK_BYTES, BLOCK_BYTES + 9))).toEqual(
    body.subarray(BLOCK_BYTES, BLOCK_BYTES + 9),
  );
});

test("a server that sends other bytes than it was asked for is not believed", async () => {
  server.ranges = "shifted";
  const file = await open();
  await expect(file.slice(3 * BLOCK_BYTES, 4 * BLOCK_BYTES)).rejects.toThrow(
    `The server sent other bytes of x.bin than it was asked for (${3 * BLOCK_BYTES} to ${4 * BLOCK_BYTES - 1})`,
  );
});

test("a server that sends parts shorter than it says is read whole", async () => {
  server.ranges = "short";
  const seen = open();
  await seen.catch(() => {});
  // Its plain answers are right.
  const file = await seen;
  expect((await whole(file.stream())).equals(body)).toBe(true);
});

test("a small file and an empty one are what they are", async () => {
  server.files.set("small.txt", { body: Buffer.from("1 2 3\n") });
  server.files.set("empty.txt", { body: Buffer.alloc(0) });
  expect(await whole((await open("small.txt")).stream())).toEqual(Buffer.from("1 2 3\n"));
  expect((await open("empty.txt")).size).toBe(0);
});

test.each([
  ["its tag", { etag: '"two"' }, "its version was"],
  ["its date", { modified: "Tue, 24 Nov 2026 10:00:00 GMT" }, "its version was"],
  ["its size", { body: body.subarray(1), etag: '"one"' }, `it had ${body.length} bytes and has ${body.length - 1} now`],
])("a file that changes between two requests is told by %s", async (_, change, told) => {
  if (!("etag" in change)) server.files.set("data/x.bin", { body, modified: "Mon, 23 Nov 2026 10:00:00 GMT" });
  const file = await open();
  server.files.set("data/x.bin", { body, ...change });
  const slice = file.slice(3 * BLOCK_BYTES, 4 * BLOCK_BYTES);
  await expect(slice).rejects.toThrow("The file x.bin was changed on its server while it was being read");
  await expect(slice).rejects.toThrow(told);
});

test("a busy server is asked again: as late as it says, else half a second later and then twice as long", async () => {
  server.faults.push({ status: 429, headers: { "retry-after": "7" } }, { status: 503 }, { status: 500 });
  const file = await open();
  expect(file.size).toBe(body.length);
  expect(waits).toEqual([7000, 1000, 2000]);
});

test("one that stays so is told after five times, and one that asks for longer than a minute at once", async () => {
  server.faults.push(...Array.from({ length: 5 }, () => ({ status: 503 })));
  await expect(open()).rejects.toThrow("The server failed and did not give x.bin: it answered 503.");
  expect(waits).toEqual([500, 1000, 2000, 4000]);
  server.faults.push({ status: 429, headers: { "retry-after": "3600" } });
  await expect(open()).rejects.toThrow("The server has had too many requests");
  expect(waits.length).toBe(4);
});

test("a line that breaks in the middle goes on where it broke", async () => {
  const file = await open();
  server.faults.push(...Array.from({ length: 8 }, () => ({ breakAfter: BLOCK_BYTES + 100 })));
  const before = server.sent();
  const rest = Buffer.from(await file.slice(BLOCK_BYTES, 10 * BLOCK_BYTES));
  expect(rest.equals(body.subarray(BLOCK_BYTES, 10 * BLOCK_BYTES))).toBe(true);
  expect(server.sent() - before).toBe(9 * BLOCK_BYTES);
});

test("a line that breaks at the probe, or without ranges, is begun again", async () => {
  server.faults.push({ breakAfter: 10 });
  expect((await open()).size).toBe(body.length);
  server.ranges = "none";
  server.faults.push({ breakAfter: 1000 });
  expect((await whole((await open()).stream())).equals(body)).toBe(true);
});

test("a missing file, one behind a login and a web page in its place are told apart", async () => {
  await expect(open("data/y.bin")).rejects.toThrow("There is no file y.bin at this address: the server answered 404.");
  server.faults.push({ status: 403 });
  await expect(open()).rejects.toThrow("The server does not give x.bin to everyone: it answered 403.");
  server.files.set("page.npy", { body: Buffer.from("<p>Log in"), type: "text/html; charset=utf-8" });
  await expect(open("page.npy")).rejects.toThrow("There is a web page at the address of page.npy");
  server.files.set("sly.npy", { body: Buffer.from("\n<!DOCTYPE html><title>Log in</title>") });
  await expect(open("sly.npy")).rejects.toThrow("There is a web page at the address of sly.npy");
  expect(waits).toEqual([]);
});

test("a note of Git LFS is not taken for the file", async () => {
  const note = `version https://git-lfs.github.com/spec/v1\noid sha256:${"a".repeat(64)}\nsize 12345\n`;
  server.files.set("x.npy", { body: Buffer.from(note) });
  await expect(open("x.npy")).rejects.toThrow("There is only a note of Git LFS at the address of x.npy");
});

test("no answer at all is told with the name of the server", async () => {
  const { url } = server;
  await server.close();
  await expect(openUrl(`${url}/x.bin`, { wait })).rejects.toThrow(
    `no answer came from ${new URL(url).host} (ECONNREFUSED)`,
  );
  expect(waits).toEqual([500]);
  server = await startFileServer();
});

test("on a page, a server that refuses it is told from one that does not answer", async () => {
  onAPage();
  server.cors.allowed = false;
  const refused = open();
  await expect(refused).rejects.toThrow("answers, but does not let this page read the file x.bin");
  await expect(refused).rejects.toThrow("Access-Control-Allow-Origin");
  expect(waits).toEqual([]);
  const { url } = server;
  await server.close();
  await expect(openUrl(`${url}/x.bin`, { wait })).rejects.toThrow("no answer came from");
  vi.stubGlobal("navigator", { onLine: false });
  await expect(openUrl(`${url}/x.bin`, { wait })).rejects.toThrow("this device is offline");
  server = await startFileServer();
});

test("on a page, ranges work without asking leave, and without Content-Range by the size of a plain answer", async () => {
  onAPage();
  server.cors.exposed = [];
  const file = await open();
  expect(file.size).toBe(body.length);
  expect(Buffer.from(await file.slice(4 * BLOCK_BYTES, 4 * BLOCK_BYTES + 5))).toEqual(
    body.subarray(4 * BLOCK_BYTES, 4 * BLOCK_BYTES + 5),
  );
  expect(server.seen.map(({ method }) => method)).toEqual(["GET", "HEAD", "GET"]);
  expect(server.preflights).toBe(0);
  expect(server.sent()).toBe(2 * BLOCK_BYTES);
});

test("a page that came over https is told that it cannot fetch by http, unless from this machine", async () => {
  onAPage();
  await expect(openUrl("http://example.org/x.npy", { wait })).rejects.toThrow("This page came over https");
  expect((await open()).size).toBe(body.length);
});

test("cancelling stops the waiting and the reading", async () => {
  const stop = new AbortController();
  const reason = new Error("the user changed their mind");
  server.faults.push({ status: 503 });
  const opening = open(undefined, { signal: stop.signal, wait: async () => stop.abort(reason) });
  await expect(opening).rejects.toBe(reason);

  const later = new AbortController();
  let release = () => {};
  const stall = new Promise<void>((resolve) => {
    release = resolve;
  });
  server.ranges = "none";
  server.faults.push({ stall });
  const halfway = open(undefined, {
    signal: later.signal,
    progress: (bytes) => bytes > 100_000 && later.abort(reason),
  });
  await expect(halfway).rejects.toBe(reason);
  release();
});
