import type { Page } from "playwright-core";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { testBrowser } from "./support/browser";
import { settled } from "./support/settled";

const browser = testBrowser([], "quickPage");
let page: Page;
// One page for all: each test begins with nothing selected, filtered or undone.
beforeAll(async () => {
  page = await browser.open("#data=wordnet-mrl-3072&k=64");
  await page.getByRole("radio", { name: "Turn" }).waitFor();
  await page.getByRole("button", { name: /^artifact/ }).waitFor();
  await page.locator(".labels").waitFor({ state: "attached" });
});
beforeEach(async () => {
  await page.keyboard.press("Escape");
  await page.evaluate(() => window.matryoscope.setState({ sel: [], color: "category", panel: "none", k: 64 }));
  await settled(page);
});

const selected = () => page.evaluate(() => window.matryoscope.getState().sel);
const told = (words: string) => page.getByRole("status").filter({ hasText: words }).waitFor();

/** Drags from one place over others, with keys held. */
async function drag(places: [number, number][], held: string[] = []): Promise<void> {
  for (const key of held) await page.keyboard.down(key);
  await page.mouse.move(...places[0]);
  await page.mouse.down();
  for (const place of places.slice(1)) await page.mouse.move(...place, { steps: 4 });
  await page.mouse.up();
  for (const key of held) await page.keyboard.up(key);
}

/** Rows left and right of the middle of the cloud, whose first axis lies across the screen. */
async function halves(): Promise<{ middle: number; left: number[]; right: number[] }> {
  const legend = await page.getByRole("region", { name: "Legend" }).boundingBox();
  const sides = await page.evaluate(() => {
    const scores = window.matryoscope.frame()?.scores ?? new Float32Array(0);
    const all = Array.from({ length: scores.length / 3 }, (_, row) => row);
    const spread = Math.sqrt(all.reduce((sum, row) => sum + scores[row * 3 + 1] ** 2, 0) / all.length);
    // A few lie above or below the window; and what lies on the line itself may fall to either side.
    const rows = all.filter((row) => Math.abs(scores[row * 3 + 1]) < 1.5 * spread);
    return [rows.filter((row) => scores[row * 3] < -1e-3), rows.filter((row) => scores[row * 3] > 1e-3)];
  });
  return { middle: ((legend?.width ?? 0) + 1440 - 24) / 2, left: sides[0], right: sides[1] };
}

test("a box takes what it encloses, Shift adds, Alt takes away, and Escape goes back to turning", async () => {
  const { middle, left, right } = await halves();
  await page.keyboard.press("b");
  await drag([
    [1, 1],
    [middle, 899],
  ]);
  const half = new Set(await selected());
  expect(left.every((row) => half.has(row))).toBe(true);
  expect(right.some((row) => half.has(row))).toBe(false);
  await page.evaluate(() => window.matryoscope.setState({ panel: "none" }));
  await settled(page);
  await drag(
    [
      [1, 1],
      [1439, 899],
    ],
    ["Shift"],
  );
  const both = new Set(await selected());
  expect([...left, ...right].every((row) => both.has(row))).toBe(true);
  await page.evaluate(() => window.matryoscope.setState({ panel: "none" }));
  await settled(page);
  await drag(
    [
      [1, 1],
      [middle, 899],
    ],
    ["Alt"],
  );
  const rest = new Set(await selected());
  expect(right.every((row) => rest.has(row))).toBe(true);
  expect(left.some((row) => rest.has(row))).toBe(false);
  await page.keyboard.press("Escape");
  expect(await page.getByRole("radio", { name: "Turn" }).isChecked()).toBe(true);
});

