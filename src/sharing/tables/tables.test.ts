import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { unzipSync } from "fflate";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Frame, Manifest, PointTable } from "../../state";
import { folderFile } from "./folder-file";
import { framesFile } from "./frames-file";
import { neighboursTable } from "./neighbours-table";
import { inTurns } from "./pieces";
import { pointsTable } from "./points-table";
import { profileTable } from "./profile-table";
import { recallTable } from "./recall-table";
import { scoresTable } from "./scores-table";
import type { ExportTable } from "./table";
import { type CsvOptions, writeCsv } from "./write-csv";
import { writeJson } from "./write-json";
import { writeNumber } from "./write-number";
import { writeParquet } from "./write-parquet";

const TITLES = [
  "<img src=x onerror=alert(1)>",
  "=cmd|' /C calc'!A0",
  'a "quoted", title',
  "two\r\nlines",
  "维基百科 · שלום \u202e",
  "",
  "'apostrophe",
  "-5",
];
// More than a piece of them.
const ROWS = 5000;
const points: PointTable = {
  rows: ROWS,
  titles: Array.from({ length: ROWS }, (_, row) => TITLES[row % TITLES.length]),
  texts: Array.from({ length: ROWS }, (_, row) => `text, ${row}`),
  columns: [
    {
      kind: "category",
      name: "category",
      labels: ["a", "b"],
      counts: [2500, 2500],
      codes: Uint16Array.from({ length: ROWS }, (_, i) => i % 2),
    },
    {
      kind: "number",
      name: "Title",
      values: Float32Array.from({ length: ROWS }, (_, i) => (i % 10 === 0 ? Number.NaN : i / 10)),
    },
    { kind: "text", name: "=note", values: Array.from({ length: ROWS }, (_, row) => `n${row}`) },
  ],
};
const all = Int32Array.from({ length: ROWS }, (_, row) => row);
const frameOf = (k: number): Frame => ({
  k,
  mode: "raw",
  axes: "aligned",
  scores: Float32Array.from({ length: ROWS * 3 }, (_, i) => Math.sin(i * k) * 10 ** ((i % 7) - 3)),
  components: Float32Array.from({ length: 3 * k }, (_, i) => Math.cos(i * k)),
  explainedVariance: [k, 2, 1],
  explainedVarianceRatio: [0.5, 0.2, 1 / 3],
  rms: 1,
  converged: true,
});

const doing = () => ({ signal: new AbortController().signal, progress: () => {} });
const PLAIN: CsvOptions = { mark: false, guard: false };

let folder: string;
let query: (sql: string) => Promise<Record<string, unknown>[]>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "matryoscope-"));
  const connection = await (await DuckDBInstance.create()).connect();
  query = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS() as Record<string, unknown>[];
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A table in each format, as DuckDB reads it. */
async function readBack(table: ExportTable): Promise<Record<string, Record<string, unknown>[]>> {
  const written = {
    csv: await writeCsv(table, PLAIN, doing()),
    json: await writeJson(table, doing()),
    parquet: await writeParquet(table, doing()),
  };
  const read: Record<string, Record<string, unknown>[]> = {};
  for (const [format, blob] of Object.entries(written)) {
    const path = join(folder, `table.${format}`);
    writeFileSync(path, new Uint8Array(await blob.arrayBuffer()));
    const how = {
      csv: `read_csv('${path}', header=true, quote='"', escape='"', null_padding=false, sample_size=-1)`,
      json: `read_json('${path}', format='array')`,
      parquet: `read_parquet('${path}')`,
    }[format];
    read[format] = await query(`SELECT * FROM ${how}`);
  }
  return read;
}

/** What a table holds, row by row. */
async function rowsOf(table: ExportTable): Promise<(string | number | null)[][]> {
  const rows: (string | number | null)[][] = [];
  for await (const piece of table.pieces(doing().signal)) {
    for (let row = 0; row < piece.rows; row++) rows.push(piece.columns.map((cells) => cells[row]));
  }
  return rows;
}

const prefixes = (dims: number) => ({
  meanSquare: Float64Array.from({ length: dims }, (_, j) => (j + 1) / dims),
  variance: Float64Array.from({ length: dims }, (_, j) => ((j + 1) / dims) ** 2),
  effectiveRank: Float64Array.from({ length: dims }, (_, j) => j + 0.5),
});
const estimate = (mean: number) => ({ mean, low: mean - 0.01, high: mean + 0.01 });
const nothing = { mean: Number.NaN, low: Number.NaN, high: Number.NaN };

