import axe from "axe-core";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Connection, connect, FrameFigures, ViewState } from "../src/embed/connect";
import { readLink } from "../src/state/link";
import { type Article, startArticle } from "./support/article";
import { testBrowser } from "./support/browser";
import { settled } from "./support/settled";

declare global {
  interface Window {
    /** The package's client, and a line to the view, on the page of the article. */
    connect: typeof connect;
    line: Connection;
    told: { frames: FrameFigures[]; changes: ViewState[] };
  }
}

// The view in somebody else's page, of another origin, far below what is seen first.
const { open } = testBrowser([], "quickPage");
let article: Article;
let page: Page;
let frame: Frame;
const asked: string[] = [];
const problems: string[] = [];

beforeAll(async () => {
  const src = `${inject("quickPage")}#data=wordnet-plain-1536&k=64&theme=dark&embed=1`;
  const body = `<h1>An article</h1><div style="height: 3000px"></div>
    <iframe id="view" src="${src}" width="800" height="600" title="A cloud" allowfullscreen></iframe>
    <div id="end" style="height: 3000px"></div>
    <script type="module">
      import { connect } from "./connect.js";
      import "./element.js";
      window.connect = connect;
      window.line = connect(document.getElementById("view"));
      window.told = { frames: [], changes: [] };
      window.line.on("frame", (figures) => window.told.frames.push(figures));
      window.line.on("change", (state) => window.told.changes.push(state));
    </script>`;
  article = await startArticle(body, ["connect", "element"]);
  page = await open("", { base: "about:blank", wait: false });
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", ({ message }) => problems.push(message));
  await page.goto(article.url);
  frame = page.frames()[1];
});
afterAll(() => article.close());

const state = () => page.evaluate(() => window.line.getState());
const setState = (wish: ViewState) => page.evaluate((partial) => window.line.setState(partial), wish);
const k = async () => (await state()).k;

test("nothing is begun before the reader has scrolled to it", async () => {
  await frame.waitForFunction(() => window.matryoscope);
  expect(asked.filter((path) => /datasets|scope\.worker/.test(path))).toEqual([]);
  expect(await frame.locator("canvas").count()).toBe(0);
  await page.evaluate(() => document.getElementById("view")?.scrollIntoView({ block: "center" }));
  await page.evaluate(() => window.line.ready);
  await expect.poll(() => asked.some((path) => path.includes("wordnet-plain-1536"))).toBe(true);
  expect(await k()).toBe(64);
});

test("it is the cloud, the timeline and the way to the full view, and nothing else", async () => {
  expect(await frame.getByRole("img", { name: "Point cloud" }).count()).toBe(1);
  expect(await frame.getByRole("slider", { name: "Dimensions" }).count()).toBe(1);
  for (const other of ["banner", "dialog", "tab", "combobox", "searchbox"] as const) {
    expect(await frame.getByRole(other).count(), other).toBe(0);
  }
  for (const name of ["Legend", "First steps", "View"]) {
    expect(await frame.getByRole("region", { name, exact: true }).count(), name).toBe(0);
  }
  const link = frame.getByRole("link", { name: "Open the full view in Matryoscope, in a new tab" });
  await link.hover();
  const href = new URL((await link.getAttribute("href")) as string, inject("quickPage"));
  expect(readLink(href.hash).state).toEqual({ data: "wordnet-plain-1536", k: 64, theme: "dark" });
  expect(await link.getAttribute("target")).toBe("_blank");
});