test("a lasso that crosses itself keeps its loops, Escape gives up the one being drawn", async () => {
  await page.getByRole("radio", { name: "Lasso" }).check();
  const turn = (i: number): [number, number] => [800 + 90 * Math.cos(i / 3), 400 + 90 * Math.sin(i / 3)];
  const round = Array.from({ length: 20 }, (_, i) => turn(i));
  await drag(round);
  const once = await selected();
  expect(once.length).toBeGreaterThan(50);
  await page.evaluate(() => window.matryoscope.setState({ panel: "none", sel: [] }));
  await settled(page);
  await drag([...round, ...Array.from({ length: 19 }, (_, i) => turn(i))]);
  expect((await selected()).length).toBeGreaterThan(once.length * 0.95);
  await page.mouse.move(300, 300);
  await page.mouse.down();
  await page.mouse.move(600, 500, { steps: 3 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect((await selected()).length).toBeGreaterThan(once.length * 0.95);
  expect(await page.getByRole("radio", { name: "Lasso" }).isChecked()).toBe(true);
});

test("Shift on a label selects its points; they are shown alone, and each step is undone and done again", async () => {
  await page.getByRole("button", { name: /^person/ }).click({ modifiers: ["Shift"] });
  await told("320 selected");
  await page.keyboard.press("i");
  const showAll = page.getByRole("button", { name: "Show all", exact: true });
  await showAll.waitFor();
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await told("320 shown");
  await page.getByRole("button", { name: "Undo" }).click();
  await told("320 selected");
  await page.keyboard.press("Control+z");
  await showAll.waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  expect(await selected()).toEqual([]);
  await page.keyboard.press("Control+Shift+Z");
  await page.getByRole("button", { name: "Redo" }).click();
  await showAll.click();
  await told("320 selected");
  await page.keyboard.press("d");
  expect(await selected()).toEqual([]);
});

test("Shift-click in the cloud adds the point under it, and takes it out again", async () => {
  const card = page.locator(".hover-card .hover-title");
  // The panel opens with the first and moves the cloud: it is opened before.
  await page.evaluate(() => window.matryoscope.setState({ panel: "points" }));
  await page.getByRole("tabpanel", { name: "Points" }).waitFor();
  await settled(page);
  const shiftClick = async (place: [number, number]) => {
    await page.mouse.move(...place);
    await card.waitFor();
    await page.keyboard.down("Shift");
    // Both at once: what is held for longer than half a second is no click.
    await Promise.all([page.mouse.down(), page.mouse.up()]);
    await page.keyboard.up("Shift");
  };
  const places: [number, number][] = [];
  for (let i = 0; i < 90 && places.length < 2; i++) {
    const [x, y] = [500 + i * 6, 340 + (i % 5) * 23];
    await page.mouse.move(x, y);
    await settled(page);
    const title = (await card.isVisible()) ? await card.textContent() : null;
    if (title && (places.length === 0 || Math.abs(places[0][0] - x) > 40)) places.push([x, y]);
  }
  await shiftClick(places[0]);
  await shiftClick(places[1]);
  await told("2 selected");
  await shiftClick(places[1]);
  await told("1 selected");
});

test("a link says what is selected, searched and open, and opens there", async () => {
  await page.evaluate(() => window.matryoscope.setState({ sel: [12, 3, 4, 5], q: "leopard", panel: "points" }));
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("sel=12,3-5&q=leopard&panel=points");
  await page.evaluate(() => {
    location.hash = "#data=wordnet-mrl-3072&k=64&sel=77,8-9,40000&q=oak&panel=points&color=axis2";
  });
  await told("The link selects a point past the 2,500");
  expect(await page.evaluate(() => window.matryoscope.getState())).toMatchObject({
    sel: [77, 8, 9],
    q: "oak",
    panel: "points",
    color: "axis2",
  });
  expect(await page.getByRole("searchbox", { name: "Search points" }).inputValue()).toBe("oak");
  await page.evaluate(async () => {
    const { matryoscope } = window;
    for (const sel of [[-1], [2_500], [1.5]]) {
      const refused = await matryoscope.setState({ sel }).then(
        () => false,
        (error) => error instanceof RangeError,
      );
      if (!refused) throw new Error(`sel ${sel} was taken`);
    }
  });
});

test("the points take the colours of a score, the legend becomes its scale, and undo brings the labels back", async () => {
  const picture = async () =>
    (await page.screenshot({ clip: { x: 300, y: 110, width: 700, height: 500 } })).toString("base64");
  const byLabel = await picture();
  await page.getByRole("combobox", { name: "Colour by" }).click();
  await page.getByRole("option", { name: "Score on axis 1" }).click();
  await page.getByRole("figure", { name: /^Score on axis 1: from −/ }).waitFor();
  await expect.poll(picture).not.toBe(byLabel);
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("color=axis1");
  const scale = () => page.getByRole("figure").getAttribute("aria-label");
  const at64 = await scale();
  await page.evaluate(() => window.matryoscope.setState({ k: 8 }));
  await expect.poll(scale).not.toBe(at64);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: /^artifact/ }).waitFor();
});

test("a finger draws a box too", async () => {
  const phone = await browser.open("#data=wordnet-mrl-3072&k=64", {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await phone.getByRole("radio", { name: "Box" }).tap();
  // What a finger taps is chosen a moment after the finger has gone.
  await phone.locator(".selection-area").waitFor();
  const devtools = await phone.context().newCDPSession(phone);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: { x: number; y: number }[]) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", [{ x: 5, y: 200 }]);
  for (let i = 1; i <= 6; i++) await touch("touchMove", [{ x: 5 + i * 60, y: 200 + i * 60 }]);
  await touch("touchEnd", []);
  await phone
    .getByRole("status")
    .filter({ hasText: /^[\d,]+ selected/ })
    .waitFor();
  const most = await phone.evaluate(() => window.matryoscope.getState().sel.length);
  expect(most).toBeGreaterThan(1_250);
  await phone.context().close();
});
