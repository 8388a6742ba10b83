import { expect, test } from "vitest";
import { bytesFile } from "../byte-file";
import { detectFormat } from "../detect";
import { openTables } from "../open-tables";
import { readTable } from "../testing/read-table";

const V = [
  [1, 0.5, -1, 2, 3],
  [0, 4, 5, 6, 7],
  [8, 9, 10, 11, 12],
];
const FLAT = V.flat();
const NAMES = ["a", "b", "c"];
const base64 = (values: number[]) => Buffer.from(Float32Array.from(values).buffer).toString("base64");

const open = async (document: unknown, name = "t.json") =>
  openTables([bytesFile(typeof document === "string" ? document : JSON.stringify(document), name)]);

/** What is expected of a document: the vector column, and one other with the names. */
const SHAPES: Record<string, [document: unknown, vector: string, names?: string]> = {
  "an array of objects": [V.map((v, i) => ({ name: NAMES[i], meta: { vec: v } })), "meta.vec", "name"],
  "an array of arrays": [V, "t"],
  "an object of arrays": [{ model: "m", embeddings: V, names: NAMES }, "embeddings", "names"],
  "an object of vectors by their words": [Object.fromEntries(V.map((v, i) => [NAMES[i], v])), "vector", "key"],
  "cells with their names beside them": [{ columns: ["name", "v"], data: V.map((v, i) => [NAMES[i], v]) }, "v", "name"],
  "arrays written from typed arrays": [
    V.map((v, i) => ({ name: NAMES[i], v: { ...Float32Array.from(v) } })),
    "v",
    "name",
  ],
  "an answer of OpenAI": [
    { object: "list", data: V.map((embedding, index) => ({ object: "embedding", index, embedding })), model: "m" },
    "embedding",
  ],
  "an answer of OpenAI in base64": [
    { object: "list", data: V.map((v, index) => ({ object: "embedding", index, embedding: base64(v) })) },
    "embedding",
  ],
  "an array of answers": [
    V.map((embedding) => ({ object: "list", data: [{ index: 0, embedding }] })),
    "data.embedding",
  ],
  "an answer of Gemini": [{ embeddings: V.map((values) => ({ values })) }, "values"],
  "an answer of Cohere": [{ id: "x", embeddings: { float: V }, texts: NAMES }, "float"],
  "vectors fetched from Pinecone": [
    {
      vectors: Object.fromEntries(V.map((values, i) => [NAMES[i], { id: NAMES[i], values, metadata: { n: i } }])),
      namespace: "",
      usage: { readUnits: 1 },
    },
    "values",
    "id",
  ],
  "a query of Pinecone": [
    { results: [], matches: V.map((values, i) => ({ id: NAMES[i], score: 0.1, values, metadata: {} })), namespace: "" },
    "values",
    "id",
  ],
  "points scrolled from Qdrant": [
    {
      result: { points: V.map((v, i) => ({ id: i, payload: { title: NAMES[i] }, vector: v })), next_page_offset: 4 },
      status: "ok",
      time: 0.001,
    },
    "vector",
    "payload.title",
  ],
  "named vectors of Qdrant": [
    { result: { points: V.map((v, i) => ({ id: i, payload: { title: NAMES[i] }, vector: { text: v } })) } },
    "vector.text",
    "payload.title",
  ],
  "what Chroma gives": [
    { ids: NAMES, embeddings: V, metadatas: [{ n: 1 }, { n: 2 }, null], documents: NAMES, uris: null },
    "embeddings",
    "documents",
  ],
  "a query of Chroma": [
    { ids: [NAMES], embeddings: [V], documents: [NAMES], distances: [[1, 2, 3]], data: null },
    "embeddings",
    "documents",
  ],
  "objects of Weaviate": [
    { objects: V.map((vector, i) => ({ class: "C", id: NAMES[i], properties: { title: NAMES[i] }, vector })) },
    "vector",
    "properties.title",
  ],
  "hits of Elasticsearch": [
    { took: 1, hits: { total: { value: 3 }, hits: V.map((v, i) => ({ _id: NAMES[i], _source: { v } })) } },
    "_source.v",
    "_id",
  ],
  "rows of the Hugging Face viewer": [
    {
      features: [
        { feature_idx: 0, name: "v" },
        { feature_idx: 1, name: "t" },
      ],
      rows: V.map((v, i) => ({ row_idx: i, row: { v, t: NAMES[i] }, truncated_cells: [] })),
    },
    "row.v",
    "row.t",
  ],
};

