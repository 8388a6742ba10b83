import fc from "fast-check";
import { expect, test } from "vitest";
import { said } from "../i18n/said";
import { concatTables } from "./concat-tables";
import { memoryTable } from "./memory-table";
import type { Batch, ReadRequest, Table } from "./table";

/** A table whose rows hold their own numbers, counted on from `first`; `asked` keeps what it was asked for. */
function part(name: string, rows: number, first: number, more: Partial<Table> = {}): Table & { asked: ReadRequest[] } {
  const asked: ReadRequest[] = [];
  const table = memoryTable({
    format: "Parquet",
    name,
    rows,
    vectors: { name: "v", dims: 1, values: Float32Array.from({ length: rows }, (_, row) => first + row) },
    columns: [{ name: "title", kind: "text", values: Array.from({ length: rows }, (_, row) => `t${first + row}`) }],
  });
  const batches = (request: ReadRequest) => {
    asked.push(request);
    return table.batches(request);
  };
  return { ...table, batches, asked, ...more };
}

async function read(table: Table, rows: number[] | null = null): Promise<Batch[]> {
  const batches: Batch[] = [];
  const wanted = rows && Float64Array.from(rows);
  for await (const batch of table.batches({ vector: "v", columns: ["title"], rows: wanted })) batches.push(batch);
  return batches;
}

const rowsOf = (batches: Batch[]) => batches.flatMap(({ rows }) => [...rows]);
const valuesOf = (batches: Batch[]) => batches.flatMap(({ vectors }) => [...(vectors as Float32Array)]);

test("whatever rows are wanted, of however many tables, counted or not, are those of the whole", async () => {
  const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(counts, fc.infiniteStream(fc.boolean()), fc.boolean(), async (sizes, flags, everything) => {
      let first = 0;
      const parts = sizes.map((size, index) => {
        const table = part(`p${index}`, size, first, flags.next().value ? { rows: null, about: size + 3 } : {});
        first += size;
        return table;
      });
      const all = Array.from({ length: first }, (_, row) => row);
      const wanted = everything ? null : all.filter(() => flags.next().value);
      const batches = await read(concatTables(parts, "whole"), wanted);
      expect(rowsOf(batches)).toEqual(wanted ?? all);
      expect(valuesOf(batches)).toEqual(wanted ?? all);
      expect(batches.flatMap(({ columns }) => columns.title)).toEqual((wanted ?? all).map((row) => `t${row}`));
    }),
    { seed: 5, numRuns: 80 },
  );
});

test("tables of which no row is wanted are not read at all", async () => {
  const parts = [part("a", 10, 0), part("b", 10, 10), part("c", 10, 20)];
  await read(concatTables(parts, "whole"), [11, 12]);
  expect(parts.map(({ asked }) => asked.map(({ rows }) => [...(rows ?? [])]))).toEqual([[], [[1, 2]], []]);
});

test("an uncounted table is counted only where rows beyond it are wanted", async () => {
  const open = () => [part("a", 10, 0, { rows: null, about: 12 }), part("b", 10, 10, { rows: null })];
  const first = open();
  await read(concatTables(first, "whole"), [0, 1, 9]);
  expect(first.map(({ asked }) => asked.length)).toEqual([1, 0]);
  const both = open();
  expect(rowsOf(await read(concatTables(both, "whole"), [0, 15]))).toEqual([0, 15]);
  expect(both.map(({ asked }) => asked.length)).toEqual([2, 1]);
});

test("rows add up, groups are moved along, and the share rises to 1", async () => {
  const parts = [
    part("a", 2000, 0, { groups: Float64Array.of(0, 1200) }),
    part("b", 10, 2000),
    part("c", 1500, 2010, { groups: Float64Array.of(0, 700) }),
  ];
  const table = concatTables(parts, "whole");
  expect(table.rows).toBe(3510);
  expect([...(table.groups ?? [])]).toEqual([0, 1200, 2000, 2010, 2710]);
  const shares = (await read(table)).map(({ share }) => share);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});

test("rows that could not be read say in which file they are", async () => {
  const b = memoryTable({
    format: "JSON",
    name: "b.jsonl",
    rows: 2,
    vectors: { name: "v", dims: 1, values: Float32Array.of(7) },
    columns: [{ name: "title", kind: "text", values: ["x", "y"] }],
    missing: [{ row: 0, place: "line 1", why: said("has no vector") }],
  });
  const batches = await read(concatTables([part("a", 5, 0), b], "whole"));
  expect(batches.flatMap(({ skipped }) => skipped)).toEqual([
    { row: 5, place: "b.jsonl, line 1", why: "has no vector" },
  ]);
});

test("an array without a name, which bears that of its file, is the same column in all", async () => {
  const open = (name: string, first: number) => {
    const vectors = { name, dims: 1, values: Float32Array.of(first, first + 1) };
    return memoryTable({
      format: "NumPy",
      name,
      rows: 2,
      vectors,
      columns: [{ name: "n", kind: "number", values: [1, 2] }],
    });
  };
  const table = concatTables([open("a.npy", 0), open("b.npy", 2)], "whole");
  expect(table.columns.map(({ name }) => name)).toEqual(["a.npy", "n"]);
  const values: number[] = [];
  for await (const batch of table.batches({ vector: "a.npy", columns: ["n"], rows: null })) {
    values.push(...(batch.vectors as Float32Array));
  }
  expect(values).toEqual([0, 1, 2, 3]);
});

test("vectors of other dims are told with both files and both dims", () => {
  const columns: Table["columns"] = [{ name: "v", kind: "vector", type: "f4", vector: { dims: 2, values: "f4" } }];
  expect(() => concatTables([part("a", 5, 0), part("b", 5, 0, { columns })], "whole")).toThrow(
    "“v” is 1 dims of f4 in a and 2 dims of f4 in b",
  );
  expect(() => concatTables([part("a", 5, 0), part("b", 5, 0, { columns: [] })], "whole")).toThrow("and missing in b");
});

test("columns that differ are left out, with a note", () => {
  const [a] = [part("a", 5, 0)];
  const columns: Table["columns"] = [
    a.columns[0],
    { name: "title", kind: "number", type: "int64" },
    { name: "year", kind: "number", type: "int64" },
  ];
  const table = concatTables([a, part("b", 5, 5, { columns, notes: [said("It was odd.")] })], "whole");
  expect(table.columns.map(({ name }) => name)).toEqual(["v"]);
  expect(table.notes).toEqual([
    "The column “title” is left out: it is text (text) in a and number (int64) in b.",
    "The column “year” is left out: it is not in a.",
    "b: It was odd.",
  ]);
});
