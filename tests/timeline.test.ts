import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { testBrowser } from "./support/browser";

const browser = testBrowser();
const sliderOf = (page: Page) => page.getByRole("slider", { name: "Dimensions" });
const shows = (page: Page, k: number) =>
  page.waitForFunction((wish) => window.matryoscope.frame()?.k === wish, k, { timeout: 30_000 });

test("a link opens where it says", async () => {
  const page = await browser.open("#data=wordnet-mrl-1536&k=777");
  await shows(page, 777);
  const slider = sliderOf(page);
  expect(await slider.getAttribute("aria-valuenow")).toBe("777");
  expect(await slider.getAttribute("aria-valuemin")).toBe("4");
  expect(await slider.getAttribute("aria-valuemax")).toBe("1536");
  expect(await slider.getAttribute("aria-valuetext")).toBe("777 of 1,536 dimensions");
});

test("the slider is moved by keys", async () => {
  const page = await browser.open("#data=wordnet-mrl-3072&k=3072");
  await shows(page, 3072);
  await page.evaluate(() => window.matryoscope.setState({ k: 512 }));
  const slider = sliderOf(page);
  await slider.focus();
  for (const [key, k] of [
    ["ArrowRight", 513],
    ["ArrowUp", 514],
    ["ArrowLeft", 513],
    ["End", 3072],
    ["Home", 4],
  ] as const) {
    await slider.press(key);
    expect(await slider.getAttribute("aria-valuenow")).toBe(String(k));
    await shows(page, k);
  }
  await slider.press("PageUp");
  expect(Number(await slider.getAttribute("aria-valuenow"))).toBeGreaterThan(5);
});

test("the slider is dragged along the track, and the cloud follows", async () => {
  const page = await browser.open("#data=wordnet-mrl-3072&k=512");
  await page.evaluate(() => window.matryoscope.setState({ k: 3072 }));
  const knob = await sliderOf(page).boundingBox();
  if (!knob) throw new Error("no slider");
  const y = knob.y + knob.height / 2;
  await page.mouse.move(knob.x + knob.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(700, y, { steps: 12 });
  await page.mouse.up();
  const k = Number(await sliderOf(page).getAttribute("aria-valuenow"));
  expect(k).toBeGreaterThan(20);
  expect(k).toBeLessThan(800);
  await shows(page, k);
});

test("the address stays current without flooding the history; Back and Forward work", async () => {
  const page = await browser.open("#data=wordnet-mrl-3072&k=64");
  await shows(page, 64);
  const slider = sliderOf(page);
  await slider.focus();
  const before = await page.evaluate(() => history.length);
  for (let i = 0; i < 30; i++) await slider.press("ArrowRight");
  await page.waitForFunction(() => location.hash === "#data=wordnet-mrl-3072&k=94");
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  await page.goBack();
  await shows(page, 64);
  expect(await slider.getAttribute("aria-valuenow")).toBe("64");
  await page.goForward();
  await shows(page, 94);
});

test("the link that a slider left behind opens the same picture for another reader", async () => {
  const page = await browser.open("#data=wordnet-mrl-3072&k=300");
  await shows(page, 300);
  await page.evaluate(() => window.matryoscope.setState({ k: 1200 }));
  await page.evaluate(() => window.matryoscope.setState({ k: 450 }));
  await page.waitForFunction(() => location.hash.includes("k=450"));
  const [link, sender] = await page.evaluate(
    () => [location.hash, [...(window.matryoscope.frame()?.scores ?? [])]] as const,
  );
  const reader = await browser.open(link);
  await shows(reader, 450);
  const received = await reader.evaluate(() => [...(window.matryoscope.frame()?.scores ?? [])]);
  expect(received).toEqual(sender);
});

test("Space plays and pauses from anywhere but a text field", async () => {
  const page = await browser.open("#data=wordnet-mrl-3072&k=4");
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Pause" }).waitFor();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Play" }).waitFor();
});

test("another dataset is chosen by name", async () => {
  const page = await browser.open("#data=wordnet-mrl-3072&k=2000");
  await page.waitForFunction(() => window.matryoscope.frame()?.k === 2000);
  await page.getByRole("combobox", { name: "Dataset" }).click();
  await page.getByRole("option", { name: /plain 1,536/ }).click();
  await shows(page, 1536);
  expect(await page.evaluate(() => window.matryoscope.getState().data)).toBe("wordnet-plain-1536");
});
