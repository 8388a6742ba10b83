import { expect, test } from "vitest";
import { neighboursTable } from "./neighbours-table";
import { pointsTable } from "./points-table";
import { profileTable } from "./profile-table";
import { recallTable } from "./recall-table";
import { scoresTable } from "./scores-table";
import type { ExportTable } from "./table";
import { asDuckDbReads, type Format } from "./testing/duckdb";
import { all, doing, frameOf, PLAIN, points, ROWS } from "./testing/samples";
import { writeCsv } from "./write-csv";
import { writeJson } from "./write-json";
import { writeParquet } from "./write-parquet";

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
const writers: Record<Format, (table: ExportTable) => Promise<Blob>> = {
  csv: (table) => writeCsv(table, PLAIN, doing()),
  json: (table) => writeJson(table, doing()),
  parquet: (table) => writeParquet(table, doing()),
};

test.each(Object.keys(tables))(
  "%s come back from CSV, JSON and Parquet: text as it is, numbers to 1e-6",
  async (name) => {
    const table = tables[name];
    const wanted = await rowsOf(table);
    const names = table.columns.map((column) => column.name);
    expect(wanted.length).toBeGreaterThan(1);
    for (const format of Object.keys(writers) as Format[]) {
      const blob = await writers[format](table);
      const rows = await asDuckDbReads(format, new Uint8Array(await blob.arrayBuffer()));
      expect(rows.length, format).toBe(wanted.length);
      expect(Object.keys(rows[0]), format).toEqual(names);
      const wrong = wanted.findIndex((row, i) => row.some((value, j) => !isSame(value, rows[i][names[j]], format)));
      expect(wrong < 0 ? null : [format, wanted[wrong], rows[wrong]]).toBeNull();
    }
  },
);

function isSame(wanted: string | number | null, read: unknown, format: string): boolean {
  if (typeof wanted === "number" && Number.isFinite(wanted)) {
    return Math.abs(Number(read) - wanted) <= 1e-6 * Math.max(1e-6, Math.abs(wanted));
  }
  // CSV does not tell empty text from none.
  if (wanted === null || typeof wanted === "number" || (wanted === "" && format === "csv"))
    return read === null || read === "";
  return read === wanted;
}
