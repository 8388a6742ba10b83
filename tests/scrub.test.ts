import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { testBrowser } from "./support/browser";

const browser = testBrowser([], "quickPage");
/** Rungs of the keyframe ladder of 3,072 dims. */
const RUNGS = 21;

interface Watched {
  keyframes: number[];
  /** Whether all dims have arrived, and the exact frame of them: none is asked for before, which comes at random then. */
  whole: boolean;
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
    const watched: Watched = { keyframes: [], whole: false, hold: false, held: [] };
    window.watched = watched;
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: never[]) {
      const isAhead = (message as { type?: string }).type === "ahead";
      if (!isAhead || watched.whole) post.call(this, message, ...rest);
    };
    const property = Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage")!;
    Object.defineProperty(Worker.prototype, "onmessage", {
      ...property,
      set(listener: (event: MessageEvent) => void) {
        property.set!.call(this, (event: MessageEvent) => {
          if (event.data.type === "keyframe") watched.keyframes.push(event.data.keyframe.k);
          if (event.data.type === "frame") watched.whole ||= event.data.frame.k === 3072;
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
/** The same once nothing moves in it any more. */
const pictureAtRest = async () => {
  let seen = "";
  const still = async () => {
    const before = seen;
    seen = await picture();
    return seen === before;
  };
  await expect.poll(still, { interval: 100 }).toBe(true);
  return seen;
};

test("at rest the keyframes come outwards from the slider", async () => {
  await page.waitForFunction(() => window.matryoscope.frame()?.k === 3072);
  await expect.poll(async () => (await keyframes()).length, { timeout: 180_000 }).toBeGreaterThanOrEqual(RUNGS);
  const atRest = await keyframes();
  expect(new Set(atRest).size).toBe(RUNGS);
  expect(atRest).toEqual([...atRest].sort((a, b) => b - a));
});

test("while the exact frame is on its way the cloud moves between keyframes, and then on to it", async () => {
  await page.evaluate(() => window.matryoscope.setState({ k: 512 }));
  const before = await pictureAtRest();
  await page.evaluate(() => {
    window.watched.hold = true;
  });
  const done = page.evaluate(() => window.matryoscope.setState({ k: 1100 }).then(() => window.watched.hold));
  await page.waitForFunction(() => window.watched.held.length === 1);
  await expect.poll(picture).not.toBe(before);
  const between = await pictureAtRest();
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
  await expect.poll(async () => (await keyframes()).slice(0, 3)).toEqual([64, 91, 45]);
});
