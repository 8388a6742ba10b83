import { readFileSync } from "node:fs";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { testBrowser } from "./support/browser";
import { settled } from "./support/settled";

// What the Space panel shows, found by role and name, against numpy's figures for the same spaces.
const golden = JSON.parse(readFileSync("tests/reference/studies.json", "utf8"))["wordnet-mrl-1536"];
const browser = testBrowser();
let page: Page;
beforeAll(async () => {
  page = await browser.open("#data=wordnet-mrl-1536&k=128&panel=space");
});

const panel = () => page.getByRole("region", { name: "Space" });
const cursor = (name: string) => panel().getByRole("slider", { name });
const k = async () => Number(await page.getByRole("slider", { name: "Dimensions" }).getAttribute("aria-valuenow"));
/** What the cursor of a chart says, once it says anything: what is measured takes a while. */
async function spoken(name: string): Promise<string> {
  return (await cursor(name).getAttribute("aria-valuetext", { timeout: 180_000 })) ?? "";
}
const whole = (share: number) => `${Math.round(100 * share)} %`;

test("the prefixes hold what numpy says, and the cursors follow the slider", async () => {
  for (const { k: dims, variance, meanSquare, effectiveRank } of golden.prefixes.filter(
    (one: { k: number }) => one.k >= 128,
  )) {
    await page.evaluate((wish) => window.matryoscope.setState({ k: wish }), dims);
    await panel()
      .getByText(`The first ${dims.toLocaleString("en")} dims`)
      .waitFor();
    await expect.poll(() => spoken("Prefix energy")).toContain(`variance ${whole(variance)}`);
    expect(await spoken("Prefix energy")).toContain(`mean ‖x‖² ${whole(meanSquare)}`);
    await expect.poll(() => spoken("Effective rank")).toContain(`effective rank ${Math.round(effectiveRank)}`);
  }
});

test("a step is told with its confidence, and its button goes there", async () => {
  const steps = panel().getByRole("list", { name: "Steps" });
  await steps.getByText("more than 99.99 % sure").waitFor();
  expect(await steps.getByRole("listitem").count()).toBe(1);
  await steps.getByRole("button", { name: "Go to 512" }).click();
  expect(await k()).toBe(512);
});

test("a profile that has not been looked at is not said to have no step", async () => {
  const waiting = await browser.open("about:blank", { base: "", wait: false });
  let goOn: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await waiting.route(/steps\.worker/, async (route) => {
    await held;
    await route.continue();
  });
  const asked = waiting.waitForRequest(/steps\.worker/);
  await waiting.goto(`${inject("page")}#data=wordnet-mrl-1536&k=128&panel=space`);
  await asked;
  const space = waiting.getByRole("region", { name: "Space" });
  await space.getByText("Steps are looked for").waitFor();
  expect(await space.getByText("No step").count()).toBe(0);
  goOn();
  await space.getByRole("list", { name: "Steps" }).waitFor();
  await waiting.context().close();
});

test("an arrow in a chart moves the slider", async () => {
  await cursor("Standard deviation per dimension").press("ArrowRight");
  expect(await k()).toBe(513);
  await expect.poll(() => spoken("Standard deviation per dimension")).toContain("513 dims");
  await cursor("Standard deviation per dimension").press("Shift+ArrowLeft");
  expect(await k()).toBe(512);
});

test("a chart's numbers are a table, and a file, by keys alone", async () => {
  const chart = panel().getByRole("figure", { name: "Effective rank" });
  const numpy = golden.prefixes.find((one: { k: number }) => one.k === 512).effectiveRank;
  await chart.getByRole("button", { name: "Show as table" }).press("Enter");
  await chart.getByRole("row", { name: /^512 / }).waitFor();
  const saved = page.waitForEvent("download");
  await chart.getByRole("button", { name: "Save CSV" }).press("Enter");
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/wordnet-mrl-1536.*\.csv$/);
  const lines = readFileSync(await file.path(), "utf8")
    .trim()
    .split(/\r?\n/);
  expect(lines).toHaveLength(1 + 1536);
  const line = lines.find((one) => one.startsWith("512,"))!;
  expect(Math.abs(Number(line.split(",")[1]) / numpy - 1)).toBeLessThan(5e-5);
});

test("another space's profile lies beside this one", async () => {
  await panel().getByRole("combobox", { name: "Beside" }).selectOption("wordnet-plain-1536");
  await panel().getByText("WordNet · plain 1,536").last().waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll("[role=slider]")].some((one) => one.ariaValueText?.includes("plain 1,536 0.0")),
  );
});

test("the jitter is what numpy finds on the points themselves, and a sentence says it", async () => {
  const { k: dims, eighth, octave, toEnd } = golden.jitter.at(-1);
  await page.evaluate((wish) => window.matryoscope.setState({ k: wish }), dims);
  for (const share of [eighth, octave, toEnd]) {
    const told = share * 100 >= 9.95 ? whole(share) : `${(share * 100).toFixed(1)} %`;
    await expect.poll(() => spoken("Jitter")).toContain(told);
  }
  await panel()
    .getByText(/^From 1,024 to 1,536 dims the points end .* %\.$/)
    .waitFor();
});

test("the points that a cut shortens most are named, and can be selected", async () => {
  const { worst } = golden.cuts.find((one: { k: number }) => one.k === 512);
  await page.evaluate(() => window.matryoscope.setState({ k: 512 }));
  await panel().getByText("A cut to 512 dims shortens these most").waitFor();
  await panel()
    .getByRole("button", { name: `Select these ${worst.length}` })
    .click();
  const { sel } = await page.evaluate(() => window.matryoscope.getState());
  expect([...sel].sort((a, b) => a - b)).toEqual([...worst].sort((a, b) => a - b));
});

test("in unit mode the jitter is measured anew, and can be cancelled", async () => {
  await page.getByRole("radio", { name: "Unit" }).check();
  await panel().getByRole("button", { name: "Cancel the jitter" }).click();
  await panel().getByRole("button", { name: "Measure the jitter" }).waitFor();
});

test("axe finds nothing wrong in it, in either theme", async () => {
  await page.evaluate(axe.source);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
    await settled(page);
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(".side-panel");
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
    });
    expect(found, colorScheme).toEqual([]);
  }
});

test("on a phone the panel scrolls as one, and nothing in it is wider than the screen", async () => {
  const phone = await browser.open("#data=wordnet-mrl-1536&k=512&panel=space", {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const name = "Squared length kept by 512 dims";
  await phone.getByRole("figure", { name }).scrollIntoViewIfNeeded();
  await phone.getByRole("list", { name: "Shortened most" }).waitFor();
  const wide = await phone.evaluate(
    () =>
      [...document.querySelectorAll(".space-panel *")].filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        return right > innerWidth + 1 || left < -1;
      }).length,
  );
  expect(wide).toBe(0);
});