test("the keys work in it: the slider by arrows, and Space plays and pauses", async () => {
  await frame.getByRole("slider", { name: "Dimensions" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(k).toBe(65);
  await page.keyboard.press("Space");
  await frame.getByRole("button", { name: "Pause" }).waitFor();
  await page.keyboard.press("Space");
  await frame.getByRole("button", { name: "Play" }).waitFor();
  await page.evaluate(() => window.line.play());
  await frame.getByRole("button", { name: "Pause" }).waitFor();
  await page.evaluate(() => window.line.pause());
  await frame.getByRole("button", { name: "Play" }).waitFor();
});

test("the wheel scrolls the article on, unless the view has the focus or Ctrl is down", async () => {
  const cam = async () => (await state()).cam;
  const scrolled = () => page.evaluate(() => scrollY);
  await page.evaluate(() => {
    (document.activeElement as HTMLElement).blur();
    window.focus();
  });

  await page.mouse.move(500, 400);
  const before = { at: await scrolled(), cam: await cam() };
  await page.mouse.wheel(0, 60);
  const at = before.at + 60;
  await expect.poll(scrolled).toBe(at);
  // A camera that has moved tells so once it rests.
  await page.waitForTimeout(400);
  expect(await cam()).toEqual(before.cam);

  await page.keyboard.down("Control");
  await page.mouse.wheel(0, 60);
  await page.keyboard.up("Control");
  await expect.poll(cam).not.toEqual(before.cam);
  const closer = await cam();

  await frame.getByRole("img", { name: "Point cloud" }).click({ position: { x: 20, y: 200 } });
  await page.mouse.wheel(0, 60);
  await expect.poll(cam).not.toEqual(closer);
  expect(await scrolled()).toBe(at);
});

test("a page asks, changes and listens by the client, and is told what cannot be", async () => {
  await setState({ k: 128, mode: "unit", sel: [7, 3], cam: [0, 0, 1, 0, 0, 0] });
  const now = await state();
  expect(now).toMatchObject({ k: 128, mode: "unit", sel: [7, 3], color: "category", theme: "dark" });
  expect(now).not.toHaveProperty("embed");
  // What it tells of itself it takes again.
  await setState({ ...now, mode: "raw", sel: [] });
  expect(await state()).toEqual({ ...now, mode: "raw", sel: [] });

  const told = await page.evaluate(() => window.told);
  expect(told.frames.at(-1)).toMatchObject({ k: 128, mode: "raw", axes: "aligned" });
  expect(told.frames.at(-1)?.explainedVarianceRatio).toHaveLength(3);
  await expect.poll(() => page.evaluate(() => window.told.changes.at(-1)?.k)).toBe(128);

  const refusal = (wish: ViewState) => setState(wish).then(String, ({ message }: Error) => message);
  expect(await refusal({ k: 4_000 })).toContain("RangeError");
  expect(await refusal({ embed: false } as ViewState)).toContain("TypeError: state.embed");
  expect(await page.evaluate(() => window.line.frame().then(String, String))).toContain("own origin");
});

test("what is the reader's own is not shown in it, whoever asks", async () => {
  for (const data of ["kept:diary", "local:diary.npy"]) {
    const said = await page.evaluate((name) => window.line.setState({ data: name }).then(String, String), data);
    expect(said).toContain("the reader's own");
  }
  expect((await state()).data).toBe("wordnet-plain-1536");
  await frame.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["x,y\n1,2"], "own.csv"));
    for (const type of ["dragenter", "dragover", "drop"]) {
      window.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true }));
    }
    window.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer }));
  });
  await page.keyboard.press("o");
  await page.waitForTimeout(200);
  expect(await frame.getByRole("dialog").count()).toBe(0);
});

test("it leaves no station in the article's history", async () => {
  const length = await page.evaluate(() => history.length);
  // Longer than one gesture lasts: what comes now is another.
  await page.waitForTimeout(1_600);
  await setState({ k: 256 });
  await frame.waitForFunction(() => location.hash.includes("k=256&") && location.hash.includes("embed=1"));
  expect(await page.evaluate(() => history.length)).toBe(length);
});