test.each(Object.entries(SHAPES))("%s, on one line and indented", async (_, [document, vector, names]) => {
  for (const text of [JSON.stringify(document), `\ufeff${JSON.stringify(document, null, 2)}\n`]) {
    expect((await detectFormat(bytesFile(text, "t.bin"))).id).toBe("json");
    const [table] = await open(text);
    expect(table.rows).toBe(3);
    const read = await readTable(table, { vector, columns: names ? [names] : [] });
    expect(read.values).toEqual(FLAT);
    if (names) expect(read.columns[names]).toEqual(NAMES);
  }
});

test("columns as pandas writes them, a field a dimension, are one vector", async () => {
  const column = (j: number) => Object.fromEntries(V.map((v, i) => [i, v[j]]));
  const wide = Object.fromEntries(V[0].map((_, j) => [`d${j}`, column(j)]));
  const [table] = await open({ title: { 0: "a", 1: "b", 2: "c" }, ...wide });
  expect(table.columns.map(({ name }) => name)).toEqual(["title", "d0 … d4"]);
  expect((await readTable(table)).values).toEqual(FLAT);
});

test("several answers one behind the other are one table", async () => {
  const answer = (some: number[][]) =>
    JSON.stringify({ object: "list", data: some.map((embedding, index) => ({ index, embedding })) }, null, 1);
  const [table] = await open(`${answer(V.slice(0, 2))}\n${answer(V.slice(2))}`);
  expect(table.rows).toBe(3);
  expect((await readTable(table)).values).toEqual(FLAT);
  expect((await readTable(table, { rows: [0, 2] })).values).toEqual([...V[0], ...V[2]]);
});

test("records that are ragged or without a vector are skipped with a reason; NaN as Python writes it is passed on", async () => {
  const good = '{"v":[1,2,3,4]}';
  const bad = ['{"v":[1,2,3]}', '{"w":"no"}', '{"v":[NaN,2,3,4]}'];
  const [table] = await open(`[${[good, ...bad, ...Array(15).fill(good)].join(",")}]`);
  const { skipped, values } = await readTable(table);
  expect(skipped).toEqual([
    { row: 1, place: "record 2", why: "has 3 numbers where the others have 4" },
    { row: 2, place: "record 3", why: 'has no list of numbers at "v"' },
  ]);
  expect(values.slice(4, 8)).toEqual([Number.NaN, 2, 3, 4]);
});

test("a document without vectors is told by what is in it", async () => {
  const manifest = { name: "x", version: "1.0.0", files: ["a", "b"], scripts: { test: "vitest", build: "vite" } };
  await expect(open(manifest, "package.json")).rejects.toThrow(
    "The file package.json has no vectors in it: it is an object with “name”, “version”, “files”, “scripts”.",
  );
  const [about] = await open([{ title: "a" }, { title: "b" }]);
  expect(about.columns).toEqual([{ name: "title", kind: "text", type: "string" }]);
});

test("what is no JSON, or cut short, is told with its place", async () => {
  const text = JSON.stringify(
    V.map((v) => ({ v })),
    null,
    1,
  );
  await expect(open(text.slice(0, -20))).rejects.toThrow("what begins at line 1, column 1 is not closed");
  await expect(open(text.replace("0.5", "0.5.5"))).rejects.toThrow("t.json is no JSON at line 5, column 7.");
});

test("digests and names in letters and digits are texts, no vectors in base64", async () => {
  const records = V.map((v, i) => ({ md5: `d41d8cd98f00b204e9800998ecf8427${i}`, name: "abcdefghijklmnop", v }));
  const [table] = await open(records);
  expect(table.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["md5 text", "name text", "v vector"]);
});

test("lines of records stay JSON Lines, tables whose cells are lists stay tables", async () => {
  const id = async (text: string) => (await detectFormat(bytesFile(text, "t.bin"))).id;
  expect(await id(V.map((v) => JSON.stringify({ v })).join("\n"))).toBe("jsonl");
  expect(await id(V.map((v) => JSON.stringify(v)).join("\r\n"))).toBe("jsonl");
  const long = { v: Array.from({ length: 20_000 }, (_, i) => i / 7) };
  expect(await id(`${JSON.stringify(long)}\n${JSON.stringify(long)}\n`)).toBe("jsonl");
  expect(await id("[1 2 3 4]\n[5 6 7 8]\n")).toBe("csv");
  expect(await id('"[1, 2, 3, 4]",a\n"[1, 2, 3, 4]",b\n')).toBe("csv");
});
