import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type EmbeddingServer, startEmbeddingServer, vectorOf } from "../../../tests/support/embedding-server";
import { openInput } from "../open-input";
import { pageFetch } from "../testing/page-fetch";
import { type EmbedOptions, embedTexts } from "./embed";
import { embeddedInput } from "./embedded-input";
import type { Endpoint } from "./endpoint";

const DIMS = 16;
const texts = Array.from({ length: 200 }, (_, row) => `the text of point ${row}`);
const waits: number[] = [];
const wait = async (milliseconds: number) => void waits.push(milliseconds);
let server: EmbeddingServer;

beforeEach(async () => {
  server = await startEmbeddingServer();
  waits.length = 0;
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await server.close();
});

function embed(list: readonly string[] = texts, more: EmbedOptions & Partial<Endpoint> = {}) {
  const { base = server.url, model = "small", key = "", dimensions = null, ...options } = more;
  return embedTexts(list, { base, model, key, dimensions }, { wait, ...options });
}

const flat = (list: readonly string[], dims = DIMS) => Float32Array.from(list.flatMap((text) => vectorOf(text, dims)));

test.each([
  ["base64", () => {}],
  ["lists of numbers", () => Object.assign(server, { onlyFloats: true })],
  ["another order", () => Object.assign(server, { shuffled: true })],
  ["a refusal of encoding_format", () => Object.assign(server, { strict: true })],
])("each text gets its vector, in order, from an endpoint that answers with %s", async (_, set) => {
  set();
  const { rows, vectors, dims, skipped, stopped, tokens } = await embed();
  expect(rows).toEqual(texts.map((_, row) => row));
  expect(vectors).toEqual(flat(texts));
  expect([dims, skipped, stopped]).toEqual([DIMS, [], null]);
  expect(tokens).toBe(texts.reduce((sum, text) => sum + Math.ceil(text.length / 4), 0));
  expect(server.inputs().map((input) => input.length)).toEqual([64, 64, 64, 8]);
});

test("the key and the dims that are asked for go to the endpoint, and progress rises to the end", async () => {
  server.key = "sk-secret";
  const told: number[] = [];
  const { dims, vectors } = await embed(texts, {
    key: "sk-secret",
    dimensions: 4,
    progress: (done) => told.push(done),
  });
  expect(dims).toBe(4);
  expect(vectors).toEqual(flat(texts, 4));
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(texts.length);
});

test("a busy endpoint is asked again, as late as it says", async () => {
  server.faults.push({ status: 429, headers: { "retry-after": "20" } }, { status: 500 });
  const { rows } = await embed(texts, { atOnce: 1 });
  expect(rows.length).toBe(texts.length);
  expect(waits).toEqual([20_000, 1000]);
});

test("empty texts and those that the endpoint refuses are left out, and told", async () => {
  server.longest = 40;
  const list = texts.slice(0, 70).map((text, row) => (row === 7 ? "  " : row === 33 ? "long ".repeat(20) : text));
  const embedded = await embed(list);
  const { rows, skipped } = embedded;
  expect(skipped).toEqual([
    { row: 7, why: "is empty" },
    { row: 33, why: "was refused by the endpoint: “This model's maximum context length is 40 tokens”" },
  ]);
  const kept = list.filter((_, row) => row !== 7 && row !== 33);
  expect(rows.length).toBe(kept.length);
  expect(embedded.vectors).toEqual(flat(kept));

  const { skipped: told, manifest } = await openInput(embeddedInput(list, embedded, "Mine", "small"), null);
  expect([manifest.rows, manifest.ofRows]).toEqual([68, 70]);
  expect(told?.rows[0]).toEqual({ row: 7, place: "“  ”", why: "is empty" });
});

test("an endpoint that refuses every text is not asked for each of them", async () => {
  server.longest = 1;
  await expect(embed()).rejects.toThrow("This model's maximum context length is 1 tokens");
  expect(server.seen.length).toBeLessThan(30);
  await expect(embed(["only one"])).rejects.toThrow("did not embed the texts (it answered 400)");
});

