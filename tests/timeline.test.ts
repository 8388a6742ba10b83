import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { testBrowser } from "./support/browser";

const browser = testBrowser([], "quickPage");
// One page for the whole file: each test moves the slider on from wherever the one before it left it.
let page: Page;
beforeAll(async () => {
  page = await browser.open("#data=wordnet-mrl-3072&k=777");
});

const slider = () => page.getByRole("slider", { name: "Dimensions" });
const now = async () => Number(await slider().getAttribute("aria-valuenow"));
const shows = (k: number, where = page) => where.waitForFunction((wish) => window.matryoscope.frame()?.k === wish, k);
const go = (k: number) => page.evaluate((wish) => window.matryoscope.setState({ k: wish }), k);
const boxOf = async (locator: ReturnType<Page["locator"]>) => {
  const box = await locator.boundingBox();
  if (!box) throw new Error("not on the page");
  return box;
};
/** Where k is drawn on the track, in pixels of the page. */
const xOf = async (k: number) => {
  const { x, width } = await boxOf(page.locator(".slider-track"));
  return x + (Math.log(k / 4) / Math.log(3072 / 4)) * width;
};

test("a link opens where it says", async () => {
  await shows(777);
  expect(await now()).toBe(777);
  expect(await slider().getAttribute("aria-valuemin")).toBe("4");
  expect(await slider().getAttribute("aria-valuemax")).toBe("3072");
  expect(await slider().getAttribute("aria-valuetext")).toBe("777 of 3,072 dimensions");
});

test("the steps of the profile are marked, and a click on a mark goes there", async () => {
  for (const k of ["512", "1,024", "1,536"]) await page.getByRole("button", { name: `Step at ${k} dim` }).waitFor();
  expect(await page.getByRole("button", { name: /^Step at/ }).count()).toBe(3);
  await page.getByRole("button", { name: /^Step at 512 .* × 0\.49/ }).click();
  expect(await now()).toBe(512);
  await page.getByRole("button", { name: "1,536 dimensions: 6 KB a vector · 5.7 GB a million" }).click();
  await shows(1536);
});

test("the slider is moved by keys, and with Shift from stop to stop", async () => {
  await go(512);
  await slider().focus();
  for (const [key, k] of [
    ["ArrowRight", 513],
    ["ArrowUp", 514],
    ["ArrowLeft", 513],
    ["Shift+ArrowRight", 1024],
    ["Shift+ArrowUp", 1536],
    ["Shift+ArrowLeft", 1024],
    ["PageDown", 724],
    ["End", 3072],
    ["Home", 4],
  ] as const) {
    await slider().press(key);
    expect(await now()).toBe(k);
  }
  await shows(4);
});

test("the slider is dragged along the track, the cloud follows, and what is under the pointer is told", async () => {
  await go(3072);
  const tip = page.locator(".track-tip");
  const { y, height } = await boxOf(page.locator(".slider-track"));
  const middle = y + height / 2;
  await page.mouse.move(await xOf(700), middle);
  await expect
    .poll(() => tip.textContent())
    .toMatch(/^(69\d|70\d) dims · std 0\.01[567]\d*2\.7 KB a vector · 2\.6 GB a million$/);
  expect(await now()).toBe(3072);
  // Near a stop the stop is meant; half of the level is left there.
  await page.mouse.move((await xOf(512)) + 3, middle);
  await expect.poll(() => tip.textContent()).toMatch(/^512 dims · std 0\.03\d\d, × 0\.49 from here/);
  await page.mouse.move(await xOf(3072), middle);
  await page.mouse.down();
  await page.mouse.move(await xOf(200), middle, { steps: 12 });
  await expect.poll(async () => Math.abs((await now()) - 200)).toBeLessThan(4);
  const k = await now();
  expect(await tip.textContent()).toMatch(new RegExp(`^${k} dims`));
  await page.mouse.up();
  await page.mouse.move(700, 300);
  await expect.poll(() => tip.count()).toBe(0);
  await shows(k);
});

test("the timeline is divided evenly at a click, and the link says so", async () => {
  await go(1536);
  await page.getByRole("radio", { name: "Linear" }).check();
  const fromMiddle = async () => {
    const [track, knob] = await Promise.all([".slider-track", ".slider-knob"].map((part) => boxOf(page.locator(part))));
    return Math.abs(knob.x + knob.width / 2 - track.x - track.width / 2);
  };
  await expect.poll(fromMiddle).toBeLessThan(2);
  await page.waitForFunction(() => location.hash === "#data=wordnet-mrl-3072&k=1536&scale=linear");
  await page.getByRole("radio", { name: "Linear" }).press("ArrowLeft");
  expect(await page.getByRole("radio", { name: "Log" }).isChecked()).toBe(true);
  await page.waitForFunction(() => location.hash === "#data=wordnet-mrl-3072&k=1536");
});

test("the address stays current without flooding the history; Back and Forward work", async () => {
  await go(64);
  await page.waitForTimeout(1_600);
  await slider().focus();
  const before = await page.evaluate(() => history.length);
  // A clock that leaves out when the machine stands still: of a hand that rests that long another gesture would begin.
  await page.evaluate(() => {
    const now = performance.now.bind(performance);
    let [last, told] = [now(), now()];
    performance.now = () => {
      const passed = now() - last;
      last += passed;
      told += Math.min(passed, 100);
      return told;
    };
  });
  for (let i = 0; i < 30; i++) await slider().press("ArrowRight");
  await page.evaluate(() => Reflect.deleteProperty(performance, "now"));
  await page.waitForFunction(() => location.hash === "#data=wordnet-mrl-3072&k=94");
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  await page.goBack();
  await shows(64);
  expect(await now()).toBe(64);
  await page.goForward();
  await shows(94);
});

test("Space plays and pauses from anywhere but a text field", async () => {
  await page.locator("body").press("Space");
  await page.getByRole("button", { name: "Pause" }).waitFor();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Play" }).waitFor();
});

test("the link that a slider left behind opens the same picture for another reader", async () => {
  await go(1200);
  await page.evaluate(() => window.matryoscope.setState({ k: 450, scale: "linear" }));
  await page.waitForFunction(() => location.hash.includes("k=450"));
  const [link, sender] = await page.evaluate(
    () => [location.hash, [...(window.matryoscope.frame()?.scores ?? [])]] as const,
  );
  const reader = await browser.open(link);
  await shows(450, reader);
  const received = await reader.evaluate(() => [...(window.matryoscope.frame()?.scores ?? [])]);
  expect(received).toEqual(sender);
  expect(await reader.getByRole("radio", { name: "Linear" }).isChecked()).toBe(true);
  await reader.close();
});

test("another dataset is chosen by name; k goes as far as it has dims, and it has no steps", async () => {
  await go(2000);
  await page.getByRole("combobox", { name: "Dataset" }).click();
  const looking = page.waitForEvent("worker", (worker) => /steps/.test(worker.url()));
  await page.getByRole("option", { name: /plain 1,536/ }).click();
  await shows(1536);
  expect(await page.evaluate(() => window.matryoscope.getState().data)).toBe("wordnet-plain-1536");
  const looked = await looking;
  if (page.workers().includes(looked)) await looked.waitForEvent("close");
  expect(await page.getByRole("button", { name: /^Step at/ }).count()).toBe(0);
});
