import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { testBrowser } from "./support/browser";

const browser = testBrowser();
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const LINK = "#data=wordnet-mrl-1536&k=64";
let page: Page;
beforeAll(async () => {
  page = await browser.open(LINK);
  await page.getByRole("button", { name: /^artifact/ }).waitFor();
});
const stepsOn = (where: Page) => where.getByRole("region", { name: "First steps" });
const now = async () => Number(await page.getByRole("slider", { name: "Dimensions" }).getAttribute("aria-valuenow"));

test("the first steps stay for a click, go with the first drag, and do not come back", async () => {
  await stepsOn(page).waitFor();
  expect(await stepsOn(page).getByRole("listitem").count()).toBe(3);
  await page.getByRole("button", { name: "256 dimensions" }).click();
  expect(await stepsOn(page).count()).toBe(1);
  await page.mouse.move(700, 300);
  await page.mouse.down();
  await page.mouse.move(740, 320, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => stepsOn(page).count()).toBe(0);
  await page.reload();
  await page.evaluate(() => window.matryoscope.ready);
  await page.getByRole("button", { name: /^artifact/ }).waitFor();
  expect(await stepsOn(page).count()).toBe(0);
});

test("they are taken by touch, too, and where nothing can be remembered they never show", async () => {
  const phone = await browser.open(LINK, PHONE);
  await stepsOn(phone).getByRole("button", { name: "Got it" }).tap();
  expect(await stepsOn(phone).count()).toBe(0);
  await phone.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await phone.reload();
  await phone.evaluate(() => window.matryoscope.ready);
  await phone.getByRole("button", { name: /^artifact/ }).waitFor();
  expect(await stepsOn(phone).count()).toBe(0);
  await phone.context().close();
});

test("a cloud whose every label is muted says so, and all come back at a click", async () => {
  const labels = page.getByRole("region", { name: "Legend" }).getByRole("button");
  for (const label of await labels.all()) await label.click();
  await page.getByRole("status").getByRole("button", { name: "Show all" }).click();
  expect(await page.getByRole("button", { name: "Show all" }).count()).toBe(0);
  expect(await labels.first().getAttribute("aria-pressed")).toBe("true");
});

test("Play does not jump over the time that the page slept", async () => {
  await page.evaluate(() => window.matryoscope.setState({ k: 100 }));
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(now).toBeGreaterThan(110);
  // To the page a debugger that holds it is like a lid that is closed: no frame, and then one at a much later time.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Debugger.enable");
  const before = await now();
  const isAsleep = new Promise((resolve) => devtools.once("Debugger.paused", resolve));
  await devtools.send("Debugger.pause");
  await isAsleep;
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  await devtools.send("Debugger.resume");
  await page.waitForTimeout(300);
  const after = await now();
  await page.getByRole("button", { name: "Pause" }).click();
  // Five seconds would have been a factor of three.
  expect(after / before).toBeLessThan(1.8);
});
