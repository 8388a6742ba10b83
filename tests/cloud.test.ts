import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parquetReadObjects } from "hyparquet";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { testBrowser } from "./support/browser";
import { settled } from "./support/settled";

const browser = testBrowser([], "quickPage");
const PICTURE = { x: 300, y: 100, width: 800, height: 550 };
let points: { title: string; text: string; category: string }[];
// One page for all tests of the desktop: each leaves it as it found it.
let page: Page;
beforeAll(async () => {
  const bytes = readFileSync("public/datasets/wordnet-mrl-3072/points.parquet");
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  points = (await parquetReadObjects({ file })) as typeof points;
  // Pictures are taken with a style of the test's own, which the page's policy would refuse.
  page = await browser.open("#data=wordnet-mrl-3072&k=512", { bypassCSP: true });
  await loaded(page);
  await page.getByRole("region", { name: "First steps" }).waitFor();
  // All has arrived: what is drawn now is drawn for what a test does.
  await page.evaluate(() => window.matryoscope.setState({ k: 3072 }));
  await page.evaluate(() => window.matryoscope.setState({ k: 512 }));
});

async function loaded(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^artifact/ }).waitFor();
  // What stands over the points, and names the one under the pointer.
  await page.locator(".labels").waitFor({ state: "attached" });
  await page.evaluate(() => window.matryoscope.setState({ k: 512 }));
}

/** The points as they are seen, as a short name for the picture. A name at the edge of its place may be up or not. */
async function picture(): Promise<string> {
  return createHash("sha256")
    .update(await page.screenshot({ clip: PICTURE, style: ".labels { visibility: hidden }" }))
    .digest("hex");
}

/** How far from their middle the drawn pixels lie, root mean square. */
async function spread(): Promise<number> {
  const bytes = (await page.screenshot({ clip: PICTURE })).toString("base64");
  return page.evaluate(async (png) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext("2d")!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    let [count, x, y, squares] = [0, 0, 0, 0];
    for (let i = 0; i < data.length; i += 4) {
      if (Math.abs(data[i] - data[0]) + Math.abs(data[i + 1] - data[1]) + Math.abs(data[i + 2] - data[2]) < 60)
        continue;
      const [column, row] = [(i / 4) % width, Math.floor(i / 4 / width)];
      count++;
      x += column;
      y += row;
      squares += column * column + row * row;
    }
    return Math.sqrt(squares / count - (x / count) ** 2 - (y / count) ** 2);
  }, bytes);
}

const link = () => page.evaluate(() => location.hash);

/** Moves the pointer over the cloud until a point answers. */
async function findPoint(): Promise<{ title: string; text: string; category: string }> {
  const card = page.locator(".hover-card");
  for (let i = 0; i < 60; i++) {
    await page.mouse.move(560 + i * 7, 330 + (i % 5) * 11);
    // Named at the next animation frame.
    await settled(page);
    if (!(await card.isVisible())) continue;
    return card.evaluate((shown) => {
      const part = (name: string) => shown.querySelector(name)?.textContent ?? "";
      return { title: part(".hover-title"), text: part(".hover-text"), category: part(".hover-category") };
    });
  }
  throw new Error("no point answered");
}

test("hover shows the title, the gloss and the category of one and the same text", async () => {
  const shown = await findPoint();
  const match = points.find(({ title, text }) => title === shown.title && text === shown.text);
  expect(match?.category).toBe(shown.category);
  await page.mouse.move(720, 890);
  await page.locator(".hover-card").waitFor({ state: "detached" });
});

test("the cloud is described in words, and the words follow the slider", async () => {
  const cloud = page.getByRole("img", { name: "Point cloud" });
  const id = await cloud.getAttribute("aria-describedby");
  const words = page.locator(`[id="${id}"]`);
  await expect.poll(() => words.textContent()).toContain("2,500 points at 512 of 3,072 dimensions");
  await page.evaluate(() => window.matryoscope.setState({ k: 64 }));
  await expect.poll(() => words.textContent()).toContain("at 64 of 3,072 dimensions");
  await page.evaluate(() => window.matryoscope.setState({ k: 512 }));
});

