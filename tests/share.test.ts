import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../cli/testing/run";
import type { LinkState } from "../src/state";
import { testBrowser } from "./support/browser";
import { startFileServer } from "./support/file-server";
import { differingShare, steadyPicture } from "./support/pictures";
import { resize } from "./support/settled";

const browser = testBrowser([], "quickPage");
const PLAIN = "#data=wordnet-plain-1536&k=64";

// All that a link can say, each unlike its default.
const EVERYTHING: LinkState = {
  data: "wordnet-plain-1536",
  k: 300,
  mode: "unit",
  axes: "pc",
  scale: "linear",
  size: "true",
  color: "category",
  mute: ["animal", "plant"],
  sel: [77, ...Array.from({ length: 700 }, (_, i) => 100 + 2 * i + (i % 3 === 0 ? 1 : 0))],
  q: "tree",
  panel: "points",
  compare: "wordnet-mrl-1536",
  cam: [0.5, 0.4, 0.7, 0.05, 0, 0],
  ghost: { k: 64, mode: "raw", axes: "aligned" },
  trails: true,
  play: { speed: 2, direction: "down", loop: true, from: 64, to: 1024 },
  story: 3,
  theme: "light",
};
const ISOLATED = Array.from({ length: 1_500 }, (_, i) => 40 + i);

let sender: Page;
let link: string;
beforeAll(async () => {
  sender = await browser.open(PLAIN, { permissions: ["clipboard-read", "clipboard-write"] });
  await sender.evaluate(([state, isolate]) => window.matryoscope.setState({ ...state, isolate }), [
    EVERYTHING,
    ISOLATED,
  ] as const);
});

const stateOf = (page: Page) => page.evaluate(() => window.matryoscope.getState());

/** Waits for what comes after the first frame: the ghost, and the second cloud turned to the first. */
async function whole(page: Page): Promise<void> {
  await page.evaluate(() => window.matryoscope.setState({}));
  // The caption of the second cloud, which is there with the cloud.
  await page
    .getByText(/first 300 dims/)
    .first()
    .waitFor();
}

test("a view with everything set opens elsewhere as it was: the same state, the same picture", async () => {
  await whole(sender);
  await sender.getByRole("button", { name: "Share" }).click();
  const sheet = sender.getByRole("dialog", { name: "Share" });
  link = await sheet.getByRole("textbox", { name: "Link to this view" }).inputValue();
  await sheet.getByRole("button", { name: "Close" }).click();
  await sheet.waitFor({ state: "detached" });
  console.log(`everything set: ${link.length} characters`);
  expect(link.length).toBeLessThan(2_000);
  // A fresh profile of the browser: nothing is known there but the link.
  const reader = await browser.open(link.slice(link.indexOf("#")));
  await whole(reader);
  expect(await stateOf(reader)).toEqual(await stateOf(sender));
  expect((await stateOf(reader)).isolate).toEqual(ISOLATED);
  // The size of the second cloud is known once all of its dims are solved for, which no script is told: on either page
  // that may come after the picture was at rest.
  let share = 1;
  const look = async () => {
    share = await differingShare(reader, await steadyPicture(sender), await steadyPicture(reader));
    return share;
  };
  await expect.poll(look).toBeLessThan(0.005);
  console.log(`pixels that differ: ${(share * 100).toFixed(3)} %`);
  await reader.context().close();
});

test("another window, another language: the same state", async () => {
  const { lang: _, ...sent } = await stateOf(sender);
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: "zh-CN" };
  const reader = await browser.open(link.slice(link.indexOf("#")), phone);
  const { lang, ...got } = await stateOf(reader);
  expect(got).toEqual(sent);
  expect(lang).toBe("zh");
  // What it shows is the same: the panel, its search, the stop of the story.
  expect(await reader.getByRole("searchbox").inputValue()).toBe("tree");
  await reader.context().close();
});

test("the sheet copies the link, shortens it, and shows it to a lecture hall", async () => {
  await sender.getByRole("button", { name: "Share" }).click();
  const sheet = sender.getByRole("dialog", { name: "Share" });
  await sheet.getByRole("button", { name: "Copy link" }).click();
  await sheet.getByRole("status").getByText("Copied.").waitFor();
  expect(await sender.evaluate(() => navigator.clipboard.readText())).toBe(link);
  const says = await sheet.getByRole("list").textContent();
  for (const what of [
    "300 of 1,536",
    "2 labels muted",
    "701 points selected",
    "1,500 points shown alone",
    "ghost of 64",
  ]) {
    expect(says).toContain(what);
  }
  const code = sheet.getByRole("img", { name: "QR code of the link" });
  const drawn = await code.locator("path").getAttribute("d");
  await sheet.getByRole("checkbox", { name: /^With the points/ }).click();
  const shorter = await sheet.getByRole("textbox", { name: "Link to this view" }).inputValue();
  expect(shorter).not.toMatch(/sel=|isolate=/);
  expect(shorter.length).toBeLessThan(link.length - 200);
  expect(await code.locator("path").getAttribute("d")).not.toBe(drawn);
  await sheet.getByRole("button", { name: "Full screen" }).click();
  const stage = sender.getByRole("dialog", { name: "QR code of the link" });
  expect(await stage.textContent()).toContain(shorter);
  await sender.keyboard.press("Escape");
  await stage.waitFor({ state: "detached" });
  expect(await sheet.isVisible()).toBe(true);
  await sender.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
});

