import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testBrowser } from "./support/browser";
import { type Site, startSite } from "./support/site";

const browser = testBrowser([], "quickPage");
const FOLDER = "public/datasets/wordnet-mrl-3072";
let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());
beforeEach(() => {
  site.options = {};
});

async function alertText(fragment = ""): Promise<{ text: string; recovers(): Promise<boolean> }> {
  const page = await browser.open(fragment, { base: site.url, wait: false });
  const alert = page.getByRole("alert");
  await alert.waitFor();
  return {
    text: (await alert.textContent()) ?? "",
    async recovers() {
      site.options = {};
      await alert.getByRole("button", { name: "Try again" }).click();
      await page.waitForFunction(() => window.matryoscope.frame() !== null);
      return (await page.getByRole("alert").count()) === 0;
    },
  };
}

test("a missing file is told, and the page recovers when it is there again", async () => {
  site.options = { instead: { "3072/vectors.npy": 404 } };
  const { text, recovers } = await alertText();
  expect(text).toContain("vectors.npy could not be fetched: the server answered 404");
  expect(await recovers()).toBe(true);
});

test("a truncated file is told with both counts", async () => {
  const bytes = readFileSync(`${FOLDER}/vectors.npy`).subarray(0, 5_000_000);
  site.options = { instead: { "3072/vectors.npy": bytes } };
  const { text, recovers } = await alertText();
  expect(text).toContain("ended early: 5,000,000 of 30,720,128 bytes");
  expect(await recovers()).toBe(true);
});

test("a file that is not what its manifest says is told", async () => {
  const manifest = JSON.parse(readFileSync(`${FOLDER}/dataset.json`, "utf8"));
  const wrong = Buffer.from(JSON.stringify({ ...manifest, dims: 1024 }));
  site.options = { instead: { "3072/dataset.json": wrong, "3072/scale.npy": readFileSync(`${FOLDER}/scale.npy`) } };
  const { text } = await alertText();
  expect(text).toMatch(/not what the manifest says/);
});

test("a space that does not fit is told with about how many of its rows would", async () => {
  const manifest = JSON.parse(readFileSync(`${FOLDER}/dataset.json`, "utf8"));
  const huge = { ...manifest, rows: 900_000_000, dtype: "f4" };
  const header = "{'descr': '<f4', 'fortran_order': True, 'shape': (900000000, 3072), }".padEnd(117);
  const npy = Buffer.concat([Buffer.from("\x93NUMPY\x01\x00v\x00", "latin1"), Buffer.from(`${header}\n`)]);
  site.options = { instead: { "3072/dataset.json": Buffer.from(JSON.stringify(huge)), "3072/vectors.npy": npy } };
  const { text } = await alertText();
  expect(text).toContain("This browser has no room for 900,000,000 rows of 3,072 dimensions");
});

test("a dataset that does not exist is told, and another one is a way on", async () => {
  const page = await browser.open("#data=no-such-space", { base: site.url, wait: false });
  const alert = page.getByRole("alert");
  await alert.waitFor();
  expect(await alert.textContent()).toContain("dataset.json could not be fetched");
  await alert.getByRole("button", { name: "Open WordNet · Matryoshka 1,536" }).click();
  await page.waitForFunction(() => window.matryoscope.frame() !== null);
  expect(await page.evaluate(() => window.matryoscope.getState().data)).toBe("wordnet-mrl-1536");
  expect(await page.getByRole("alert").count()).toBe(0);
});

test("without a connection the page says so, and goes on by itself when it is back", async () => {
  site.options = { instead: { "3072/vectors.npy": 503 } };
  const page = await browser.open("", { base: site.url, wait: false });
  const alert = page.getByRole("alert");
  await alert.waitFor();
  await page.context().setOffline(true);
  await alert.filter({ hasText: "This device is offline" }).waitFor();
  site.options = {};
  await page.context().setOffline(false);
  await page.waitForFunction(() => window.matryoscope.frame() !== null);
  expect(await alert.count()).toBe(0);
});

test("a missing table of points is a notice: the cloud shows without it", async () => {
  site.options = { instead: { "3072/points.parquet": 404 } };
  const page = await browser.open("#k=64", { base: site.url });
  await page.getByText(/points\.parquet could not be fetched/).waitFor();
  expect(await page.getByRole("alert").count()).toBe(0);
});

test("a worker that dies is told, and Try again brings the space back where it was", async () => {
  const page = await browser.open("#data=wordnet-mrl-3072&k=64", { base: site.url });
  await page.waitForFunction(() => window.matryoscope.frame()?.k === 64);
  const engine = page.workers().find((worker) => /scope\.worker/.test(worker.url()));
  await engine?.evaluate(() => {
    setTimeout(() => {
      throw new Error("killed by the test");
    });
  });
  const alert = page.getByRole("alert");
  await alert.waitFor();
  expect(await alert.textContent()).toContain("The worker that computes the picture stopped");
  await alert.getByRole("button", { name: "Try again" }).click();
  await page.waitForFunction(() => window.matryoscope.frame()?.k === 64);
  expect(await page.getByRole("alert").count()).toBe(0);
});

test("a link that asks for what cannot be opens all the same, with a notice", async () => {
  const page = await browser.open("#data=wordnet-mrl-3072&k=99999", { base: site.url });
  const notice = page.getByRole("status").filter({ hasText: "left out" });
  await notice.waitFor();
  await page.waitForFunction(() => window.matryoscope.frame()?.k === 512);
  // The address has been set right: that would go over the one that follows.
  await page.waitForFunction(() => !location.hash.includes("99999"));
  for (const part of ["k=2", "k=many"]) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#data=wordnet-mrl-3072&${part}`);
    await notice.filter({ hasText: part }).waitFor();
    expect(await page.evaluate(() => window.matryoscope.getState().k)).toBe(512);
  }
});
