import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromHalf, readDatasetFolder } from "../../src/sources";
import { diskByteFile } from "../../src/sources/disk-file";
import { inspectTables } from "../../src/sources/inspect";
import { memoryTable } from "../../src/sources/memory-table";
import { diskFolder } from "../../src/sources/node";
import { npyHeader } from "../../src/sources/npy-header";
import { openTables } from "../../src/sources/open-tables";
import { sampleRows } from "../../src/sources/staging/sample";
import { stage } from "../../src/sources/staging/stage";
import { pack } from "../pack";
import { choose } from "./choose";
import { packTable } from "./from-table";

const ROWS = 500;
const DIMS = 96;
const SAMPLES = "tests/samples";
/** The matrix that every sample holds: rows × dims. */
const matrix = new Float32Array(readFileSync(join(SAMPLES, "matrix.npy")).buffer.slice(-ROWS * DIMS * 4));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "matryoscope-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
async function packed(...args: string[]) {
  const out = join(folder, String(count++));
  const report = await pack([...args, "--out", out]);
  const source = await readDatasetFolder(diskFolder(out));
  const { rows, dims } = source.manifest;
  const columns: Float32Array[] = [];
  for await (const { values, scales } of source.blocks(() => {})) {
    for (let j = 0; j * rows < values.length; j++) {
      const scale = scales?.[j] ?? 1;
      const column = values.subarray(j * rows, (j + 1) * rows);
      columns.push(
        Float32Array.from(column, (value) => (values instanceof Uint16Array ? fromHalf(value) : value * scale)),
      );
    }
  }
  expect(columns).toHaveLength(dims);
  return { out, report, source, rows, columns };
}

/** The largest difference of a column from the matrix, of some of its rows. */
function apart(column: Float32Array, j: number, rows = Array.from(column.keys())): number {
  return column.reduce((most, value, r) => Math.max(most, Math.abs(value - matrix[rows[r] * DIMS + j])), 0);
}

const files = ["matrix.npy", "npy-f4-fortran.npy", "npy-f2.npy", "columns.csv", "lines.jsonl"];

describe.each(files)("%s", (name) => {
  test.each(["f4", "f2"])("packs to %s without a loss", async (dtype) => {
    const { columns, rows } = await packed(join(SAMPLES, name), "--dtype", dtype);
    expect(rows).toBe(ROWS);
    columns.forEach((column, j) => {
      expect(apart(column, j)).toBe(0);
    });
  });

  test("packs to i1 within half a step", async () => {
    const { columns } = await packed(join(SAMPLES, name), "--dtype", "i1");
    columns.forEach((column, j) => {
      const largest = column.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      expect(apart(column, j)).toBeLessThanOrEqual((largest / 127 / 2) * (1 + 1e-5));
    });
  });
});

/** The rows that the page takes of a file. */
async function drawnByPage(path: string, rows: number, seed: number) {
  const tables = await openTables([diskByteFile(path)]);
  const { plan } = await inspectTables(tables, basename(path), false);
  const source = await stage(tables[plan.table], { ...plan, rows, seed });
  const points = await source.points();
  for await (const { values } of source.blocks(() => {})) return { first: values.slice(0, rows), points, source };
  throw new Error("no blocks");
}

test.each(["matrix.npy", "columns.csv", "lines.jsonl"])(
  "the same seed draws of %s what the page draws",
  async (name) => {
    const path = join(SAMPLES, name);
    const page = await drawnByPage(path, 40, 9);
    const { columns, source, report } = await packed(path, "--rows", "40", "--seed", "9");
    expect(source.manifest).toMatchObject({ rows: 40, ofRows: ROWS });
    expect(source.manifest.ofRows).toBe(page.source.manifest.ofRows);
    expect(columns[0]).toEqual(page.first);
    if (name !== "matrix.npy") expect((await source.points())?.titles).toEqual(page.points?.titles);
    expect(report.lines).toContain("40 of 500 rows");
    const other = await packed(path, "--rows", "40", "--seed", "10");
    expect(other.columns[0]).not.toEqual(columns[0]);
  },
);

