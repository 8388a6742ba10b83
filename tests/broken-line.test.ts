import { afterAll, beforeAll, expect, test } from "vitest";
import { testBrowser } from "./support/browser";
import { type Site, startSite } from "./support/site";

const browser = testBrowser();
let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

test("a line that breaks while the vectors come is taken up again, and nobody need do anything", async () => {
  const breaks = { "1536/vectors.npy": 4_000_000, "1536/points.parquet": 100_000 };
  site.options = { breaks };
  const page = await browser.open("#data=wordnet-mrl-1536", { base: site.url });
  const slider = page.getByRole("slider", { name: "Dimensions" });
  await slider.focus();
  await expect
    .poll(async () => {
      await slider.press("End");
      return slider.getAttribute("aria-valuenow");
    })
    .toBe("1536");
  await page.waitForFunction(() => window.matryoscope.frame()?.k === 1536);
  await page.getByText("artifact", { exact: true }).first().waitFor();
  expect(breaks).toEqual({});
  expect(await page.getByRole("alert").count()).toBe(0);
});

test("a space and its control, read by two workers at a time, both come whole", async () => {
  // Over a cache that Chromium keeps in memory, which it breaks off for one of the two.
  const page = await browser.open("#data=wordnet-mrl-1536&k=64&panel=compare&compare=shuffled");
  await page.getByText(/points of recall|cannot be told/).waitFor();
  expect(await page.getByRole("alert").count()).toBe(0);
});
