import initSqlJs from "sql.js";
import { expect, test } from "vitest";
import { bytesFile } from "../byte-file";
import { readTable } from "../testing/read-table";
import { sqlite } from "./sqlite";

const blob = (...values: number[]) => new Uint8Array(Float32Array.from(values).buffer);

/** A database made by these statements, with a table of vectors of three numbers each. */
async function database(vectors: unknown[], ...statements: string[]): Promise<Uint8Array<ArrayBuffer>> {
  const { Database } = await initSqlJs();
  const base = new Database();
  base.run('CREATE TABLE "my points" (title TEXT, "the vector" BLOB)');
  for (const [i, vector] of vectors.entries()) {
    base.run('INSERT INTO "my points" VALUES (?, ?)', [`<b>${i}</b>`, vector as Uint8Array]);
  }
  for (const statement of statements) base.run(statement);
  const bytes = base.export() as Uint8Array<ArrayBuffer>;
  base.close();
  return bytes;
}
const open = (bytes: Uint8Array<ArrayBuffer>) => sqlite.open(bytesFile(bytes, "a.db"), {});

test("tables and views are found, the one with the most vectors first", async () => {
  const bytes = await database(
    [blob(1, 2, 3), blob(4, 5, 6)],
    'CREATE VIEW later AS SELECT * FROM "my points" WHERE rowid > 1',
    "CREATE TABLE empty (a)",
  );
  const tables = await open(bytes);
  expect(tables.map(({ name, rows }) => [name, rows])).toEqual([
    ["my points in a.db", 2],
    ["later in a.db", null],
  ]);
  expect((await readTable(tables[0])).columns).toEqual({ title: ["<b>0</b>", "<b>1</b>"] });
  expect((await readTable(tables[1])).values).toEqual([4, 5, 6]);
});

test("vectors are known as singles, doubles, int8 by a declared type, and lists", async () => {
  const doubles = new Uint8Array(Float64Array.of(0.1, 0.2, 0.3).buffer);
  const [a] = await open(await database([doubles]));
  expect(a.columns[1]).toMatchObject({ kind: "vector", type: "BLOB, f8", vector: { dims: 3 } });
  const [b] = await open(await database(["[1, 2.5, -3]", "[4, 5, 6]"]));
  expect((await readTable(b)).values).toEqual([1, 2.5, -3, 4, 5, 6]);
  const bytes = await database([], "CREATE TABLE q (v int8[4])", "INSERT INTO q VALUES (x'0001ff80')");
  expect((await readTable((await open(bytes))[0])).values).toEqual([0, 1, -1, -128]);
});

test("a row whose vector is missing or of another length is left out, and the rest is read", async () => {
  const [table] = await open(await database([blob(1, 2, 3), null, blob(4, 5), blob(7, 8, 9)]));
  const read = await readTable(table);
  expect(read.rows).toEqual([0, 3]);
  expect(read.skipped.map(({ row, why }) => [row, why])).toEqual([
    [1, "has no vector"],
    [2, "holds no vector of 3 numbers"],
  ]);
});

test("a database in the mode of a write-ahead log is read without one", async () => {
  const bytes = await database([blob(1, 2, 3)]);
  bytes[18] = bytes[19] = 2;
  expect((await readTable((await open(bytes))[0])).values).toEqual([1, 2, 3]);
});

test("a database that is too large to be held is refused in a sentence, before it is read", async () => {
  const file = { ...bytesFile("SQLite", "a.db"), size: 5e9 };
  await expect(sqlite.open(file, {})).rejects.toThrow("The database a.db has 5,000,000,000 bytes");
});

test("one that was cut short, or has no table with rows, is refused in a sentence", async () => {
  const vectors = Array.from({ length: 5000 }, (_, i) => blob(i, i, i));
  const bytes = await database(vectors);
  await expect(open(bytes.slice(0, bytes.length / 2)).then(([table]) => readTable(table))).rejects.toThrow(/a\.db/);
  await expect(open(await database([]))).rejects.toThrow("holds no table with a row in it");
});
