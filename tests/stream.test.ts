import { afterAll, beforeAll, expect, test } from "vitest";
import { testBrowser } from "./support/browser";
import { type Site, startSite } from "./support/site";

const browser = testBrowser();
const VECTORS = "/datasets/wordnet-mrl-3072/vectors.npy";
const WHOLE = 10_000 * 3072;
let site: Site;
beforeAll(async () => {
  site = await startSite({ bitsPerSecond: 10e6 });
});
afterAll(() => site.close());

test("at 10 Mbit/s the first exact frame shows before 5 % of the vectors have arrived", async () => {
  // The rest of them waits for the frame: what a machine is slow to do, the line does not do meanwhile.
  let goOn: () => void = () => {};
  const until = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  site.options.stall = { path: VECTORS, after: 0.05 * WHOLE, until };
  const page = await browser.open("", { base: site.url, wait: false });
  const began = performance.now();
  await page.waitForFunction(() => window.matryoscope.frame() !== null);
  await page.evaluate(() => window.matryoscope.ready);
  const sent = site.sent.get(VECTORS) ?? 0;
  const frame = await page.evaluate(() => window.matryoscope.frame()?.k);
  console.log(
    `first exact frame (k = ${frame}) after ${((100 * sent) / WHOLE).toFixed(2)} % of the vectors and ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  expect(sent / WHOLE).toBeLessThan(0.05);
  expect(frame).toBeGreaterThanOrEqual(4);
  delete site.options.stall;
  // Its share of the line is free for the next one.
  await page.context().close();
  goOn();
});

test("while the file arrives the slider works up to what has arrived", async () => {
  const page = await browser.open("", { base: site.url });
  const slider = page.getByRole("slider", { name: "Dimensions" });
  await slider.focus();
  await slider.press("End");
  const reached = Number(await slider.getAttribute("aria-valuenow"));
  expect(reached).toBeLessThan(3072);
  expect(reached).toBeGreaterThanOrEqual(4);
  await page.getByText(/^loading [\d.]+ % · [\d,]+ of 3,072 dims · [\d.]+ [KM]B of 29 MB · \d+ s left$/).waitFor();
  await slider.press("Home");
  expect(await slider.getAttribute("aria-valuenow")).toBe("4");
  await page.waitForFunction(() => window.matryoscope.frame()?.k === 4);
});