test("of a remote table that lies in groups of rows, the groups are drawn that the page draws", async () => {
  const table = {
    ...memoryTable({
      format: "memory",
      name: "groups",
      rows: ROWS,
      vectors: { name: "vector", dims: DIMS, values: matrix },
      columns: [],
    }),
    groups: Float64Array.from({ length: 50 }, (_, group) => group * 10),
  };
  const { plan } = await inspectTables([table], "groups", true);
  const page = await stage(table, { ...plan, rows: 20, seed: 5 });
  const out = join(folder, "groups");
  mkdirSync(out);
  await packTable(choose([table], {}), { out, dtype: "f4", rows: 20, seed: 5, draw: "groups" });
  const bytes = readFileSync(join(out, "vectors.npy"));
  const first = new Float32Array(bytes.buffer.slice(bytes.byteOffset + bytes.length - 20 * DIMS * 4).slice(0, 80));
  for await (const { values } of page.blocks(() => {})) {
    expect(first).toEqual(values.slice(0, 20));
    break;
  }
});

test("titles, texts and further columns go with their vectors", async () => {
  const { source } = await packed(join(SAMPLES, "columns.csv"));
  const points = await source.points();
  expect(points?.titles[499]).toBe("point 499");
  expect(points?.texts[3]).toBe("the text of point 3");
  expect(points?.columns.map(({ name, kind }) => `${name}: ${kind}`)).toEqual(["category: category", "score: number"]);
});

test("texts are titles where there are none, and addresses of pictures are kept", async () => {
  const path = join(folder, "pictures.csv");
  const row = (i: number) =>
    `a text ${i},https://example.org/${i}.png,"[${matrix.subarray(i * DIMS, (i + 1) * DIMS)}]"`;
  writeFileSync(path, ["text,picture,vector", ...Array.from({ length: 20 }, (_, i) => row(i))].join("\n"));
  const points = await (await packed(path)).source.points();
  const page = await drawnByPage(path, 20, 1);
  expect(points?.titles[4]).toBe("a text 4");
  expect(points?.images?.[4]).toBe("https://example.org/4.png");
  expect(points).toEqual(page.points);
});

test("pictures that lie in the file as bytes are left out, and counted", async () => {
  const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
  const table = memoryTable({
    format: "memory",
    name: "pictures",
    rows: 3,
    vectors: { name: "vector", dims: 4, values: Float32Array.from({ length: 12 }, (_, i) => i) },
    columns: [{ name: "image", kind: "image", values: [picture, null, picture] }],
  });
  const out = join(folder, "pictures");
  mkdirSync(out);
  const { notes } = await packTable(choose([table], {}), { out, dtype: "f4", rows: null, seed: 1, draw: "rows" });
  expect(notes).toEqual(["2 pictures were left out: a folder holds addresses of them alone."]);
});

test("a row that is not of numbers alone is left out and listed", async () => {
  const values = matrix.slice();
  values[7 * DIMS + 2] = Number.NaN;
  values[499 * DIMS] = Number.POSITIVE_INFINITY;
  const npy = join(folder, "bad.npy");
  writeFileSync(npy, Buffer.concat([npyHeader("<f4", false, [ROWS, DIMS]), new Uint8Array(values.buffer)]));
  const left = Array.from({ length: ROWS }, (_, row) => row).filter((row) => row !== 7);

  const first = await packed(npy);
  expect(first.report.json).toMatchObject({ rows: 498, skipped: 2 });
  expect(first.source.manifest).toMatchObject({ rows: 498, ofRows: 500 });
  first.columns.forEach((column, j) => {
    expect(apart(column, j, left)).toBe(0);
  });
  expect(readFileSync(join(first.out, "skipped.csv"), "utf8")).toBe(
    "row,place,why\r\n8,,has a value in dimension 3 that is not a finite number\r\n" +
      "500,,has a value in dimension 1 that is not a finite number\r\n",
  );
  expect(existsSync(join((await packed(join(SAMPLES, "matrix.npy"))).out, "skipped.csv"))).toBe(false);
});

