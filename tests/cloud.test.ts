import { readFileSync } from "node:fs";
import { parquetReadObjects } from "hyparquet";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { testBrowser } from "./support/browser";

const browser = testBrowser();
let points: { title: string; text: string; category: string }[];
beforeAll(async () => {
  const bytes = readFileSync("public/datasets/wordnet-mrl-3072/points.parquet");
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  points = (await parquetReadObjects({ file })) as typeof points;
});

async function loaded(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^artifact/ }).waitFor();
  await page.evaluate(() => window.matryoscope.setState({ k: 512 }));
}

/** Moves the pointer over the cloud until a point answers. */
async function findPoint(page: Page): Promise<{ title: string; text: string; category: string }> {
  const card = page.locator(".hover-card");
  for (let i = 0; i < 60; i++) {
    await page.mouse.move(560 + i * 7, 330 + (i % 5) * 11);
    await page.waitForTimeout(60);
    if (!(await card.isVisible())) continue;
    const part = async (name: string) => (await card.locator(name).textContent()) ?? "";
    return {
      title: await part(".hover-title"),
      text: await part(".hover-text"),
      category: await part(".hover-category"),
    };
  }
  throw new Error("no point answered");
}

test("hover shows the title, the gloss and the category of one and the same text", async () => {
  const page = await browser.open("#data=wordnet-mrl-3072&k=512");
  await loaded(page);
  const shown = await findPoint(page);
  const match = points.find(({ title, text }) => title === shown.title && text === shown.text);
  expect(match?.category).toBe(shown.category);
});

test("the cloud is described in words, and the words follow the slider", async () => {
  const page = await browser.open("#data=wordnet-mrl-3072&k=512");
  await loaded(page);
  const cloud = page.getByRole("img", { name: "Point cloud" });
  const id = await cloud.getAttribute("aria-describedby");
  const words = page.locator(`[id="${id}"]`);
  await expect.poll(() => words.textContent(), { timeout: 5000 }).toContain("10,000 points at 512 of 3,072 dimensions");
  await page.evaluate(() => window.matryoscope.setState({ k: 64 }));
  await expect.poll(() => words.textContent(), { timeout: 5000 }).toContain("at 64 of 3,072 dimensions");
});

test("the cloud is turned, moved closer and put back by keys", async () => {
  const page = await browser.open("#data=wordnet-mrl-3072&k=512");
  await loaded(page);
  const cloud = page.getByRole("img", { name: "Point cloud" });
  const picture = async () => {
    await page.waitForTimeout(900);
    return (await page.screenshot({ clip: { x: 300, y: 100, width: 800, height: 550 } })).toString("base64");
  };
  await cloud.focus();
  const before = await picture();
  await cloud.press("ArrowLeft");
  const turned = await picture();
  expect(turned).not.toBe(before);
  await cloud.press("+");
  expect(await picture()).not.toBe(turned);
});

test("nothing is drawn when nothing moves", async () => {
  const page = await browser.open("#data=wordnet-mrl-3072&k=512");
  await loaded(page);
  await page.evaluate(() => window.matryoscope.setState({ k: 3072 }));
  await page.waitForTimeout(1500);
  const calls = await page.evaluate(async () => {
    let drawn = 0;
    const original = WebGL2RenderingContext.prototype.drawArrays;
    WebGL2RenderingContext.prototype.drawArrays = function (...args) {
      drawn++;
      return original.apply(this, args);
    };
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const still = drawn;
    await window.matryoscope.setState({ k: 2000 });
    return { still, moving: drawn };
  });
  expect(calls.still).toBe(0);
  expect(calls.moving).toBeGreaterThan(1);
});

test("a click in the legend mutes a category, a double click shows it alone", async () => {
  const page = await browser.open("#data=wordnet-mrl-3072&k=512");
  await loaded(page);
  const pressed = (name: RegExp) => page.getByRole("button", { name }).getAttribute("aria-pressed");
  await page.getByRole("button", { name: /^plant/ }).click();
  expect(await pressed(/^plant/)).toBe("false");
  expect(await pressed(/^animal/)).toBe("true");
  await page.getByRole("button", { name: /^plant/ }).click();
  await page.getByRole("button", { name: /^food/ }).dblclick();
  expect(await pressed(/^plant/)).toBe("false");
  expect(await pressed(/^food/)).toBe("true");
});

test("on a phone the slider is dragged by touch and the page does not scroll sideways", async () => {
  const page = await browser.open("#data=wordnet-mrl-3072&k=512", {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
  });
  await loaded(page);
  await page.evaluate(() => window.matryoscope.setState({ k: 3072 }));
  const track = await page.getByRole("slider", { name: "Dimensions" }).boundingBox();
  if (!track) throw new Error("no slider");
  await page.touchscreen.tap(track.x + track.width / 2, track.y + track.height / 2);
  await expect.poll(() => page.evaluate(() => window.matryoscope.getState().k)).toBeLessThan(400);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  for (const button of await page.getByRole("button").all()) {
    const box = await button.boundingBox();
    if (box) expect(Math.max(box.height, box.width)).toBeGreaterThanOrEqual(32);
  }
});
