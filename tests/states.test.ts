import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { testBrowser } from "./support/browser";

const browser = testBrowser([], "quickPage");
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
  const name = phone.getByRole("combobox", { name: "Dataset" }).locator(".space-title");
  for (const width of [390, 320]) {
    await phone.setViewportSize({ width, height: 844 });
    const cut = await name.evaluate((one) => [
      one.scrollWidth - one.clientWidth,
      one.scrollHeight - one.clientHeight,
      document.documentElement.scrollWidth - innerWidth,
    ]);
    expect(cut).toEqual([0, 0, 0]);
  }
  await phone.setViewportSize(PHONE.viewport);
  const timeline = phone.getByRole("region", { name: "Timeline" });
  // Marks over the slider take no touch of their own: the slider means the one that is near.
  const targets = timeline.locator("button:not(.dimension-axis *), input, .slider");
  const tooSmall: string[] = [];
  for (const target of await targets.all()) {
    const { width, height } = (await target.boundingBox()) ?? { width: 0, height: 0 };
    if (Math.min(width, height) < 44) tooSmall.push(await target.evaluate((one) => one.outerHTML.slice(0, 90)));
  }
  expect(tooSmall).toEqual([]);
  const track = await phone.locator(".slider-track").boundingBox();
  if (!track) throw new Error("no track");
  const share = Math.log(512 / 4) / Math.log(1536 / 4);
  await phone.touchscreen.tap(track.x + track.width * share + 9, track.y + 20);
  await phone.waitForFunction(() => window.matryoscope.getState().k === 512);
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
  await page.getByRole("button", { name: "Play" }).click();
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

test("at a zoom of 400 % the page scrolls to everything, and not sideways", async () => {
  await page.setViewportSize({ width: 320, height: 256 });
  for (const control of [
    page.getByRole("combobox", { name: "Dataset" }),
    page.getByRole("button", { name: "Play" }),
    page.getByRole("slider", { name: "Dimensions" }),
    page.getByRole("radio", { name: "Linear" }),
  ]) {
    await control.scrollIntoViewIfNeeded();
    const box = await control.boundingBox();
    if (!box) throw new Error("not on the page");
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(320);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(256);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test("in a page that runs from right to left the axis still runs from left to right", async () => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  const track = await page.locator(".slider-track").boundingBox();
  const play = await page.getByRole("button", { name: "Play" }).boundingBox();
  if (!track || !play) throw new Error("not on the page");
  expect(play.x).toBeGreaterThan(track.x + track.width);
  await page.mouse.click(track.x + track.width / 2, track.y + 40);
  await expect.poll(now).toBeGreaterThan(70);
  expect(await now()).toBeLessThan(87);
  const knob = await page.locator(".slider-knob").boundingBox();
  expect(Math.abs((knob?.x ?? 0) + (knob?.width ?? 0) / 2 - track.x - track.width / 2)).toBeLessThan(3);
  // The names stand over their points still, and these in what the panels leave free.
  const legend = await page.getByRole("region", { name: "Legend" }).boundingBox();
  const ends = () =>
    page.locator(".labels span").evaluateAll((all) =>
      all
        .filter((one) => (one as HTMLElement).style.opacity === "1")
        .map((one) => one.getBoundingClientRect())
        .map(({ left, right }) => [left, right]),
    );
  await expect.poll(async () => (await ends()).length).toBeGreaterThan(2);
  for (const [left, right] of await ends()) {
    expect(left).toBeGreaterThan(0);
    expect(right).toBeLessThan(legend?.x ?? 0);
  }
  // Without a panel the legend is the wider one, and the cloud stands away from it.
  const middle = (await ends()).reduce((sum, [left, right], _, { length }) => sum + (left + right) / 2 / length, 0);
  expect(middle).toBeLessThan(640);
});

test("where motion is not wanted, or more contrast or colours of one's own are, the page keeps to it", async () => {
  const style = () =>
    page.locator(".play").evaluate((one) => {
      const style = getComputedStyle(one);
      return { duration: style.transitionDuration, line: style.getPropertyValue("--line") };
    });
  const before = await style();
  expect(before.duration).toBe("0.18s");
  await page.emulateMedia({ reducedMotion: "reduce", contrast: "more" });
  const after = await style();
  expect(after.duration).toBe("0s");
  expect(after.line).not.toBe(before.line);
  await page.emulateMedia({ forcedColors: "active" });
  const knob = page.locator(".slider-knob");
  const [own, text] = await knob.evaluate((one) => [
    getComputedStyle(one).backgroundColor,
    getComputedStyle(document.body).color,
  ]);
  expect(own).toBe(text);
});
