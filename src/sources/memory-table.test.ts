import { expect, test } from "vitest";
import { said } from "../i18n/said";
import { memoryTable } from "./memory-table";
import type { Batch, ReadRequest, Table } from "./table";

const ROWS = 2500;
const DIMS = 300;
const missing = [
  { row: 3, why: said("is empty") },
  { row: 1200, why: said("is too long") },
];
const present = Array.from({ length: ROWS }, (_, row) => row).filter((row) => row !== 3 && row !== 1200);

const vector = (row: number) => Array.from({ length: DIMS }, (_, dim) => row + dim);

function table(): Table {
  return memoryTable({
    format: "Embedded texts",
    name: "texts",
    rows: ROWS,
    vectors: { name: "embedding", dims: DIMS, values: Float32Array.from(present.flatMap(vector)) },
    columns: [{ name: "text", kind: "text", values: Array.from({ length: ROWS }, (_, row) => `text ${row}`) }],
    missing,
  });
}

async function read(request: Partial<ReadRequest> = {}): Promise<Batch[]> {
  const batches: Batch[] = [];
  const all = { vector: "embedding", columns: ["text"], rows: null, ...request };
  for await (const batch of table().batches(all)) batches.push(batch);
  return batches;
}

/** The first number of each vector, which is that of its row. */
function firstOf(batches: Batch[]): number[] {
  return batches.flatMap(({ rows, vectors }) => [...rows].map((_, index) => (vectors as Float32Array)[index * DIMS]));
}

test("all rows come in order, in batches, with those that have no vector beside them", async () => {
  const batches = await read();
  expect(batches.length).toBe(3);
  expect(batches.flatMap(({ rows }) => [...rows])).toEqual(present);
  expect(firstOf(batches)).toEqual(present);
  expect(batches.flatMap(({ columns }) => columns.text)).toEqual(present.map((row) => `text ${row}`));
  expect(batches.flatMap(({ skipped }) => skipped)).toEqual(missing);
  expect(batches.at(-1)?.share).toBe(1);
});

test("the rows that are wanted are those that come", async () => {
  const [batch] = await read({ rows: Float64Array.of(0, 3, 4, 1200, 2499) });
  expect([...batch.rows]).toEqual([0, 4, 2499]);
  expect(batch.vectors).toEqual(Float32Array.from([0, 4, 2499].flatMap(vector)));
  expect(batch.columns.text).toEqual(["text 0", "text 4", "text 2499"]);
  expect(batch.skipped).toEqual(missing);
});

test("without the vector no row is missing", async () => {
  const batches = await read({ vector: null });
  expect(batches.flatMap(({ columns }) => columns.text).length).toBe(ROWS);
  expect(batches.every(({ vectors, skipped }) => vectors === null && skipped.length === 0)).toBe(true);
});

test("a reading that is cancelled stops at the next batch", async () => {
  const stop = new AbortController();
  const batches = table().batches({ vector: "embedding", columns: [], rows: null, signal: stop.signal });
  await batches.next();
  stop.abort(new Error("stopped"));
  await expect(batches.next()).rejects.toThrow("stopped");
});
