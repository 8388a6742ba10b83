import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { testBrowser } from "./support/browser";

const browser = testBrowser([], "quickPage");
// One page for the tests that a page of any mode would do for.
let page: Page;
beforeAll(async () => {
  page = await browser.open("#data=wordnet-mrl-3072&k=64");
});

test("Unit is switched on beside the readout, goes into the link and is taken back by Back", async () => {
  const mode = page.getByRole("radiogroup", { name: "Mode" });
  const shows = (wish: string) => page.waitForFunction((now) => window.matryoscope.frame()?.mode === now, wish);
  expect(await mode.getByRole("radio", { name: "Raw" }).isChecked()).toBe(true);
  await page.waitForFunction(() => window.matryoscope.frame()?.k === 64);
  await mode.getByRole("radio", { name: "Unit" }).check();
  await shows("unit");
  await page.waitForFunction(() => location.hash === "#data=wordnet-mrl-3072&k=64&mode=unit");
  await page.goBack();
  await shows("raw");
  expect(await mode.getByRole("radio", { name: "Raw" }).isChecked()).toBe(true);
});

test("a link opens in unit mode, and the arrow keys change it", async () => {
  const page = await browser.open("#data=wordnet-mrl-3072&k=64&mode=unit");
  await page.waitForFunction(() => window.matryoscope.frame()?.k === 64);
  expect(await page.evaluate(() => window.matryoscope.frame()?.mode)).toBe("unit");
  expect(await page.evaluate(() => window.matryoscope.getState().mode)).toBe("unit");
  await page.getByRole("radio", { name: "Unit" }).press("ArrowLeft");
  await page.waitForFunction(() => window.matryoscope.frame()?.mode === "raw");
});

test("setState resolves with the frame of the mode that was asked for", async () => {
  const modes = await page.evaluate(async () => {
    const shown: (string | undefined)[] = [];
    for (const mode of ["unit", "raw", "unit"] as const) {
      await window.matryoscope.setState({ mode });
      shown.push(window.matryoscope.frame()?.mode);
    }
    return shown;
  });
  expect(modes).toEqual(["unit", "raw", "unit"]);
});

test("on a phone the switch is on screen, beside nothing it covers", async () => {
  const page = await browser.open("#data=wordnet-mrl-3072&k=64", {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
  });
  await page.waitForFunction(() => window.matryoscope.frame()?.k === 64);
  const box = await page.getByRole("radiogroup", { name: "Mode" }).boundingBox();
  const track = await page.locator(".slider-track").boundingBox();
  if (!box || !track) throw new Error("no switch");
  expect(box.x + box.width).toBeLessThanOrEqual(390);
  expect(box.y + box.height).toBeLessThanOrEqual(track.y);
  await page.touchscreen.tap(box.x + box.width * 0.75, box.y + box.height / 2);
  await page.waitForFunction(() => window.matryoscope.frame()?.mode === "unit");
});
