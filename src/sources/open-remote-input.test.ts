import { afterEach, beforeEach, expect, test } from "vitest";
import { type FileServer, startFileServer } from "../../tests/support/file-server";
import { inspectInput, openInput } from "./open-input";
import { npyBytes } from "./testing/npy-bytes";

const matrix = Float32Array.from({ length: 50 * 8 }, (_, at) => Math.sin(at));
let files: FileServer;
beforeEach(async () => {
  const npy = npyBytes("<f4", false, [50, 8], new Uint8Array(matrix.buffer));
  files = await startFileServer({ "my.vectors.npy": Buffer.from(npy) });
});
afterEach(() => files.close());

async function firstColumn(input: Parameters<typeof openInput>[0]): Promise<number[]> {
  const source = await openInput(input, null);
  const { value } = await source.blocks(() => {}).next();
  return Array.from(value?.values.slice(0, 50) ?? []);
}

const column = Array.from({ length: 50 }, (_, row) => matrix[row * 8]);

test("an address is looked at and opened like a file that was dropped", async () => {
  const input = { kind: "url" as const, url: `${files.url}/my.vectors.npy` };
  const { tables, plan } = await inspectInput(input);
  expect([plan?.title, tables[0].rows, tables[0].vectors[0].dims]).toEqual(["my.vectors", 50, 8]);
  expect(await firstColumn(input)).toEqual(column);
});

test("what was embedded is a table of texts and vectors", async () => {
  const texts = Array.from({ length: 50 }, (_, row) => `text ${row}`);
  const input = { kind: "embedded" as const, title: "Mine", model: "small", texts, vectors: matrix, dims: 8 };
  const { tables, plan } = await inspectInput(input);
  expect([plan?.title, plan?.vector, plan?.texts, tables[0].where]).toEqual(["Mine", "embedding", "text", "small"]);
  expect(await firstColumn(input)).toEqual(column);
});
