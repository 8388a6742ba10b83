import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { testBrowser } from "./support/browser";

const browser = testBrowser([], "quickPage");
/** Rungs of the keyframe ladder of 3,072 dims. */
const RUNGS = 21;

interface Watched {
  keyframes: number[];
  /** How many keyframes had come when the newest exact frame did. */
  before: number;
  /** While true, exact frames stay on their way. */
  hold: boolean;
  held: (() => void)[];
}

declare global {
  interface Window {
    watched: Watched;
  }
}

/** A page that notes the keyframes it is given, and whose exact frames can be held back. */
async function openWatched(fragment: string): Promise<Page> {
  const page = await browser.open("", { base: "about:blank", wait: false });
  await page.addInitScript(() => {
    const watched: Watched = { keyframes: [], before: 0, hold: false, held: [] };
    window.watched = watched;
    const property = Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage")!;
    Object.defineProperty(Worker.prototype, "onmessage", {
      ...property,
      set(listener: (event: MessageEvent) => void) {
        property.set!.call(this, (event: MessageEvent) => {
          if (event.data.type === "keyframe") watched.keyframes.push(event.data.keyframe.k);
          if (event.data.type === "frame") watched.before = watched.keyframes.length;
          if (watched.hold && event.data.type === "frame") watched.held.push(() => listener(event));
          else listener(event);
        });
      },
    });
  });
  await page.goto(inject("page") + fragment);
  await page.evaluate(() => window.matryoscope.ready);
  return page;
}

// One page for all tests, in this order: each finds the keyframes that the one before it waited for.
let page: Page;
beforeAll(async () => {
  page = await openWatched("#data=wordnet-mrl-3072&k=3072");
});

const keyframes = () => page.evaluate(() => window.watched.keyframes);
const picture = async () => {
  const bytes = await page.screenshot({ clip: { x: 300, y: 100, width: 800, height: 550 } });
  return createHash("sha256").update(bytes).digest("hex");
};

test("at rest the keyframes come outwards from the slider", async () => {
  await page.waitForFunction(() => window.matryoscope.frame()?.k === 3072);
  await expect.poll(async () => (await keyframes()).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(RUNGS);
  expect(new Set(await keyframes()).size).toBe(RUNGS);
  // Some came while the file arrived, and one may have been at work when it was there; from then on it is downwards.
  const atRest = (await keyframes()).slice((await page.evaluate(() => window.watched.before)) + 1);
  expect(atRest.length).toBeGreaterThan(2);
  expect(atRest).toEqual([...atRest].sort((a, b) => b - a));
});

test("while the exact frame is on its way the cloud moves between keyframes, and then on to it", async () => {
  await page.evaluate(() => window.matryoscope.setState({ k: 512 }));
  await page.waitForTimeout(600);
  const before = await picture();
  await page.evaluate(() => {
    window.watched.hold = true;
  });
  const done = page.evaluate(() => window.matryoscope.setState({ k: 1100 }).then(() => window.watched.hold));
  await page.waitForTimeout(600);
  const between = await picture();
  expect(between).not.toBe(before);
  expect(await page.evaluate(() => window.matryoscope.frame()?.k)).toBe(512);
  await page.waitForTimeout(300);
  // Nothing is drawn while nothing moves, though the exact frame is still to come.
  expect(await picture()).toBe(between);
  expect(await page.evaluate(() => window.watched.held.length)).toBe(1);
  await page.evaluate(() => {
    window.watched.hold = false;
    for (const deliver of window.watched.held.splice(0)) deliver();
  });
  expect(await done).toBe(false);
  expect(await page.evaluate(() => window.matryoscope.frame()?.k)).toBe(1100);
  expect(await picture()).not.toBe(between);
});

test("for another mode the keyframes come anew, outwards from the slider", async () => {
  await page.evaluate(() => {
    window.watched.keyframes.length = 0;
  });
  await page.evaluate(() => window.matryoscope.setState({ k: 64, mode: "unit" }));
  await expect.poll(async () => (await keyframes()).slice(0, 3), { timeout: 5000 }).toEqual([64, 91, 45]);
});
