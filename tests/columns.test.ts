import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { npyBytes } from "../src/sources/testing/npy-bytes";
import { testBrowser } from "./support/browser";
import { type Site, startSite } from "./support/site";

const ROWS = 300;
const DIMS = 8;
const browser = testBrowser([], "quickPage");
let site: Site;

/** A space whose table has a column of fifteen labels and one of numbers, here and there without a value. */
beforeAll(async () => {
  const values = Float32Array.from({ length: ROWS * DIMS }, (_, i) => Math.sin(i * i) / (1 + Math.floor(i / ROWS)));
  const rows = Array.from({ length: ROWS }, (_, row) => row);
  const text = (name: string, of: (row: number) => string) => ({ name, data: rows.map(of), type: "STRING" as const });
  const points = parquetWriteBuffer({
    columnData: [
      text("title", (row) => (row === 0 ? "<b>bold</b>" : `point ${row}`)),
      text("text", () => "a text"),
      // The first labels are the largest.
      text("team", (row) => `team ${Math.min(14, Math.floor((row % 120) / 8))}`),
      { name: "year", data: rows.map((row) => (row === 7 ? null : 1900 + row)), type: "DOUBLE", nullable: true },
    ],
  });
  const folder = "datasets/teams";
  const manifest = {
    name: "teams",
    title: "Teams",
    rows: ROWS,
    dims: DIMS,
    dtype: "f4",
    files: { vectors: "vectors.npy", points: "points.parquet" },
  };
  site = await startSite({
    instead: {
      [`${folder}/dataset.json`]: Buffer.from(JSON.stringify(manifest)),
      [`${folder}/vectors.npy`]: Buffer.from(npyBytes("<f4", true, [ROWS, DIMS], new Uint8Array(values.buffer))),
      [`${folder}/points.parquet`]: Buffer.from(points),
    },
  });
});
afterAll(() => site.close());

test("a space's own columns colour its points: labels past the twelfth as others, numbers on a scale", async () => {
  const page = await browser.open("#data=teams&color=shoe-size", { base: site.url });
  await page.getByRole("status").filter({ hasText: 'This space has no "shoe-size" to colour by' }).waitFor();
  const legend = page.getByRole("region", { name: "Legend" });
  await legend.getByRole("button", { name: /^team 11/ }).waitFor();
  const others = legend.getByRole("button", { name: /^others/ });
  expect(await legend.getByRole("listitem").count()).toBe(13);
  const size = Number(/\d+/.exec((await others.textContent()) ?? "")?.[0]);
  await others.click({ modifiers: ["Shift"] });
  expect(await page.evaluate(() => window.matryoscope.getState().sel.length)).toBe(size);
  await others.focus();
  await page.keyboard.press("Alt+Enter");
  await page.getByRole("tab", { name: "Table" }).click();
  await page.getByText(`${size} points at ${DIMS} dimensions`, { exact: true }).waitFor();
  await page.getByRole("button", { name: "Show all", exact: true }).click();

  await page.getByRole("combobox", { name: "Colour by" }).click();
  await page.getByRole("option", { name: "Year" }).click();
  await legend.getByRole("figure", { name: "Year: from 1903 to 2196" }).waitFor();
  const head = page.getByRole("columnheader", { name: /^Year/ });
  await head.getByRole("button").click();
  await head.getByRole("button").click();
  const years = () =>
    page
      .locator("tbody tr[data-line]")
      .evaluateAll((rows) => rows.slice(0, 3).map((row) => row.children[2].textContent));
  await expect.poll(years).toEqual(["2199", "2198", "2197"]);
  // What has no value comes last, and markup in a title is text.
  await page.locator("tbody tr[data-line='0'] button").focus();
  await page.keyboard.press("End");
  const last = page.locator(`tbody tr[data-line='${ROWS - 1}']`);
  await last.waitFor();
  expect(await last.locator("td").allTextContents()).toEqual([
    "point 7",
    expect.any(String),
    "",
    "",
    ...Array(3).fill(expect.any(String)),
  ]);
  await page
    .locator(`tbody tr[data-line='${ROWS - 2}']`)
    .getByRole("button", { name: "<b>bold</b>" })
    .waitFor();
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("color=year");
});
