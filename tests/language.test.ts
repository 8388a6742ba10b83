import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { testBrowser } from "./support/browser";
import { clippedTexts } from "./support/clipped";
import { resize } from "./support/settled";

const LINK = "#data=wordnet-plain-1536&k=64&sel=12,40&cam=0.5,0.5,0.7,0,0,0";
const browser = testBrowser();
const state = (page: Page) => page.evaluate(() => window.matryoscope.getState());

test("the browser says which language, the reader says better, and nothing is taken down", async () => {
  const page = await browser.open(LINK, { locale: "zh-TW" });
  await page.getByRole("slider", { name: "维度" }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("zh");
  await expect
    .poll(() => page.getByRole("slider", { name: "维度" }).getAttribute("aria-valuetext"))
    .toBe("64 维，共 1,536 维");
  const before = await state(page);
  expect(before.lang).toBe("zh");
  await page.evaluate(() => {
    const canvas = document.querySelector("canvas")!;
    Object.assign(window, { canvas, lost: 0 });
    canvas.addEventListener("webglcontextlost", () => Object.assign(window, { lost: 1 }));
  });
  await page.getByRole("button", { name: "帮助" }).click();
  await page.getByRole("dialog", { name: "按键与手势" }).waitFor();
  await page.keyboard.press("Escape");

  const languages = page.getByRole("combobox", { name: "Language" });
  // A hand can reach it: a test that chooses an option asks for no pointer.
  await languages.hover();
  await languages.selectOption({ label: "English" });
  await page.getByRole("slider", { name: "Dimensions" }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
  expect(await state(page)).toEqual({ ...before, lang: "en" });
  await page.getByRole("img", { name: "Point cloud" }).waitFor();
  const kept = () => {
    const { canvas, lost } = window as unknown as { canvas: HTMLCanvasElement; lost: number };
    return canvas.isConnected && lost === 0 && canvas.getContext("webgl2")?.isContextLost() === false;
  };
  expect(await page.evaluate(kept)).toBe(true);
  // It differs from what the browser says, so a link tells it; and it is kept for the next visit.
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("lang=en");
  const address = page.url().split("#")[0];
  await page.goto("about:blank");
  await page.goto(address);
  await page.getByRole("slider", { name: "Dimensions" }).waitFor();
});

test("a link says which language, over all else, and a language there is not is left out", async () => {
  const page = await browser.open(`${LINK}&lang=zh`);
  await page.getByRole("slider", { name: "维度" }).waitFor();
  await page.evaluate(() => window.matryoscope.setState({ lang: "en" }));
  await page.getByRole("slider", { name: "Dimensions" }).waitFor();
  await page.evaluate((link) => {
    location.hash = `${link}&lang=tlh`;
  }, LINK);
  await page.getByText("The link says lang=tlh").waitFor();
  expect((await state(page)).lang).toBe("en");
});

/** Until it is there: what a sheet shows is fetched when it is first asked for. */
async function openSheet(page: Page, button: RegExp) {
  await page.getByRole("button", { name: button }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("heading").first().waitFor();
  if (await sheet.getByRole("tab").count()) await sheet.locator("[role=tabpanel] > *").first().waitFor();
}

/** What there is to read: each is opened on a wide screen, and looked at on all. */
const STATES: Record<string, (page: Page) => Promise<unknown>> = {
  "no panel": (page) => page.evaluate(() => window.matryoscope.setState({ panel: "none" })),
  ...Object.fromEntries(
    (["points", "table", "space", "retrieval", "compare"] as const).map((panel) => [
      panel,
      async (page: Page) => {
        await page.evaluate((open) => window.matryoscope.setState({ panel: open }), panel);
        // As what a sheet shows.
        await page.locator(`[data-panel=${panel}] .side-content > *`).first().waitFor();
      },
    ]),
  ),
  help: (page) => openSheet(page, /^(Help|帮助)$/),
  share: (page) => openSheet(page, /^(Share|分享)$/),
  export: (page) => openSheet(page, /^(Export|导出)$/),
};
const WIDE = { width: 1440, height: 900 };
const SCREENS = {
  "a desk": { touch: false, sizes: [WIDE, { width: 1024, height: 768 }] },
  "a phone": {
    touch: true,
    sizes: [
      { width: 390, height: 844 },
      { width: 320, height: 640 },
    ],
  },
};

describe.each(Object.entries(SCREENS))("on %s", (_, { touch, sizes }) => {
  test("no text is cut off, in either language", async () => {
    const page = await browser.open(LINK, { hasTouch: touch });
    const found: Record<string, string[]> = {};
    for (const lang of ["en", "zh"] as const) {
      await page.evaluate((next) => window.matryoscope.setState({ lang: next }), lang);
      for (const [name, open] of Object.entries(STATES)) {
        await page.setViewportSize(WIDE);
        await open(page);
        for (const size of sizes) {
          await resize(page, size);
          const clipped = await page.evaluate(clippedTexts);
          if (clipped.length > 0) found[`${name}, ${lang}, ${size.width} × ${size.height}`] = clipped;
        }
        await page.setViewportSize(WIDE);
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "detached" });
      }
    }
    expect(found).toEqual({});
  });
});