const tables: Record<string, ExportTable> = {
  scores: scoresTable(points, all, frameOf(64)),
  points: pointsTable(points, all),
  neighbours: neighboursTable(
    points,
    all.subarray(0, 300),
    { prefixes: [4, 64], count: 3 },
    async ({ rows, count }) => ({
      ids: Int32Array.from({ length: rows.length * 2 * count }, (_, i) => (i % 17 === 2 ? -1 : (i * 7) % ROWS)),
      cosines: Float32Array.from({ length: rows.length * 2 * count }, (_, i) => Math.cos(i)),
    }),
  ),
  recall: recallTable({
    queries: 1000,
    prefixes: [4, 64].map((prefix) => ({
      prefix,
      recall: [estimate(0.1), estimate(prefix / 100), nothing],
      accuracy: estimate(0.5),
    })),
  }),
  profile: profileTable(
    Float32Array.from({ length: 3000 }, (_, j) => 1 / (j + 1)),
    prefixes(3000),
  ),
};

describe.each(Object.keys(tables))("%s", (name) => {
  test("comes back from CSV, JSON and Parquet as DuckDB reads them: text as it is, numbers to 1e-6", async () => {
    const table = tables[name];
    const wanted = await rowsOf(table);
    const names = table.columns.map((column) => column.name);
    expect(wanted.length).toBeGreaterThan(1);
    for (const [format, rows] of Object.entries(await readBack(table))) {
      expect(rows.length, format).toBe(wanted.length);
      expect(Object.keys(rows[0]), format).toEqual(names);
      const wrong = wanted.findIndex((row, i) => row.some((value, j) => !isSame(value, rows[i][names[j]], format)));
      expect(wrong < 0 ? null : [format, wanted[wrong], rows[wrong]]).toBeNull();
    }
  });
});

function isSame(wanted: string | number | null, read: unknown, format: string): boolean {
  if (typeof wanted === "number" && Number.isFinite(wanted)) {
    return Math.abs(Number(read) - wanted) <= 1e-6 * Math.max(1e-6, Math.abs(wanted));
  }
  // CSV does not tell empty text from none.
  if (wanted === null || typeof wanted === "number" || (wanted === "" && format === "csv"))
    return read === null || read === "";
  return read === wanted;
}

test("numbers are numbers in JSON, and what is none is null", async () => {
  const rows = JSON.parse(await (await writeJson(tables.points, doing())).text());
  expect(rows).toHaveLength(ROWS);
  expect(rows[0]).toEqual({
    id: 0,
    title: TITLES[0],
    text: "text, 0",
    category: "a",
    "Title (column)": null,
    "=note": "n0",
  });
  expect(rows[1]["Title (column)"]).toBe(0.1);
  expect(await (await writeJson(pointsTable(points, new Int32Array()), doing())).text()).toBe("[]\n");
});

test("CSV is what RFC 4180 says, with the mark of UTF-8 where it is wanted", async () => {
  const bytes = async (options: CsvOptions) =>
    new Uint8Array(await (await writeCsv(pointsTable(points, Int32Array.of(2, 3, 4)), options, doing())).arrayBuffer());
  const plain = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await bytes(PLAIN));
  expect(plain).toBe(
    'id,title,text,category,Title (column),=note\r\n2,"a ""quoted"", title","text, 2",a,0.2,n2\r\n' +
      '3,"two\r\nlines","text, 3",b,0.3,n3\r\n4,维基百科 · שלום \u202e,"text, 4",a,0.4,n4\r\n',
  );
  expect([...(await bytes({ mark: true, guard: false })).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect((await bytes(PLAIN))[0]).toBe("i".charCodeAt(0));
});

test("guarded, no cell and no head is a formula to a spreadsheet; numbers below zero are left alone", async () => {
  const read = async (table: ExportTable) => {
    const text = await (await writeCsv(table, { mark: false, guard: true }, doing())).text();
    return Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  };
  const cells = (await read(tables.points)).flat();
  expect(
    cells.filter((cell) => /^[=+@\t\r]/.test(cell) || (cell.startsWith("-") && Number.isNaN(Number(cell)))),
  ).toEqual([]);
  expect(cells).toContain("'=cmd|' /C calc'!A0");
  expect(cells).toContain("'-5");
  expect(cells).toContain("'=note");
  const scores = (await read(tables.scores)).slice(1).map((row) => Number(row.at(-1)));
  expect(scores.filter((score) => score < 0).length).toBeGreaterThan(100);
});

test("a single is written with the fewest figures that read as the same single", () => {
  for (const [value, text] of [
    [0.1, "0.1"],
    [-1e-7, "-1e-7"],
    [16777216, "16777216"],
    [1 / 3, "0.33333334"],
    [Number.NaN, ""],
  ] as const) {
    expect(writeNumber(Math.fround(value), "single")).toBe(text);
  }
  const random = Float32Array.from({ length: 5000 }, (_, i) => Math.tan(i) * 10 ** ((i % 60) - 30));
  expect(random.filter((value) => Math.fround(Number(writeNumber(value, "single"))) !== value)).toHaveLength(0);
});

test("a table that is cancelled ends at the next piece", async () => {
  const abort = new AbortController();
  const seen: number[] = [];
  const table: ExportTable = {
    name: "long",
    columns: [{ name: "id", type: "whole" }],
    rows: 1e9,
    async *pieces() {
      for (let i = 0; ; i++) yield { rows: 1, columns: [[i]] };
    },
  };
  const reading = (async () => {
    for await (const { columns } of inTurns(table, { signal: abort.signal, progress: () => {} })) {
      seen.push(columns[0][0] as number);
      if (seen.length === 10) abort.abort();
    }
  })();
  await expect(reading).rejects.toThrow("abort");
  expect(seen).toHaveLength(10);
});

/** A `.npy` file as its header and its numbers. */
function npy(bytes: Uint8Array): { header: string; values: Float32Array | Float64Array | Int32Array | Int8Array } {
  const length = 10 + new DataView(bytes.buffer, bytes.byteOffset).getUint16(8, true);
  const header = new TextDecoder().decode(bytes.subarray(10, length));
  const body = bytes.slice(length).buffer;
  const types = { "<f4": Float32Array, "<f8": Float64Array, "<i4": Int32Array, "|i1": Int8Array };
  const type = /'descr': '([^']+)'/.exec(header)?.[1] as keyof typeof types;
  return { header, values: new types[type](body) };
}

