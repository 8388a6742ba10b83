import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { unzipSync } from "fflate";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { run } from "../cli/testing/run";
import { bytesFile } from "../src/sources/byte-file";
import { diskByteFile } from "../src/sources/disk-file";
import { openTables } from "../src/sources/open-tables";
import { readTable } from "../src/sources/testing/read-table";
import { testBrowser } from "./support/browser";

// A space of 500 × 96 whose titles are markup and formulas, opened from a file as a reader would, and each table of it
// saved by the dialog; read back by DuckDB, by our own readers and by the command line.
const browser = testBrowser([], "quickPage");
const MARKUP = "<img src=x onerror=\"document.title='run'\">";
const FORMULA = "=cmd|' /C calc'!A0";
const ROWS = 500;
const DIMS = 96;
let page: Page;
let folder: string;
let query: (sql: string) => Promise<Record<string, unknown>[]>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "matryoscope-tables-"));
  const connection = await (await DuckDBInstance.create()).connect();
  query = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS() as Record<string, unknown>[];
  const matrix = new Float32Array(readFileSync("tests/samples/matrix.npy").buffer.slice(-ROWS * DIMS * 4));
  const lines = Array.from({ length: ROWS }, (_, row) =>
    JSON.stringify({
      title: row % 2 === 0 ? `${MARKUP} ${row}` : `${FORMULA} ${row}`,
      kind: `<b>${row % 3}</b>`,
      size: row / 8,
      embedding: [...matrix.subarray(row * DIMS, (row + 1) * DIMS)],
    }),
  );
  page = await browser.open("#data=wordnet-plain-1536&k=8");
  await page.getByRole("button", { name: "Open data", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Open data" });
  const buffer = Buffer.from(lines.join("\n"));
  await dialog.getByLabel("Files to open").setInputFiles({ name: "odd.jsonl", mimeType: "text/plain", buffer });
  await dialog.getByRole("button", { name: "Open", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await page.evaluate(() => window.matryoscope.setState({ k: 33, sel: [3, 1, 8] }));
  await page.getByRole("button", { name: "Export" }).click();
  await sheet().getByRole("tab", { name: "Tables" }).click();
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  const all = sheet().getByRole("radio", { name: /^All/ });
  if (await all.count()) await all.check();
});

const sheet = () => page.getByRole("dialog", { name: "Export" });
const radio = (name: string | RegExp): Locator => sheet().getByRole("radio", { name });
const choose = (what: string) => sheet().getByRole("combobox", { name: "What to save" }).selectOption({ label: what });

/** Saves what is chosen, as a person would: where the file lies. */
async function save(): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    sheet().getByRole("button", { name: "Save", exact: true }).click(),
  ]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** The frame that the page shows. */
const frame = () =>
  page.evaluate(() => {
    const { k, scores, components } = window.matryoscope.frame()!;
    return { k, scores: [...scores], components: [...components] };
  });

/** The rows of a file as DuckDB reads them. */
async function read(path: string): Promise<Record<string, unknown>[]> {
  const how = path.endsWith(".csv") ? `read_csv('${path}', header=true, quote='"', escape='"')` : `'${path}'`;
  const rows = await query(`SELECT * FROM ${how}`);
  // It takes whole numbers of text for 64 bits.
  const plain = (value: unknown) => (typeof value === "bigint" ? Number(value) : value);
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));
}

const isNear = (a: unknown, b: number) => Math.abs(Number(a) - b) <= 1e-6 * Math.max(1, Math.abs(b));

test.each(["CSV", "JSON", "Parquet"])(
  "scores come back from %s to 1e-6, and titles that are markup as text",
  async (format) => {
    await choose("Scores");
    await radio(format).check();
    if (format === "CSV")
      await sheet()
        .getByRole("checkbox", { name: /formula/ })
        .uncheck();
    const path = await save();
    expect(path).toMatch(new RegExp(`scores-33\\.${format.toLowerCase()}$`));
    const { scores } = await frame();
    const rows = await read(path);
    expect(rows).toHaveLength(ROWS);
    rows.forEach((row, i) => {
      expect(row.id).toBe(i);
      expect(row.title).toBe(i % 2 === 0 ? `${MARKUP} ${i}` : `${FORMULA} ${i}`);
      expect(row.kind).toBe(`<b>${i % 3}</b>`);
      for (const axis of [0, 1, 2]) expect(isNear(row[`axis${axis + 1}`], scores[i * 3 + axis])).toBe(true);
    });
    // And by our own readers, each by another way than it was written.
    const [table] = await openTables([diskByteFile(path)]);
    const { columns } = await readTable(table, { vector: null, columns: ["axis1", "title"] });
    expect(columns.title[2]).toBe(`${MARKUP} 2`);
    expect(columns.axis1.every((value, i) => isNear(value, scores[i * 3]))).toBe(true);
    expect(await page.title()).not.toBe("run");
  },
);