test("the cloud is turned and moved closer by keys; the link keeps the camera, and a button puts it back", async () => {
  const cloud = page.getByRole("img", { name: "Point cloud" });
  const reset = page.getByRole("button", { name: "Reset view" });
  expect(await reset.isDisabled()).toBe(true);
  const before = await picture();
  const axes = await page.locator(".axes-gizmo").innerHTML();
  await cloud.focus();
  await cloud.press("ArrowLeft");
  await expect.poll(link).toMatch(/&cam=[-\d.]+(,[-\d.]+){5}/);
  const turned = await picture();
  expect(turned).not.toBe(before);
  expect(await page.locator(".axes-gizmo").innerHTML()).not.toBe(axes);
  const first = await link();
  await cloud.press("+");
  await expect.poll(link).not.toBe(first);
  const closer = await picture();
  expect(closer).not.toBe(turned);

  await page.reload();
  await loaded(page);
  await page.evaluate(() => window.matryoscope.setState({ k: 3072 }));
  await page.evaluate(() => window.matryoscope.setState({ k: 512 }));
  await cloud.focus();
  await expect.poll(picture).toBe(closer);

  await reset.click();
  await expect.poll(link).not.toContain("cam=");
  await cloud.focus();
  await expect.poll(picture).toBe(before);
});

test("at true size few dims make a small cloud, and the link says so", async () => {
  const button = page.getByRole("button", { name: "True size" });
  await page.evaluate(() => window.matryoscope.setState({ k: 8 }));
  const same = await spread();
  await button.click();
  expect(await button.getAttribute("aria-pressed")).toBe("true");
  await expect.poll(link).toContain("size=true");
  await expect.poll(spread).toBeLessThan(same * 0.5);
  await page.evaluate(() => window.matryoscope.setState({ k: 3072 }));
  await expect.poll(spread).toBeGreaterThan(same * 0.7);
  await button.click();
  await expect.poll(link).not.toContain("size=");
  await page.evaluate(() => window.matryoscope.setState({ k: 512 }));
});

test("a ghost of another k stands behind the cloud, and trails show where a point came from", async () => {
  await page.evaluate(() => window.matryoscope.setState({ k: 64 }));
  await settled(page);
  const alone = await picture();
  await page.evaluate(() => window.matryoscope.setState({ k: 512 }));
  await page.getByRole("button", { name: "Ghost" }).click();
  const ghost = page.getByRole("button", { name: "Ghost of 512 dimensions" });
  expect(await ghost.getAttribute("aria-pressed")).toBe("true");
  await page.evaluate(() => window.matryoscope.setState({ k: 64 }));
  await expect.poll(picture).not.toBe(alone);
  await ghost.click();
  await page.getByRole("button", { name: "Trails" }).click();
  await page.mouse.move(720, 890);
  await page.locator(".trails").waitFor({ state: "attached" });
  await expect.poll(picture).toBe(alone);
  expect(await page.locator(".trails line").count()).toBe(0);
  await findPoint();
  // Three octaves below 64, at two keyframes an octave.
  await expect.poll(() => page.locator(".trails line").count()).toBeGreaterThanOrEqual(5);
  await page.getByRole("button", { name: "Trails" }).click();
  await page.locator(".trails").waitFor({ state: "detached" });
  await page.evaluate(() => window.matryoscope.setState({ k: 512 }));
});

test("nothing is drawn when nothing moves", async () => {
  await page.evaluate(() => window.matryoscope.setState({ k: 3072 }));
  const calls = await page.evaluate(async () => {
    let drawn = 0;
    const original = WebGL2RenderingContext.prototype.drawArrays;
    WebGL2RenderingContext.prototype.drawArrays = function (...args) {
      drawn++;
      return original.apply(this, args);
    };
    // What moved before comes to rest, however long that takes.
    do {
      drawn = 0;
      await new Promise((resolve) => setTimeout(resolve, 600));
    } while (drawn > 0);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const still = drawn;
    await window.matryoscope.setState({ k: 2000 });
    return { still, moving: drawn };
  });
  expect(calls.still).toBe(0);
  // On a machine that stands still for a moment all of the way is one picture.
  expect(calls.moving).toBeGreaterThan(0);
});

test("a click in the legend mutes a category, a double click shows it alone", async () => {
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
});