test("it has room in 320 by 240, and axe finds nothing wrong", async () => {
  await frame.evaluate(axe.source);
  for (const [width, height, theme] of [
    [320, 240, "light"],
    [800, 600, "dark"],
  ] as const) {
    await page.evaluate(
      ([width, height]) => Object.assign(document.getElementById("view") as object, { width, height }),
      [width, height],
    );
    await setState({ theme });
    await frame.waitForFunction((expected) => innerWidth === expected, width);
    await expect.poll(() => frame.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
    await settled(frame);
    const wrong = await frame.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 100)).join(" | ")}`);
    });
    expect(wrong, `${width} × ${height}`).toEqual([]);
    const outside = await frame.evaluate(() =>
      [...document.querySelectorAll("button, a, [role=slider], .readout-number")]
        .filter((one) => one.checkVisibility())
        .filter((one) => {
          const { left, top, right, bottom } = one.getBoundingClientRect();
          return left < 0 || top < 0 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5;
        })
        .map((one) => one.outerHTML.slice(0, 80)),
    );
    expect(outside, `${width} × ${height}`).toEqual([]);
    const cloud = await frame.evaluate(
      () => innerHeight - (document.querySelector(".timeline") as HTMLElement).offsetHeight,
    );
    expect(cloud).toBeGreaterThan(140);
  }
});

test("the element opens a view, follows its attributes, tells what happens in it, and takes it away again", async () => {
  await page.evaluate((src) => {
    const element = document.createElement("matryo-scope");
    const events: string[] = [];
    for (const type of ["ready", "frame", "change", "error"]) {
      element.addEventListener(type, (event) =>
        events.push(`${type} ${(event as CustomEvent).detail?.k ?? ""}`.trim()),
      );
    }
    const wish = { src, data: "wordnet-plain-1536", k: "16", theme: "light", loading: "eager" };
    for (const [name, value] of Object.entries(wish)) element.setAttribute(name, value);
    Object.assign(element, { id: "element", events });
    document.getElementById("view")?.replaceWith(element);
  }, inject("quickPage"));
  const element = page.locator("#element");
  await element.scrollIntoViewIfNeeded();
  const events = () => element.evaluate((one) => (one as unknown as { events: string[] }).events);
  await expect.poll(events).toContain("ready");
  expect(await element.evaluate((one) => (one as HTMLElementTagNameMap["matryo-scope"]).getState())).toMatchObject({
    data: "wordnet-plain-1536",
    k: 16,
    theme: "light",
  });
  await element.evaluate((one) => one.setAttribute("k", "24"));
  await expect.poll(events).toContain("frame 24");
  await expect.poll(events).toContain("change 24");
  expect((await events()).filter((event) => event.startsWith("error"))).toEqual([]);
  await element.evaluate((one) => one.remove());
  await expect.poll(() => page.frames().length).toBe(1);
});

test("a view writes nothing down, and the page that opens files is opened anew, and gives the snippet of a view", async () => {
  const fresh = await open("#data=wordnet-plain-1536&k=8&embed=1", { wait: false });
  await fresh.evaluate(() => window.matryoscope.ready);
  await fresh.evaluate(() => window.matryoscope.setState({ theme: "light", sel: [1] }));
  expect(await fresh.evaluate(() => localStorage.length)).toBe(0);
  await fresh.evaluate(() => {
    location.hash = "#data=wordnet-plain-1536&k=8";
  });
  await fresh.getByRole("button", { name: "Open data" }).waitFor();
  expect(await fresh.evaluate(() => window.matryoscope.getState().embed)).toBe(false);
  await fresh.evaluate(() => window.matryoscope.ready);

  // From here an author takes the view into a page.
  await fresh.getByRole("button", { name: "Share", exact: true }).click();
  await fresh.getByRole("tab", { name: "Embed" }).click();
  await fresh.getByRole("radio", { name: "320 × 240" }).check();
  await fresh.getByRole("radio", { name: "Dark", exact: true }).check();
  const text = await fresh.getByRole("textbox", { name: "Put this into the page" }).inputValue();
  const src = /src="([^"]+)"/.exec(text)?.[1].replaceAll("&amp;", "&") as string;
  expect(src).toBe(`${inject("quickPage")}#data=wordnet-plain-1536&k=8&theme=dark&embed=1`);
  expect(text).toContain('width="320"\n  height="240"\n  loading="lazy"\n  allowfullscreen');
  const preview = fresh.frameLocator("iframe");
  await expect
    .poll(() => preview.getByRole("slider", { name: "Dimensions" }).getAttribute("aria-valuetext"))
    .toBe("8 of 1,536 dimensions");
  await expect.poll(() => preview.locator("html").getAttribute("data-theme")).toBe("dark");
  await fresh.context().close();
});

test("nothing of all that was an error on the console", () => {
  expect(problems).toEqual([]);
});