test("where only reading to the end tells how many rows there are, the draw is the page's too, and bad rows are listed once", async () => {
  const lines = readFileSync(join(SAMPLES, "lines.jsonl"), "utf8").trim().split("\n");
  // Files of less than 4 MB are counted when they are opened.
  const long = lines.map((line, row) => (row === 7 ? '{"embedding":[1]}' : `${line}${" ".repeat(9000)}`));
  const path = join(folder, "long.jsonl");
  writeFileSync(path, long.join("\n"));
  expect((await openTables([diskByteFile(path)]))[0].rows).toBeNull();
  const page = await drawnByPage(path, 60, 3);
  const { columns, report, source, out } = await packed(path, "--rows", "60", "--seed", "3");
  expect(report.json).toMatchObject({ rows: 60, skipped: 1 });
  expect(source.manifest.ofRows).toBe(page.source.manifest.ofRows);
  expect(columns[0]).toEqual(page.first);
  expect((await source.points())?.titles).toEqual(page.points?.titles);
  expect(readFileSync(join(out, "skipped.csv"), "utf8").trim().split("\r\n").slice(1)).toEqual([
    expect.stringMatching(/^8,/),
  ]);
  const all = await packed(path);
  expect(all.report.json).toMatchObject({ rows: 499, skipped: 1 });
  expect(all.source.manifest).toMatchObject({ rows: 499, ofRows: 500 });
});

test("titles that come in a file of their own go with their vectors", async () => {
  const titles = join(folder, "titles.csv");
  writeFileSync(titles, ["title,score", ...Array.from({ length: ROWS }, (_, i) => `row ${i},${i / 4}`)].join("\n"));
  const { columns, source, report } = await packed(join(SAMPLES, "matrix.npy"), titles, "--rows", "30");
  const rows = Array.from(sampleRows(ROWS, 30, 1));
  columns.forEach((column, j) => {
    expect(apart(column, j, rows)).toBe(0);
  });
  expect((await source.points())?.titles).toEqual(rows.map((row) => `row ${row}`));
  expect(report.notes).toEqual(["500 rows of titles.csv were matched row by row."]);
});

test("of several tables it is said which was taken, and another is taken when it is named", async () => {
  const both = ["matrix-i1.npy", "matrix.npy"].map((name) => join(SAMPLES, name));
  const first = await packed(...both);
  expect(first.report.notes).toEqual(['Of 2 tables "matrix-i1.npy" was taken; --table takes another: "matrix.npy".']);
  expect(apart(first.columns[0], 0)).toBeGreaterThan(1);
  const named = await packed(...both, "--table", "matrix.npy");
  expect(named.report.notes).toEqual([]);
  expect(apart(named.columns[0], 0)).toBe(0);
});

describe("an address", () => {
  let server: Server;
  let asked = 0;
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked++;
      const path = join(SAMPLES, basename(request.url ?? ""));
      if (!existsSync(path)) return void response.writeHead(404).end();
      const bytes = readFileSync(path);
      response.writeHead(200, { "Content-Length": bytes.length }).end(bytes);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => void server.close());
  const at = (name: string) => `http://127.0.0.1:${(server.address() as { port: number }).port}/${name}`;

  test("of a file is packed as the file is", async () => {
    const { columns, source } = await packed(at("lines.jsonl"));
    columns.forEach((column, j) => {
      expect(apart(column, j)).toBe(0);
    });
    expect((await source.points())?.titles[12]).toBe("point 12");
    expect(asked).toBeGreaterThan(0);
  });

  test("of nothing is told in a sentence", async () => {
    await expect(packed(at("nothing.npy"))).rejects.toThrow(/nothing\.npy/);
  });
});
