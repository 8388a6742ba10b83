import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bytesFile } from "../byte-file";
import { openTables } from "../open-tables";

const npy = new Uint8Array(readFileSync("tests/samples/matrix.npy"));
const matrix = new Float32Array(npy.buffer.slice(npy.length - 500 * 96 * 4));

async function read(text: string | Uint8Array<ArrayBuffer>, vector: string, columns: string[] = []) {
  const [table] = await openTables([bytesFile(text, "t.jsonl")]);
  expect(table.columns.find(({ kind }) => kind === "vector")?.name).toBe(vector);
  const batches = [];
  for await (const batch of table.batches({ vector, columns, rows: null })) batches.push(batch);
  return {
    table,
    vectors: batches.flatMap((b) => [...b.vectors!]),
    skipped: batches.flatMap((b) => b.skipped),
    batches,
  };
}

test("lines that Python wrote give the matrix and its columns", async () => {
  const bytes = new Uint8Array(readFileSync("tests/samples/lines.jsonl"));
  const { table, vectors, batches } = await read(bytes, "embedding", ["title", "score"]);
  expect(table.rows).toBe(500);
  expect(vectors).toEqual([...matrix]);
  expect(batches[0].columns.title[7]).toBe("point 7");
  expect(batches[0].columns.score[7]).toBe(0.875);
});

test("OpenAI's batch output is read as it is, its ids beside it", async () => {
  const line = (i: number) =>
    JSON.stringify({ custom_id: `r${i}`, response: { body: { data: [{ index: 0, embedding: [i, 0.5, -1, 2] }] } } });
  const { vectors, batches } = await read(`${line(1)}\n${line(2)}\n`, "response.body.data.embedding", ["custom_id"]);
  expect(vectors).toEqual([1, 0.5, -1, 2, 2, 0.5, -1, 2]);
  expect(batches[0].columns.custom_id).toEqual(["r1", "r2"]);
});

test("vectors in base64 are read", async () => {
  const values = Float32Array.of(0.5, -1.25, 3, 4, 5);
  const line = JSON.stringify({ embedding: Buffer.from(values.buffer).toString("base64") });
  expect((await read(`${line}\n${line}`, "embedding")).vectors).toEqual([...values, ...values]);
});

test("lines that are broken, ragged or without a vector are skipped, with line and reason; NaN is passed on", async () => {
  const good = '{"v":[1,2,3,4]}';
  const text = [good, '{"v":[1,2', '{"v":[1,2,3]}', '{"w":1}', '{"v":[NaN,2,3,4]}', ...Array(15).fill(good)].join("\n");
  const { skipped, vectors } = await read(text, "v");
  expect(skipped).toEqual([
    { row: 1, place: "line 2", why: "is not JSON, or cut short" },
    { row: 2, place: "line 3", why: "has 3 numbers where the others have 4" },
    { row: 3, place: "line 4", why: 'has no list of numbers at "v"' },
  ]);
  expect(vectors.slice(4, 8)).toEqual([Number.NaN, 2, 3, 4]);
});

test("answers with several vectors a line are a row for each, what they have in common beside it", async () => {
  const line = (id: string, ...vectors: number[][]) => {
    const data = vectors.map((embedding, index) => ({ object: "embedding", index, embedding }));
    return JSON.stringify({ custom_id: id, response: { body: { object: "list", data } } });
  };
  const [a, b, c, d] = [0, 4, 8, 12].map((from) => [from, from + 1, from + 2, from + 3.5]);
  const text = `${line("one", a)}\n${line("two", b, c)}\n${line("three", d)}\n`;
  const { table, vectors, batches } = await read(text, "response.body.data.embedding", ["custom_id"]);
  expect(table.rows).toBe(4);
  expect(vectors).toEqual([...a, ...b, ...c, ...d]);
  expect(batches[0].columns.custom_id).toEqual(["one", "two", "two", "three"]);
  const request = { vector: "response.body.data.embedding", columns: ["custom_id"], rows: Float64Array.of(2, 3) };
  for await (const batch of table.batches(request)) {
    expect([[...batch.rows], [...batch.vectors!], batch.columns.custom_id]).toEqual([
      [2, 3],
      [...c, ...d],
      ["two", "three"],
    ]);
  }
});

test("answers of /v1/embeddings, one a line, are one table", async () => {
  const line = (from: number) =>
    JSON.stringify({ object: "list", data: [0, 1].map((index) => ({ index, embedding: [from + index, 1, 2, 3] })) });
  const { vectors } = await read(`${line(0)}\n${line(2)}`, "data.embedding");
  expect(vectors.filter((_, i) => i % 4 === 0)).toEqual([0, 1, 2, 3]);
});

test("typed arrays as JSON.stringify writes them are vectors", async () => {
  const line = JSON.stringify({ v: Float32Array.of(1, 2, 3, 4.5) });
  expect((await read(`${line}\n${line}\n`, "v")).vectors).toEqual([1, 2, 3, 4.5, 1, 2, 3, 4.5]);
});
