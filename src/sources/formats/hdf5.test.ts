import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type ByteFile, bytesFile } from "../byte-file";
import { SourceError } from "../problem";
import { readTable } from "../testing/read-table";
import { hdf5 } from "./hdf5";

const sample = (name: string) => new Uint8Array(readFileSync(`tests/samples/${name}`));

/** A file with data sets of so many axes each: 0, 1, 2 … */
async function written(sets: Record<string, { data: Float32Array; shape: number[]; chunks?: number[] }>) {
  const h5 = await import("h5wasm");
  const { FS } = await h5.ready;
  const file = new h5.File("/written.h5", "w");
  for (const [name, { data, shape, chunks }] of Object.entries(sets)) {
    const packing = chunks ? { chunks, compression: 6 } : {};
    file.create_dataset({ name, data, shape, ...packing });
  }
  file.close();
  return (FS as unknown as { readFile(path: string): Uint8Array<ArrayBuffer> }).readFile("/written.h5");
}
const rising = (length: number) => Float32Array.from({ length }, (_, i) => i);

/** Counts the bytes that are read. */
function counted(bytes: Uint8Array<ArrayBuffer>): ByteFile & { read: number } {
  const file = bytesFile(bytes, "a.h5");
  const slice = async (from: number, to: number) => {
    const found = await file.slice(from, to);
    counting.read += found.length;
    return found;
  };
  const counting = { ...file, slice, read: 0 };
  return counting;
}

test("as ann-benchmarks lays it out, train and test are two tables, each with what has as many rows", async () => {
  const tables = await hdf5.open(bytesFile(sample("hdf5-ann-i1.hdf5"), "ann.hdf5"), {});
  const found = tables.map(({ name, rows, columns }) => [name, rows, columns.map((column) => column.name)]);
  expect(found).toEqual([
    ["train in ann.hdf5", 500, ["category", "score", "text", "title", "train"]],
    ["distances, neighbors, test in ann.hdf5", 20, ["distances", "neighbors", "test"]],
  ]);
});

test("names of nested data sets have dots", async () => {
  const [table] = await hdf5.open(bytesFile(sample("hdf5-chunks-f2.h5"), "a.h5"), {});
  expect(table.columns.map(({ name, type }) => [name, type])).toContainEqual(["data.v1.0.embeddings", "f2"]);
});

test("some rows of a large file are read by slices, and no more than what lies about them", async () => {
  const [rows, dims] = [40_000, 64];
  const file = counted(await written({ x: { data: rising(rows * dims), shape: [rows, dims] } }));
  const [table] = await hdf5.open(file, {});
  const { values } = await readTable(table, { rows: [7, 20_000, 39_999] });
  expect(values.filter((_, i) => i % dims === 0)).toEqual([7 * dims, 20_000 * dims, 39_999 * dims]);
  expect(file.size).toBeGreaterThan(10e6);
  expect(file.read).toBeLessThan(2e6);
});

test("chunks that cut through rows are put together again, each read once", async () => {
  const [rows, dims] = [3000, 10];
  const file = counted(await written({ x: { data: rising(rows * dims), shape: [rows, dims], chunks: [700, 3] } }));
  const [table] = await hdf5.open(file, {});
  expect((await readTable(table)).values).toEqual([...rising(rows * dims)]);
  expect(file.read).toBeLessThanOrEqual(file.size);
});

test("what makes no column is left out and told of", async () => {
  const bytes = await written({
    cube: { data: rising(24), shape: [2, 3, 4] },
    one: { data: rising(12), shape: [1, 3, 4] },
  });
  const [table] = await hdf5.open(bytesFile(bytes, "a.h5"), {});
  expect(table.notes).toEqual(["cube is left out: it has the shape (2, 3, 4)."]);
  expect((await readTable(table, { rows: [1, 2] })).values).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
});

test("a heap of texts that would be read for ever is refused in a sentence", async () => {
  const bytes = sample("hdf5-ann-i1.hdf5");
  const heap = Buffer.from(bytes.buffer).indexOf("GCOL");
  bytes.fill(0, heap + 200, heap + 600);
  const [table] = await hdf5.open(bytesFile(bytes, "ann.hdf5"), {});
  await expect(readTable(table)).rejects.toThrow(/the rows 1 to 500 of title cannot be read: they are damaged/);
  expect((await readTable(table, { columns: ["category"] })).values.length).toBe(500 * 96);
});

test("a file that was cut short is refused in a sentence", async () => {
  const bytes = sample("hdf5-chunks-f2.h5");
  for (const share of [0.001, 0.5, 0.99]) {
    const cut = bytes.slice(0, Math.floor(bytes.length * share));
    await expect(hdf5.open(bytesFile(cut, "a.h5"), {})).rejects.toBeInstanceOf(SourceError);
  }
});