test("what fails later gives what is there, and another run goes on from it", async () => {
  server.faults.push({ status: 200, body: "{}" });
  await expect(embed(["x"])).rejects.toThrow("The endpoint's answer holds no embeddings.");
  const broken = embed(texts, {
    atOnce: 1,
    progress: (done) => done === 128 && server.faults.push({ status: 401, body: '{"error": "key revoked"}' }),
  });
  const first = await broken;
  expect(first.rows.length).toBe(128);
  expect(first.stopped?.what).toEqual("The endpoint refused the key (it answered 401): “key revoked”.");
  const before = server.inputs().flat().length;
  const second = await embed(texts, { from: first });
  expect(second.stopped).toBe(null);
  expect(second.vectors).toEqual(flat(texts));
  expect(server.inputs().flat().length - before).toBe(texts.length - 128);
});

test("stopping gives what is there; before anything is there, the reason", async () => {
  const stop = new AbortController();
  const reason = new Error("enough");
  const { rows, stopped, vectors } = await embed(texts, {
    signal: stop.signal,
    atOnce: 1,
    progress: (done) => done >= 64 && stop.abort(reason),
  });
  expect([rows.length, stopped?.what]).toEqual([64, "Embedding was stopped."]);
  expect(vectors).toEqual(flat(texts.slice(0, 64)));
  await expect(embed(texts, { signal: stop.signal })).rejects.toBe(reason);
});

test.each([
  [{ key: "sk-wrong" }, "The endpoint refused the key (it answered 401): “Incorrect API key provided: …”."],
  [{ key: "sk-right", model: "tiny" }, '“model "tiny" not found, try pulling it first”'],
  [{ key: "sk-right", dimensions: 99 }, "Invalid value for 'dimensions' = 99. Must be at most 16”"],
])("what the endpoint says is quoted, without the key: %o", async (endpoint, says) => {
  server.key = "sk-right";
  const failed = embed(texts, endpoint);
  await expect(failed).rejects.toThrow(says);
  await expect(failed).rejects.not.toThrow("sk-");
  expect(server.seen.length).toBeLessThanOrEqual(4);
});

test.each([
  ["<html>hello</html>", "The endpoint answered something else than JSON."],
  ['{"data": []}', "The endpoint gave 0 vectors for 2 texts."],
  ['{"data": [{"index": 0, "embedding": [1]}, {"index": 0, "embedding": [2]}]}', "numbers its vectors wrongly: 0 of 2"],
  ['{"data": [{"index": 0, "embedding": [1]}, {"index": 5, "embedding": [2]}]}', "numbers its vectors wrongly: 5 of 2"],
  ['{"data": [{"embedding": [1]}, {"embedding": [1, 2]}]}', "vectors of 1 and of 2 dims in one answer"],
  ['{"data": [{"embedding": "AAA"}, {"embedding": "!"}]}', "vectors of 0 and of 0 dims in one answer"],
])("an answer that is none is told: %s", async (body, says) => {
  server.faults.push({ status: 200, body });
  await expect(embed(["a", "b"])).rejects.toThrow(says);
});

test("vectors of other dims than before stop it", async () => {
  const data = texts.slice(64, 128).map((_, index) => ({ index, embedding: [1, 2] }));
  const { rows, stopped } = await embed(texts, {
    atOnce: 1,
    progress: (done) => done === 64 && server.faults.push({ status: 200, body: JSON.stringify({ data }) }),
  });
  expect([rows.length, stopped?.what]).toEqual([64, "The endpoint gave vectors of 16 dims before and of 2 now."]);
});

test("on a page, an endpoint that lets no page ask is told with its remedy", async () => {
  vi.stubGlobal("location", new URL("https://matryoscope.example"));
  vi.stubGlobal("fetch", pageFetch("https://matryoscope.example"));
  expect((await embed(texts.slice(0, 3), { key: "sk-any" })).rows.length).toBe(3);
  server.cors.allowed = false;
  await expect(embed()).rejects.toThrow("answers, but does not let this page read the answer of the endpoint");
  const { url } = server;
  await server.close();
  await expect(embed(texts, { base: url })).rejects.toThrow("Start the server on this machine");
  server = await startEmbeddingServer();
  await expect(embed(texts, { base: "http://192.168.1.5:11434" })).rejects.toThrow("This page came over https");
});
