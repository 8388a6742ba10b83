import { parquetWriteBuffer } from "hyparquet-writer";
import { afterEach, expect, test, vi } from "vitest";
import { openDatasetFolder } from "./dataset-folder";
import { readPoints } from "./points";
import type { Source } from "./source";
import { npyBytes } from "./testing/npy-bytes";

const manifest = {
  name: "small",
  title: "Small",
  rows: 3,
  dims: 4,
  dtype: "i1",
  files: { vectors: "vectors.npy", scale: "scale.npy", points: "points.parquet" },
};
const scales = Float32Array.of(0.5, 1, 2, 4);
const table = parquetWriteBuffer({
  columnData: [
    { name: "title", data: ["cat", "dog", "oak"], type: "STRING" },
    { name: "text", data: ["feline", "canine", "tree"], type: "STRING" },
    { name: "category", data: ["animal", "animal", "plant"], type: "STRING" },
  ],
});

function serve(files: Record<string, BodyInit | Response>): void {
  vi.stubGlobal("fetch", async (url: string) => {
    const file = files[new URL(url).pathname.slice(1)];
    return file instanceof Response ? file : new Response(file ?? "", { status: file === undefined ? 404 : 200 });
  });
}

function folder(changes: Record<string, BodyInit | Response> = {}): Record<string, BodyInit | Response> {
  return {
    "s/dataset.json": JSON.stringify(manifest),
    "s/vectors.npy": npyBytes(
      "|i1",
      true,
      [3, 4],
      new Uint8Array(12).map((_, i) => i),
    ),
    "s/scale.npy": npyBytes("<f4", false, [4], new Uint8Array(scales.buffer)),
    "s/points.parquet": table,
    ...changes,
  };
}

const open = (): Promise<Source> => openDatasetFolder("http://host/s", new AbortController().signal);

async function drain(source: Source): Promise<number[]> {
  const values: number[] = [];
  for await (const block of source.blocks(() => {})) values.push(...block.values);
  return values;
}

afterEach(() => vi.unstubAllGlobals());

test("a folder is read: manifest, columns with their scales, points", async () => {
  serve(folder());
  const source = await open();
  expect(source.manifest.title).toBe("Small");
  const block = (await source.blocks(() => {}).next()).value;
  expect([...block.values]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(block.scales).toEqual(scales);
  const points = await source.points();
  expect(points?.titles).toEqual(["cat", "dog", "oak"]);
  expect(points?.columns).toEqual([
    { kind: "category", name: "category", labels: ["animal", "plant"], counts: [2, 1], codes: Uint16Array.of(0, 0, 1) },
  ]);
});

test("a missing manifest is told with the server's answer", async () => {
  serve({});
  await expect(open()).rejects.toThrow("dataset.json could not be fetched: the server answered 404");
});

test("a host's own page in place of a file is told", async () => {
  serve(folder({ "s/dataset.json": new Response("<html>", { headers: { "content-type": "text/html" } }) }));
  await expect(open()).rejects.toThrow("the server sent a web page in its place");
});

test("a manifest that is not what it should be names the field", async () => {
  serve(folder({ "s/dataset.json": JSON.stringify({ ...manifest, dims: "many" }) }));
  await expect(open()).rejects.toThrow("dims: Invalid type");
});

test("a manifest cannot name a file outside its folder", async () => {
  serve(folder({ "s/dataset.json": JSON.stringify({ ...manifest, files: { vectors: "../../x.npy" } }) }));
  await expect(open()).rejects.toThrow("files.vectors");
});

test("scales for other dims are refused", async () => {
  serve(folder({ "s/scale.npy": npyBytes("<f4", false, [3], new Uint8Array(12)) }));
  await expect(open().then(drain)).rejects.toThrow("it needs 4 <f4, and the file holds 3 <f4");
});

test("a table of other rows is told with both counts", async () => {
  const other = parquetWriteBuffer({ columnData: [{ name: "title", data: ["cat"], type: "STRING" }] });
  serve(folder({ "s/points.parquet": other }));
  const source = await open();
  await expect(source.points()).rejects.toThrow("has 1 rows, and there are 3 vectors");
});

test("a column of many numbers is read as numbers, one of few as the names of groups", async () => {
  const rows = 20;
  const of = (make: (row: number) => unknown) => Array.from({ length: rows }, (_, row) => make(row));
  const columnData = [
    { name: "title", data: of((row) => `t${row}`), type: "STRING" as const },
    { name: "age", data: of((row) => (row === 3 ? null : row / 2)), type: "DOUBLE" as const, nullable: true },
    { name: "cluster", data: of((row) => row % 4), type: "INT32" as const },
    { name: "born", data: of((row) => BigInt(1900 + row)), type: "INT64" as const },
  ];
  const { columns } = await readPoints(parquetWriteBuffer({ columnData }), rows, "here");
  const [age, cluster, born] = columns;
  expect(age).toMatchObject({ kind: "number", name: "age" });
  expect(age.kind === "number" && [...age.values.slice(2, 5)]).toEqual([1, Number.NaN, 2]);
  expect(cluster).toMatchObject({ kind: "category", labels: ["0", "1", "2", "3"], counts: [5, 5, 5, 5] });
  expect(born.kind === "number" && born.values[19]).toBe(1919);
});