test("in CSV for spreadsheets no title is a formula; the mark of Excel is at the beginning", async () => {
  await choose("Points");
  await radio("CSV").check();
  await sheet()
    .getByRole("checkbox", { name: /formula/ })
    .check();
  await sheet().getByRole("checkbox", { name: /Excel/ }).check();
  await sheet().getByText("an apostrophe is put before them").waitFor();
  const bytes = readFileSync(await save());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = bytes.toString("utf8");
  expect(text).toContain(`\n1,'${FORMULA} 1,`);
  expect(text).not.toMatch(/(^|,|\n)=/);
});

test("scores for NumPy, of the selection alone", async () => {
  await choose("Scores");
  await radio("NumPy").check();
  await radio(/^Selected 3/).check();
  const [table] = await openTables([diskByteFile(await save())]);
  const { values } = await readTable(table);
  const { scores } = await frame();
  expect([...values]).toEqual([1, 3, 8].flatMap((row) => scores.slice(row * 3, row * 3 + 3)));
});

test("neighbours of the selection at k and at all dims, as the page's own list has them", async () => {
  await choose("Neighbours");
  await radio("Parquet").check();
  await radio(/^Selected 3/).check();
  await sheet().getByRole("textbox", { name: "Neighbours of each point" }).fill("4");
  const rows = await read(await save());
  expect(rows.map(({ id, dims, rank }) => [id, dims, rank])).toEqual(
    [1, 3, 8].flatMap((id) => [33, 96].flatMap((dims) => [1, 2, 3, 4].map((rank) => [id, dims, rank]))),
  );
  // Against a search in plain double precision.
  const [table] = await openTables([diskByteFile("tests/samples/matrix.npy")]);
  const { values } = await readTable(table);
  const cosine = (a: number, b: number, k: number) => {
    let [dot, aa, bb] = [0, 0, 0];
    for (let j = 0; j < k; j++) {
      const [x, y] = [values[a * DIMS + j], values[b * DIMS + j]];
      dot += x * y;
      aa += x * x;
      bb += y * y;
    }
    return dot / Math.sqrt(aa * bb);
  };
  for (const { id, dims, rank, neighbour, cosine: found } of rows as Record<string, number>[]) {
    const others = Array.from({ length: ROWS }, (_, row) => row).filter((row) => row !== id);
    others.sort((a, b) => cosine(id, b, dims) - cosine(id, a, dims));
    expect(neighbour).toBe(others[rank - 1]);
    expect(found).toBeCloseTo(cosine(id, neighbour, dims), 5);
  }
});

test("recall and the profile, with their intervals and shares", async () => {
  await choose("Recall by prefix");
  await radio("JSON").check();
  const recall = (await read(await save())) as Record<string, number>[];
  expect(recall.at(-1)).toMatchObject({ dims: 96, queries: ROWS, "recall@10": 1 });
  for (const row of recall) expect(row["recall@10_low"]).toBeLessThanOrEqual(row["recall@10"]);
  await choose("Profile of the dimensions");
  await radio("CSV").check();
  const profile = (await read(await save())) as Record<string, number>[];
  expect(profile.map(({ dim }) => Number(dim))).toEqual(Array.from({ length: DIMS }, (_, j) => j + 1));
  expect(profile.reduce((sum, { energy }) => sum + energy, 0)).toBeCloseTo(1, 6);
  const { out } = await run("profile", "tests/samples/matrix.npy", "--json");
  const { std } = JSON.parse(out);
  profile.forEach((row, j) => {
    expect(isNear(row.std, std[j])).toBe(true);
  });
});

test("frames for NumPy at several dims", async () => {
  await choose("Frames for NumPy (.npz)");
  const field = sheet().getByRole("textbox", { name: "Numbers of dimensions" });
  await field.fill("64, 200");
  await expect.poll(() => sheet().getByRole("button", { name: "Save", exact: true }).isDisabled()).toBe(true);
  await field.fill("33 5, 64");
  const files = unzipSync(readFileSync(await save()));
  const array = async (name: string) => {
    const [table] = await openTables([bytesFile(files[name].slice() as Uint8Array<ArrayBuffer>, name)]);
    return [...(await readTable(table)).values];
  };
  const { scores, components } = await frame();
  expect(await array("scores-33.npy")).toEqual(scores);
  expect(await array("components-33.npy")).toEqual(components);
  expect(Object.keys(files)).toEqual(expect.arrayContaining(["scores-5.npy", "scores-64.npy", "dims.npy"]));
});

test("the dataset folder opens again: by Open data as the same cloud, and on the command line", async () => {
  await choose("Dataset folder (.zip)");
  const path = await save();
  const { scores } = await frame();
  const { out, err } = await run("project", path, "--dims", "33", "--json");
  expect(err).toBe("");
  const theirs = JSON.parse(out);
  expect(theirs).toMatchObject({ rows: ROWS, dims: DIMS });
  await page.keyboard.press("Escape");
  await sheet().waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Open data", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Open data" });
  await dialog.getByLabel("Files to open").setInputFiles(path);
  await dialog.getByRole("button", { name: "Open", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await page.evaluate(() => window.matryoscope.setState({ k: 33, sel: [2] }));
  expect((await frame()).scores).toEqual(scores);
  await page.getByText(`${MARKUP} 2`).first().waitFor();
  expect(await page.title()).not.toBe("run");
});
