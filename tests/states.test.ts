import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { testBrowser } from "./support/browser";
import { resize, settled } from "./support/settled";

const browser = testBrowser([], "quickPage");
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const LINK = "#data=wordnet-mrl-1536&k=64";
let page: Page;
/** Until every dim has come: before that the slider does not go there. */
async function whole(where: Page): Promise<void> {
  await where.evaluate(() => window.matryoscope.setState({ k: 1536 }));
  await where.evaluate(() => window.matryoscope.setState({ k: 64 }));
}
beforeAll(async () => {
  page = await browser.open(LINK);
  await whole(page);
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
  await whole(phone);
  await stepsOn(phone).getByRole("button", { name: "Got it" }).tap();
  await stepsOn(phone).waitFor({ state: "detached" });
  const name = phone.getByRole("combobox", { name: "Dataset" }).locator(".space-title");
  for (const width of [390, 320]) {
    await resize(phone, { width, height: 844 });
    const cut = () =>
      name.evaluate((one) => [
        one.scrollWidth - one.clientWidth,
        one.scrollHeight - one.clientHeight,
        document.documentElement.scrollWidth - innerWidth,
      ]);
    await expect.poll(cut).toEqual([0, 0, 0]);
  }
  await resize(phone, PHONE.viewport);
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
  await expect.poll(() => page.getByRole("button", { name: "Show all" }).count()).toBe(0);
  await expect.poll(() => labels.first().getAttribute("aria-pressed")).toBe("true");
});

test("Play does not jump over the time that the page slept", async () => {
  await page.evaluate(() => window.matryoscope.setState({ k: 10 }));
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(now).toBeGreaterThan(12);
  // From the last picture before the sleep to one soon after it: told by the page, which no test is quick enough to ask.
  const leap = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const pictures: { at: number; k: number }[] = [];
        const note = (at: number) => {
          pictures.push({ at, k: window.matryoscope.getState().k });
          const woke = pictures.findIndex((picture, i) => i > 0 && picture.at - pictures[i - 1].at > 4_000);
          const after = woke > 0 ? pictures[woke + 3] : undefined;
          if (after) resolve(after.k / pictures[woke - 1].k);
          else requestAnimationFrame(note);
        };
        requestAnimationFrame(note);
      }),
  );
  // To the page a debugger that holds it is like a lid that is closed: no frame, and then one at a much later time.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Debugger.enable");
  const isAsleep = new Promise((resolve) => devtools.once("Debugger.paused", resolve));
  await devtools.send("Debugger.pause");
  await isAsleep;
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  await devtools.send("Debugger.resume");
  // Five seconds would have been a factor of three.
  expect(await leap).toBeLessThan(1.8);
  // As a hand on the slider does, this ends what was playing.
  await page.evaluate(() => window.matryoscope.setState({ k: 100 }));
});

test("at a zoom of 400 % the page scrolls to everything, and not sideways", async () => {
  await resize(page, { width: 320, height: 256 });
  for (const control of [
    page.getByRole("combobox", { name: "Dataset" }),
    page.getByRole("button", { name: "Play" }),
    page.getByRole("slider", { name: "Dimensions" }),
    page.getByRole("radio", { name: "Linear" }),
  ]) {
    const beyond = async () => {
      await control.scrollIntoViewIfNeeded();
      const box = await control.boundingBox();
      if (!box) return "not on the page";
      const { x, y, width, height } = box;
      return x >= 0 && x + width <= 320 && y >= 0 && y + height <= 256 ? null : box;
    };
    await expect.poll(beyond).toBeNull();
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test("in a page that runs from right to left the axis still runs from left to right", async () => {
  await resize(page, { width: 1280, height: 720 });
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  await settled(page);
  const track = await page.locator(".slider-track").boundingBox();
  const play = await page.getByRole("button", { name: "Play" }).boundingBox();
  if (!track || !play) throw new Error("not on the page");
  expect(play.x).toBeGreaterThan(track.x + track.width);
  await page.mouse.click(track.x + track.width / 2, track.y + 40);
  await expect.poll(async () => Math.abs((await now()) - 78)).toBeLessThan(9);
  const off = async () => {
    const knob = await page.locator(".slider-knob").boundingBox();
    return Math.abs((knob?.x ?? 0) + (knob?.width ?? 0) / 2 - track.x - track.width / 2);
  };
  await expect.poll(off).toBeLessThan(3);
  // The names stand over their points still, and these in what the panels leave free.
  const legend = await page.getByRole("region", { name: "Legend" }).boundingBox();
  const ends = () =>
    page.locator(".labels span").evaluateAll((all) =>
      all
        .filter((one) => (one as HTMLElement).style.opacity === "1")
        .map((one) => one.getBoundingClientRect())
        .map(({ left, right }) => [left, right]),
    );
  // Without a panel the legend is the wider one, and the cloud stands away from it. The names follow the cloud there.
  const wrong = async () => {
    const all = await ends();
    const middle = all.reduce((sum, [left, right]) => sum + (left + right) / 2 / all.length, 0);
    const isFree = all.every(([left, right]) => left > 0 && right < (legend?.x ?? 0));
    return isFree && all.length > 2 && middle < 640 ? null : { all, middle };
  };
  await expect.poll(wrong).toBeNull();
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
  await expect.poll(async () => (await style()).duration).toBe("0s");
  await expect.poll(async () => (await style()).line).not.toBe(before.line);
  await page.emulateMedia({ forcedColors: "active" });
  const knob = page.locator(".slider-knob");
  const isText = () =>
    knob.evaluate((one) => getComputedStyle(one).backgroundColor === getComputedStyle(document.body).color);
  await expect.poll(isText).toBe(true);
});
