import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { testBrowser } from "./support/browser";
import { settled } from "./support/settled";

const browser = testBrowser([], "quickPage");
let page: Page;
beforeAll(async () => {
  page = await browser.open("#data=wordnet-mrl-3072&k=64");
  await page.getByRole("radio", { name: "Turn" }).waitFor();
  await page.getByRole("button", { name: /^artifact/ }).waitFor();
  await page.evaluate(() => window.matryoscope.setState({ k: 3072 }));
});

test("a key that is pressed before the shortcuts have come is answered when they are there", async () => {
  const early = await browser.open("", { base: "about:blank", wait: false });
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await early.route(/\/Tools-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await early.goto(`${page.url().split("#")[0]}#data=wordnet-mrl-3072&k=64`);
  await early.evaluate(() => window.matryoscope.ready);
  expect(await early.getByRole("radio", { name: "Turn" }).count()).toBe(0);
  // They may be long in coming: a key that is older than a few seconds would no longer be meant.
  await early.evaluate(() => {
    const pressed = performance.now();
    performance.now = () => pressed;
  });
  await early.keyboard.press("t");
  letThrough();
  await early.getByRole("radio", { name: "Turn" }).waitFor();
  await expect.poll(() => early.evaluate(() => window.matryoscope.getState().panel)).toBe("table");
  await early.context().close();
});

const state = () => page.evaluate(() => window.matryoscope.getState());
const show = (wish: Parameters<typeof window.matryoscope.setState>[0]) =>
  page.evaluate((partial) => window.matryoscope.setState(partial), wish);
const slider = () => page.getByRole("slider", { name: "Dimensions" });
const cloud = () => page.getByRole("img", { name: "Point cloud" });
const tool = (name: string) => page.getByRole("radio", { name }).isChecked();
const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
const picture = async () =>
  (await page.screenshot({ clip: { x: 300, y: 120, width: 600, height: 480 } })).toString("base64");
/** A key that moves the camera: what it shows is another picture, and once it rests it stands elsewhere. */
const changesPicture = async (key: string) => {
  await settled(page);
  const [before, { cam }] = [await picture(), await state()];
  await press(key);
  await expect.poll(async () => (await state()).cam, { message: key }).not.toEqual(cam);
  await expect.poll(picture, { message: key }).not.toBe(before);
};
const label = (name: string) => page.getByRole("region", { name: "Legend" }).getByRole("button", { name });
const isShown = (name: string) => label(name).getAttribute("aria-pressed");
const focusCloud = () => cloud().focus();

/** A key that opens a panel, and closes it. */
async function toggles(key: string, panel: string): Promise<void> {
  await press(key);
  expect((await state()).panel).toBe(panel);
  await press(key);
  expect((await state()).panel).toBe("none");
}

/** Of every line of the sheet, that its keys do what it says. */
const CHECKS: Record<string, () => Promise<void>> = {
  "play, pause": async () => {
    await show({ k: 8 });
    await press(" ");
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await press(" ");
    await page.getByRole("button", { name: "Play", exact: true }).waitFor();
  },
  search: async () => {
    await press("/");
    await page.keyboard.type("oa");
    expect(await page.getByRole("searchbox").inputValue()).toBe("oa");
    await press("Escape", "Escape");
  },
  "open data of your own": async () => {
    await press("o");
    await page.getByRole("dialog", { name: "Open data" }).waitFor();
    await press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  },
  "share this view": async () => {
    await press("u");
    await page.getByRole("dialog", { name: "Share" }).waitFor();
    await press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  },
  "export what is shown": async () => {
    await press("e");
    await page.getByRole("dialog", { name: "Export" }).waitFor();
    await press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  },
  "open what was copied": async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate(() => navigator.clipboard.writeText("https://example.org/vectors.parquet"));
    await press("Control+v");
    await page.getByRole("dialog", { name: "Open data" }).waitFor();
    // An address is fetched when someone says so.
    expect(await page.getByRole("textbox", { name: /^Address/ }).inputValue()).toBe(
      "https://example.org/vectors.parquet",
    );
    await press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  },
  "open or close the panel of points": async () => {
    await show({ panel: "none" });
    await toggles("p", "points");
  },
  "open or close the table": async () => {
    await press("t");
    await page.getByRole("table").waitFor();
    await press("t");
    expect((await state()).panel).toBe("none");
  },
  "open or close the measures of the space": () => toggles("s", "space"),
  "open or close what it means for retrieval": () => toggles("r", "retrieval"),
  "open or close the comparison": () => toggles("c", "compare"),
  "undo a selection, a filter or a colour": async () => {
    await show({ sel: [7] });
    await press("Control+z");
    expect((await state()).sel).toEqual([]);
  },
  "do it again": async () => {
    await press("Control+Shift+Z");
    expect((await state()).sel).toEqual([7]);
  },
  "show this sheet": async () => {
    await press("?");
    await page.getByRole("dialog").waitFor();
    await press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  },
  "select by a box, or stop it": async () => {
    await press("b");
    expect(await tool("Box")).toBe(true);
    await press("b");
    expect(await tool("Turn")).toBe(true);
  },
  "select by a lasso, or stop it": async () => {
    await press("l");
    expect(await tool("Lasso")).toBe(true);
  },
  "back to turning the cloud": async () => {
    await press("Escape");
    expect(await tool("Turn")).toBe(true);
  },
  "show the selected points alone, or all again": async () => {
    await show({ sel: [7, 8, 9] });
    const all = page.getByRole("button", { name: "Show all", exact: true });
    await press("i");
    await all.waitFor();
    await press("i");
    await all.waitFor({ state: "detached" });
  },
  "deselect all": async () => {
    await press("d");
    expect((await state()).sel).toEqual([]);
  },
  "one dimension less, more": async () => {
    await show({ k: 100, panel: "none" });
    await slider().focus();
    await press("ArrowRight", "ArrowRight", "ArrowLeft");
    expect((await state()).k).toBe(101);
  },
  "to the stop before, after": async () => {
    await press("Shift+ArrowRight");
    expect((await state()).k).toBe(256);
    await show({ k: 101 });
  },
  "half an octave more, less": async () => {
    await press("PageUp");
    expect((await state()).k).toBeGreaterThan(130);
    await press("PageDown");
    expect((await state()).k).toBeLessThan(120);
  },
  "4 dimensions, all": async () => {
    await press("Home");
    expect((await state()).k).toBe(4);
    await press("End");
    expect((await state()).k).toBe(3072);
  },
  turn: async () => {
    await show({ k: 64 });
    await focusCloud();
    await changesPicture("ArrowLeft");
    await changesPicture("ArrowUp");
  },
  "closer, farther": async () => {
    await changesPicture("+");
    await changesPicture("-");
  },
  "put back": () => changesPicture("0"),
  "add a point to the selection, or take it out": async () => {
    // Held against the cloud point by point in selection.test.ts.
    await page.getByRole("button", { name: /^person/ }).click({ modifiers: ["Shift"] });
    expect((await state()).sel).toHaveLength(320);
    await press("d");
  },
  "mute a label, or show it again": async () => {
    await label("person").focus();
    await press("Enter");
    expect(await isShown("person")).toBe("false");
    await press("Enter");
    expect(await isShown("person")).toBe("true");
  },
  "show it alone, as a double click does": async () => {
    await press("Alt+Enter");
    expect([await isShown("person"), await isShown("animal")]).toEqual(["true", "false"]);
    await press("Alt+Enter");
    expect(await isShown("animal")).toBe("true");
  },
  "select its points": async () => {
    await press("Shift+Enter");
    expect((await state()).sel).toHaveLength(320);
    await press("d");
  },
  "one line up, down": async () => {
    await show({ panel: "table" });
    await page.locator("tr[data-line='0'] button").focus();
    await press("ArrowDown", "ArrowDown", "ArrowUp");
    expect(await page.evaluate(() => document.activeElement?.closest("tr")?.ariaRowIndex)).toBe("3");
  },
  select: async () => {
    await press("Enter");
    expect((await state()).sel).toEqual([1]);
  },
  "add to the selection, or take out": async () => {
    await press("ArrowDown", "Shift+Enter");
    expect((await state()).sel).toEqual([2, 1]);
    await press("Shift+Enter");
    expect((await state()).sel).toEqual([1]);
    await show({ sel: [], panel: "none" });
  },
  "one stop back, on": async () => {
    await show({ story: 1 });
    const heading = page.getByRole("heading", { name: "A text becomes a point" });
    // It takes the focus, which the keys need.
    await heading.waitFor();
    await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
    await press("ArrowRight", "ArrowRight", "ArrowLeft");
    expect((await state()).story).toBe(2);
    await page.getByRole("button", { name: "Leave" }).click();
    await show({ k: 64 });
  },
};

test("every line of the sheet of shortcuts is true", async () => {
  await page.getByRole("button", { name: "Help" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("heading", { name: "Lists and table" }).waitFor();
  const lines = await sheet.locator("dd").allTextContents();
  expect(lines).toEqual(Object.keys(CHECKS));
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  // The focus is given back to where the sheet was opened.
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Help");
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  for (const [line, check] of Object.entries(CHECKS)) {
    await check().catch((error) => {
      throw new Error(`“${line}”: ${error.message}`, { cause: error });
    });
  }
});

test("letters typed in a text are no shortcuts, nor are they once they are turned off", async () => {
  await page.getByRole("searchbox").focus();
  await page.keyboard.type("bold?");
  expect(await page.getByRole("searchbox").inputValue()).toBe("bold?");
  expect(await tool("Turn")).toBe(true);
  await press("Escape", "Escape");
  await page.keyboard.press("?");
  const box = page.getByRole("checkbox");
  await box.uncheck();
  await press("Escape", "b", "?", "/");
  expect(await tool("Turn")).toBe(true);
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.reload();
  await page.getByRole("button", { name: "Help" }).click();
  expect(await box.isChecked()).toBe(false);
});