test("the device's own sheet is offered where there is one, and given the link", async () => {
  await sender.evaluate(() => {
    Object.assign(window, { shared: [] as unknown[] });
    Object.defineProperty(navigator, "share", {
      configurable: true,
      value: async (data: unknown) => void (window as unknown as { shared: unknown[] }).shared.push(data),
    });
  });
  await sender.keyboard.press("u");
  await sender.getByRole("button", { name: "Share by the device…" }).click();
  const shared = () => sender.evaluate(() => (window as unknown as { shared: { url: string }[] }).shared);
  await expect.poll(shared).toMatchObject([{ url: link }]);
  await sender.keyboard.press("Escape");
  await sender.getByRole("dialog").waitFor({ state: "detached" });
});

test("a file of this machine is packed by the command that the sheet gives, and opens elsewhere by the link it makes", async () => {
  const page = await browser.open(PLAIN);
  await page.getByRole("button", { name: "Open data", exact: true }).click();
  await page.locator("input[type=file]").first().setInputFiles("tests/samples/columns.csv");
  await page.getByRole("dialog").getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect((await stateOf(page)).data).toBe("local:columns");
  await page.evaluate(() => window.matryoscope.setState({ k: 16, sel: [3, 4] }));
  const shown = await page.evaluate(() => window.matryoscope.frame()!.explainedVariance);
  await page.keyboard.press("u");
  const command = await page.getByRole("textbox", { name: "In a checkout of Matryoscope" }).inputValue();
  expect(command).toMatch(/^npm run -s matryoscope -- pack columns\.csv .*--out columns$/);

  // As a shell reads it, with the file and the folder where they are here.
  const folder = mkdtempSync(join(tmpdir(), "share-"));
  const words = execFileSync("sh", ["-c", `printf '%s\\n' ${command.split(" -- ")[1]}`], { encoding: "utf8" });
  const args = words.trim().split("\n");
  args[args.indexOf("columns.csv")] = resolve("tests/samples/columns.csv");
  args[args.length - 1] = folder;
  expect(await run(...args)).toMatchObject({ status: 0 });
  const files = readdirSync(folder).map((name) => [`columns/${name}`, readFileSync(join(folder, name))]);
  rmSync(folder, { recursive: true });
  const host = await startFileServer(Object.fromEntries(files));
  const at = new URL("columns/", host.url).href;

  await page.getByRole("textbox", { name: "Where the folder lies" }).fill(at);
  const made = await page.getByRole("textbox", { name: "The link to this view, then" }).inputValue();
  const reader = await browser.open(made.slice(made.indexOf("#")));
  expect(await stateOf(reader)).toMatchObject({ data: at, k: 16, sel: [3, 4] });
  // The first frame may be of the dims that were there by then.
  await reader.evaluate(() => window.matryoscope.setState({}));
  const theirs = await reader.evaluate(() => window.matryoscope.frame()!.explainedVariance);
  for (const [i, variance] of theirs.entries()) expect(variance / shown[i]).toBeCloseTo(1, 5);
  await Promise.all([page.context().close(), reader.context().close(), host.close()]);
});

test("the bar holds all its names at every width, and nothing lies over anything or beyond the window", async () => {
  await sender.evaluate(() => window.matryoscope.setState({ panel: "none", compare: "none", story: 0 }));
  const names = ["Open data", "Story", "Share", "Export", "Help", /^Theme: /] as const;
  for (const width of [1440, 1024, 768, 390, 320]) {
    await resize(sender, { width, height: 800 });
    const bar = sender.locator(".top-bar");
    const more = bar.getByRole("button", { name: "More" });
    await expect.poll(() => more.count(), { message: `More at ${width}` }).toBe(width < 960 ? 1 : 0);
    const boxes = await bar.evaluate((one) =>
      [...one.querySelectorAll(":scope > *, .top-bar-end > *")]
        .filter((part) => part.checkVisibility() && !part.matches(".top-bar-end, [popover]"))
        .map((part) => part.getBoundingClientRect())
        .map(({ left, right }) => [left, right]),
    );
    for (const [i, [left]] of boxes.entries()) expect(left).toBeGreaterThanOrEqual(boxes[i - 1]?.[1] ?? 0);
    expect(boxes.at(-1)![1]).toBeLessThanOrEqual(width);
    expect(await bar.getByRole("heading", { name: "Matryoscope" }).locator("svg").isVisible()).toBe(true);
    const title = bar.locator(".space-title").first();
    const [cut, size] = await title.evaluate((one) => [
      Math.max(one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight),
      Number.parseFloat(getComputedStyle(one).fontSize),
    ]);
    expect(cut, `the title at ${width}`).toBe(0);
    expect(size).toBeGreaterThanOrEqual(12);
    if (await more.count()) await more.click();
    // On a small screen the story is begun from among the names of the panels.
    for (const name of names) {
      const button = (name === "Story" ? sender : bar).getByRole("button", { name, exact: true });
      await expect.poll(() => button.filter({ visible: true }).count(), { message: `${name} at ${width}` }).toBe(1);
    }
    expect(await bar.getByRole("combobox", { name: "Language" }).isVisible()).toBe(true);
    if (await more.count()) {
      // What opens from there gives the focus back to More.
      await bar.getByRole("button", { name: "Help" }).click();
      await sender.getByRole("dialog").getByRole("button", { name: "Close" }).click();
      await expect.poll(() => more.evaluate((one) => one === document.activeElement)).toBe(true);
    }
  }
});

afterAll(() => sender?.context().close());