test("frames are an archive of arrays: scores of the rows, components, variances", async () => {
  const rows = Int32Array.of(7, 4999);
  const blob = await framesFile(rows, { ks: [4, 64], mode: "raw", axes: "pc" }, doing(), async ({ k }) => frameOf(k));
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  expect(Object.keys(files).sort()).toEqual(
    [
      "components-4",
      "components-64",
      "dims",
      "explained_variance",
      "explained_variance_ratio",
      "rows",
      "scores-4",
      "scores-64",
    ].map((name) => `${name}.npy`),
  );
  const scores = npy(files["scores-64.npy"]);
  expect(scores.header).toContain("'shape': (2, 3)");
  expect(scores.values).toEqual(
    Float32Array.of(...[7, 4999].flatMap((row) => [...frameOf(64).scores.slice(row * 3, row * 3 + 3)])),
  );
  expect(npy(files["components-4.npy"]).values).toEqual(frameOf(4).components);
  expect([...npy(files["rows.npy"]).values]).toEqual([7, 4999]);
  expect([...npy(files["explained_variance.npy"]).values]).toEqual([4, 2, 1, 64, 2, 1]);
});

test("a dataset folder holds the values as they came, with their scales, and the points", async () => {
  const dims = 700;
  const some = ROWS;
  const codes = Int8Array.from({ length: some * dims }, (_, i) => (i * 31) % 251);
  const scales = Float32Array.from({ length: dims }, (_, j) => 1 / (j + 1));
  const manifest = {
    name: "my/odd name",
    title: "Odd",
    description: "",
    source: "",
    licence: "",
    model: "m",
    stops: [64],
    rows: some,
    dims,
    dtype: "f4",
    files: { vectors: "x.npy" },
  } satisfies Manifest;
  const asked: number[] = [];
  const blob = await folderFile({ manifest, points }, doing(), async ({ from, to }) => {
    asked.push(to - from);
    return { values: codes.slice(from * some, to * some), scales: scales.slice(from, to) };
  });
  // In several pieces, as many columns as go into a few megabytes.
  expect(asked.length).toBeGreaterThan(2);
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  expect(Object.keys(files)).toEqual(
    ["vectors.npy", "scale.npy", "points.parquet", "dataset.json"].map((name) => `my-odd-name/${name}`),
  );
  const vectors = npy(files["my-odd-name/vectors.npy"]);
  expect(vectors.header).toContain(`'fortran_order': True, 'shape': (${some}, ${dims})`);
  expect(Buffer.from(vectors.values.buffer).equals(Buffer.from(codes.buffer))).toBe(true);
  expect(npy(files["my-odd-name/scale.npy"]).values).toEqual(scales);
  expect(JSON.parse(new TextDecoder().decode(files["my-odd-name/dataset.json"]))).toMatchObject({
    name: "my-odd-name",
    dtype: "i1",
    rows: some,
    files: { vectors: "vectors.npy", scale: "scale.npy", points: "points.parquet" },
    stops: [64],
  });
  const path = join(folder, "points.parquet");
  writeFileSync(path, files["my-odd-name/points.parquet"]);
  const read = await query(`SELECT * FROM read_parquet('${path}')`);
  expect(read).toHaveLength(some);
  expect(read[1]).toMatchObject({ title: TITLES[1], text: "text, 1", category: "b", "=note": "n1" });
});
