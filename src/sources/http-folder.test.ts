import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type FileServer, startFileServer } from "../../tests/support/file-server";
import { httpFolder } from "./http-folder";
import { restOfFile } from "./network/rest-of-file";
import { pageFetch } from "./testing/page-fetch";

const body = Buffer.from(Uint8Array.from({ length: 300_000 }, (_, at) => (at * 40503) >>> 8));
let server: FileServer;
let stop: AbortController;
beforeEach(async () => {
  server = await startFileServer({ "space/vectors.npy": { body, etag: '"one"' } });
  stop = new AbortController();
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await server.close();
});

const open = async () => (await httpFolder(`${server.url}/space`, stop.signal).open("vectors.npy")).stream;
const whole = async (stream: ReadableStream<Uint8Array>) =>
  Buffer.from(await new Response(stream as BodyInit).arrayBuffer());
const ranges = () => server.seen.map(({ range }) => range);

test("where the line breaks the rest is asked for, as often as it breaks", async () => {
  server.faults.push({ breakAfter: 100_000 }, { breakAfter: 50_000 }, { breakAfter: 20_000 });
  expect((await whole(await open())).equals(body)).toBe(true);
  expect(server.seen).toHaveLength(4);
  expect(ranges()[0]).toBeUndefined();
  expect(
    ranges()
      .slice(1)
      .every((range) => /^bytes=\d+-$/.test(range ?? "")),
  ).toBe(true);
  expect(server.sent()).toBeLessThanOrEqual(body.length + 3 * 65_536);
});

test("bytes are the file, too, when its line breaks", async () => {
  server.faults.push({ breakAfter: 100_000 });
  const bytes = await (await httpFolder(`${server.url}/space/`, stop.signal).open("vectors.npy")).bytes();
  expect(Buffer.from(bytes).equals(body)).toBe(true);
});

test.each(["none", "shifted"] as const)("a server whose parts are %s sends the file again", async (how) => {
  server.ranges = how;
  server.faults.push({ breakAfter: 100_000 });
  expect((await whole(await open())).equals(body)).toBe(true);
});

test("a packed file is asked for again: its parts are of the packed one", async () => {
  server.packing = "whole";
  server.ranges = "none";
  server.faults.push({ breakAfter: 500 });
  expect((await whole(await open())).equals(body)).toBe(true);
  expect(ranges()).toEqual([undefined, undefined]);
});

test("a page of another origin goes on without asking leave, and sees no header that it may not", async () => {
  vi.stubGlobal("location", new URL("https://matryoscope.example"));
  vi.stubGlobal("fetch", pageFetch("https://matryoscope.example"));
  server.cors.exposed = [];
  server.faults.push({ breakAfter: 100_000 });
  expect((await whole(await open())).equals(body)).toBe(true);
  expect(server.preflights).toBe(0);
});

test("a file that was changed meanwhile is not put together with what came before", async () => {
  const stream = await open();
  await stream.cancel();
  server.faults.push({ breakAfter: 100_000 });
  const broken = await open();
  server.files.set("space/vectors.npy", { body, etag: '"two"' });
  await expect(whole(broken)).rejects.toThrow(
    /vectors.npy was changed on its server while it was being read: its version was "one" and is "two" now/,
  );
});

test("a line that stays broken is told in a sentence, with the byte", async () => {
  server.faults.push(...Array.from({ length: 5 }, () => ({ breakAfter: 0 })));
  const url = `${server.url}/space/vectors.npy`;
  const waits: number[] = [];
  const rest = restOfFile(
    { url, name: "vectors.npy", headers: new Headers(), at: 1234 },
    { signal: stop.signal, wait: async (milliseconds) => void waits.push(milliseconds) },
  );
  await expect(whole(rest)).rejects.toThrow("The line broke off in the middle of vectors.npy, after 1234 bytes.");
  expect(waits).toEqual([500, 1000, 2000, 4000]);
});

test("what is stopped asks for nothing more", async () => {
  server.faults.push({ breakAfter: 100_000 });
  const stream = await open();
  stop.abort();
  await expect(whole(stream)).rejects.toThrow(/abort/i);
  expect(server.seen).toHaveLength(1);
});
