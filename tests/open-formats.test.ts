import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testBrowser } from "./support/browser";
import { routeHub } from "./support/hub-route";
import { type HubServer, startHub } from "./support/hub-server";

// What only a browser shows of reading files: libraries that are fetched and WebAssembly under the page's policy, files
// that belong together, the hub. That each format gives the same frames is held in Node.
const browser = testBrowser([], "quickPage");
const sample = (name: string) => readFileSync(`tests/samples/${name}`);
let page: Page;
let hub: HubServer;
beforeAll(async () => {
  const parquet = sample("duckdb-list-f8-zstd.parquet");
  hub = await startHub({
    "someone/vectors": { main: { "data/train-0000.parquet": parquet, "data/test-0000.parquet": parquet } },
  });
  page = await browser.open("#data=wordnet-mrl-1536&k=8");
  await routeHub(page.context(), hub);
});
afterAll(() => hub.close());

const dialog = () => page.getByRole("dialog", { name: "Open data" });
const button = (name: string) => dialog().getByRole("button", { name, exact: true });
const dataset = () => page.getByRole("combobox", { name: "Dataset" }).textContent();

async function choose(...names: string[]): Promise<void> {
  while (await dialog().isVisible()) await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Open data", exact: true }).click();
  await dialog().getByRole("tab", { name: "Files" }).click();
  const files = names.map((name) => ({ name, mimeType: "", buffer: sample(name) }));
  await dialog().locator("input[type=file]").first().setInputFiles(files);
}

/** Opens what was found; what its scores at 33 dims are then. */
async function open(): Promise<Float32Array> {
  await button("Open").click();
  await dialog().waitFor({ state: "detached" });
  await page.evaluate(() => window.matryoscope.setState({ k: 33 }));
  return Float32Array.from(await page.evaluate(() => [...window.matryoscope.frame()!.scores]));
}

function furthest(a: Float32Array, b: Float32Array): number {
  const scale = b.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0) / scale;
}

test("files of every library give the frames of the matrix, in a worker and under the page's policy", async () => {
  await choose("matrix.npy");
  const expected = await open();
  for (const name of BY_LIBRARY) {
    await choose(name);
    await button("Open").waitFor();
    expect(furthest(await open(), expected), name).toBeLessThanOrEqual(1e-6);
  }
});

const BY_LIBRARY = [
  "duckdb-list-f8-zstd.parquet",
  "duckdb-list-f4-brotli.parquet",
  "npz-deflated-fortran.npz",
  "hdf5-user-block-f8.h5",
  "pandas-index.csv.gz",
  "semicolons-utf16.csv",
];

test("two files that belong together are one space: vectors of one, titles of the other", async () => {
  await choose("projector-tensors.tsv", "projector-metadata.tsv");
  await dialog().getByText("500 rows × 96 dimensions").waitFor();
  await open();
  await page.getByRole("searchbox", { name: "Search points" }).fill("point 499");
  await page.getByText("point 499", { exact: true }).first().waitFor();
  await page.getByRole("searchbox", { name: "Search points" }).fill("");
});

test("two files that do not belong together are told with both counts, and the open space stays", async () => {
  const before = await dataset();
  while (await dialog().isVisible()) await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Open data", exact: true }).click();
  const rows = Array.from({ length: 321 }, (_, i) => `name ${i}\t${i % 3}`);
  await dialog()
    .locator("input[type=file]")
    .first()
    .setInputFiles([
      { name: "matrix.npy", mimeType: "", buffer: sample("matrix.npy") },
      { name: "names.tsv", mimeType: "", buffer: Buffer.from(["title\tgroup", ...rows].join("\n")) },
    ]);
  const alert = dialog().getByRole("alert");
  await alert.waitFor();
  expect(await alert.textContent()).toMatch(/500.*321|321.*500/s);
  await page.keyboard.press("Escape");
  await dialog().waitFor({ state: "detached" });
  expect(await dataset()).toBe(before);
});

test("a file that does not tell its dims is asked about, and then opened", async () => {
  await choose("raw-f4.f32");
  await dialog().getByRole("spinbutton", { name: "Dimensions of a vector" }).fill("96");
  await button("Look again").click();
  await dialog().getByText("500 rows × 96 dimensions").waitFor();
  await open();
  await expect.poll(dataset).toContain("raw-f4");
});

test("a dataset of the hub is opened by its name, and another part of it at a choice", async () => {
  await page.getByRole("button", { name: "Open data", exact: true }).click();
  await dialog().getByRole("tab", { name: "Hugging Face" }).click();
  await dialog().getByRole("textbox", { name: "Name of the dataset" }).fill("someone/vectors");
  await button("Look at it").click();
  await dialog().getByText("500 rows × 96 dimensions").waitFor();
  const part = dialog().getByRole("combobox", { name: "Part" });
  await expect
    .poll(() => part.locator("option").allTextContents())
    .toEqual([expect.stringContaining("test"), expect.stringContaining("train")]);
  await part.selectOption({ index: 1 });
  await dialog().getByText("500 rows × 96 dimensions").waitFor();
  await open();
  await expect.poll(dataset).toContain("vectors");
  expect(hub.seen.some(({ path }) => path.includes("train-0000.parquet"))).toBe(true);
});
