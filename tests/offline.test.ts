import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { testBrowser } from "./support/browser";
import { type Site, startSite } from "./support/site";

const browser = testBrowser();
const BASE = "/some/base/";
const DATA = "wordnet-plain-1536";
const vectors = `datasets/${DATA}/vectors.npy`;
let site: Site | null = null;
afterAll(() => site?.close());

/** Addresses of all that the browser keeps for the page. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    return (await Promise.all(caches_.map((cache) => cache.keys()))).flat().map(({ url }) => url);
  });

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 100));
}

test("under any base path: one visit, the network off, and the demo opens and plays; a new version is offered before", async () => {
  const own = await startSite({}, BASE);
  site = own;
  expect(new URL(own.url).pathname).toBe(BASE);
  const page = await browser.open(`#data=${DATA}&k=64`, { base: own.url, serviceWorkers: "allow" });
  const failed: string[] = [];
  page.on("pageerror", (error) => failed.push(String(error)));
  await until(async () => (await kept(page)).some((url) => url.includes(vectors)));

  // What is kept is this site's, and lies under its base.
  const urls = await kept(page);
  expect(urls.filter((url) => !url.startsWith(own.url))).toEqual([]);
  expect(urls.some((url) => url.includes("index.html"))).toBe(true);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)).toBe(own.url);

  // It can be installed: manifest, icons and scope are right under this base.
  const devtools = await page.context().newCDPSession(page);
  const { url, errors } = await devtools.send("Page.getAppManifest");
  expect([url, errors]).toEqual([`${own.url}manifest.webmanifest`, []]);
  const manifest = JSON.parse(readFileSync("dist/manifest.webmanifest", "utf8"));
  expect(new URL(manifest.start_url, url).href).toBe(own.url);
  for (const { src } of manifest.icons) expect((await fetch(new URL(src, url))).status).toBe(200);

  // Another version: it is told, and nothing happens until someone says so.
  own.options.instead = { "sw.js": Buffer.from(`${readFileSync("dist/sw.js", "utf8")}\n// another version`) };
  await page.reload();
  await page.evaluate(() => window.matryoscope.ready);
  const before = await page.evaluate(() => Object.assign(window, { before: true }) && performance.timeOrigin);
  await page.getByRole("status").getByText("A new version is there.").waitFor();
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(before);
  await Promise.all([
    page.waitForFunction(() => !("before" in window) && "matryoscope" in window),
    page.getByRole("button", { name: "Reload", exact: true }).click(),
  ]);
  await page.evaluate(() => window.matryoscope.ready);

  // The server is gone for good.
  await own.close();
  site = null;
  await page.reload();
  await page.evaluate(() => window.matryoscope.ready);
  const state = await page.evaluate(() => window.matryoscope.getState());
  expect(state).toMatchObject({ data: DATA, k: 64 });
  await page.evaluate(() => window.matryoscope.setState({ k: 1536 }));
  expect(await page.evaluate(() => window.matryoscope.frame()?.scores.length)).toBe(30_000);
  await page.evaluate(() => window.matryoscope.setState({ k: 8 }));
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await page.waitForFunction(() => (window.matryoscope.frame()?.k ?? 0) > 8);
  // What had not been looked at before the network went is there too.
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await page.evaluate(() => window.matryoscope.setState({ panel: "space" }));
  await page.getByRole("figure").first().getByRole("slider").waitFor();
  expect(failed).toEqual([]);
});
