import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { textOf } from "../../i18n/said";
import { type ByteFile, bytesFile } from "../byte-file";
import { openTables } from "../open-tables";
import { readTable } from "../testing/read-table";

const sample = (name: string) => bytesFile(new Uint8Array(readFileSync(`tests/samples/${name}`)), name);
const config = (fields: object) => bytesFile(JSON.stringify({ embeddings: [fields] }), "config.json");
const tensor = (values: number[], name = "t.bytes") =>
  bytesFile(new Uint8Array(Float32Array.from(values).buffer), name);
const eight = [1, 2, 3, 4, 5, 6, 7, 8];

test("a config, its vectors and its metadata in one drop are one table, in whatever order", async () => {
  const files = ["projector-tensors.bytes", "projector-metadata.tsv", "projector-config.json"].map(sample);
  for (const given of [files, files.toReversed()]) {
    const tables = await openTables(given);
    expect(tables.map(({ name, rows }) => [name, rows])).toEqual([["points", 500]]);
    expect((await readTable(tables[0], { rows: [499] })).columns).toMatchObject({
      title: ["point 499"],
      score: [62.375],
    });
    expect(textOf(tables[0].notes.at(-1)!)).toContain("are not shown");
  }
});

test("vectors.tsv and metadata.tsv without a config are one table", async () => {
  const [table] = await openTables([sample("projector-tensors.tsv"), sample("projector-metadata.tsv")]);
  expect((await readTable(table, { rows: [3] })).columns).toMatchObject({ title: ["point 3"], category: ["grey"] });
});

test("metadata of one column has no header, commas or not", async () => {
  const metadata = bytesFile("salt, pepper\noil, vinegar\n", "metadata.tsv");
  const [table] = await openTables([bytesFile("1.5\t2\t3\t4\n5\t6\t7\t8\n", "vectors.tsv"), metadata]);
  expect((await readTable(table)).columns).toEqual({ metadata: ["salt, pepper", "oil, vinegar"] });
});

test("several spaces of one config are as many tables; what is missing of some is told", async () => {
  const one = { tensorPath: "t.bytes", tensorShape: [2, 4], metadataPath: "m.tsv" };
  const embeddings = [
    { ...one, tensorName: "a" },
    { ...one, tensorName: "b", tensorShape: [2, 4] },
    { tensorName: "c", tensorPath: "gone.bytes" },
  ];
  const tables = await openTables([tensor(eight), bytesFile(JSON.stringify({ embeddings }), "config.json")]);
  expect(tables.map(({ name }) => name)).toEqual(["a", "b"]);
  expect((await readTable(tables[1])).values).toEqual(eight);
  expect(tables[0].notes).toEqual([
    "What is known of its points, m.tsv, is not here: they have no names.",
    "Of what config.json names these are not here: gone.bytes.",
  ]);
});

test.each<[string, ByteFile[], string]>([
  [
    "vectors that are not here",
    [config({ tensorPath: "https://example.org/x/t.bytes", tensorShape: [2, 4] })],
    "The config config.json names its vectors in https://example.org/x/t.bytes, and they are not here.",
  ],
  [
    "a shape that is not that of the file",
    [config({ tensorPath: "t.bytes", tensorShape: [3, 4] }), tensor(eight)],
    "The vectors in t.bytes have 32 bytes, and 3 × 4 numbers of single precision, as the config tells, have 48.",
  ],
  [
    "no shape",
    [config({ tensorPath: "t.bytes" }), tensor(eight)],
    "The vectors in t.bytes are no text, and the config does not tell their shape.",
  ],
  [
    "a config that names no vectors",
    [bytesFile('{"embeddings": [{"tensorPath": ""}]}', "config.json")],
    "The config config.json names no vectors.",
  ],
])("%s is told", async (_, files, sentence) => {
  await expect(openTables(files)).rejects.toThrow(sentence);
});
