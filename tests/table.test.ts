import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { testBrowser } from "./support/browser";

const browser = testBrowser([], "quickPage");
let page: Page;
beforeAll(async () => {
  page = await browser.open("#data=wordnet-mrl-3072&k=64&panel=table");
  await page.evaluate(() => window.matryoscope.setState({ k: 64 }));
  await page.getByText("2,500 points at 64 dimensions", { exact: true }).waitFor();
});

/** The figures that stand in a column, from the top of what is in sight. */
const column = (number: number) =>
  page
    .locator("tbody tr[data-line]")
    .evaluateAll((rows, at) => rows.slice(0, 12).map((row) => row.children[at].textContent ?? ""), number);
const numbers = async (at: number) => (await column(at)).map((text) => Number(text.replace("−", "-")));

test("the table is the cloud in words: sorted by a score it begins with the largest, at this k and at the next", async () => {
  const table = page.getByRole("table", { name: "Points" });
  expect(await table.getAttribute("aria-rowcount")).toBe("2501");
  const head = page.getByRole("columnheader", { name: /^Axis 2/ });
  await head.getByRole("button").click();
  await head.getByRole("button").click();
  expect(await head.getAttribute("aria-sort")).toBe("descending");
  const largest = () =>
    page.evaluate(() => {
      const scores = window.matryoscope.frame()?.scores ?? new Float32Array(0);
      return [...scores.filter((_, i) => i % 3 === 1)].sort((a, b) => b - a).slice(0, 12);
    });
  for (const k of [64, 16]) {
    await page.evaluate((wish) => window.matryoscope.setState({ k: wish }), k);
    await page.getByText(`2,500 points at ${k} dimensions`, { exact: true }).waitFor();
    const expected = await largest();
    await expect.poll(async () => Math.abs((await numbers(4))[0] - expected[0])).toBeLessThan(6e-4);
    (await numbers(4)).forEach((score, i) => {
      expect(score).toBeCloseTo(expected[i], 2);
    });
  }
  await head.getByRole("button").click();
  expect(await head.getAttribute("aria-sort")).toBe("none");
});

test("titles are sorted; muted points leave the table as they leave the cloud", async () => {
  const head = page.getByRole("columnheader", { name: /^Title/ }).getByRole("button");
  await head.click();
  const titles = await column(0);
  expect(titles).toEqual([...titles].sort(new Intl.Collator("en", { sensitivity: "base", numeric: true }).compare));
  await page.getByRole("button", { name: /^artifact/ }).click();
  await page.getByText("2,050 points at 16 dimensions", { exact: true }).waitFor();
  expect(await column(1)).not.toContain("artifact");
  await page.keyboard.press("Control+z");
  await page.getByText("2,500 points at 16 dimensions", { exact: true }).waitFor();
  await head.click();
  await head.click();
});

test("a row is selected, by mouse and by keys, and what is selected elsewhere is brought into sight", async () => {
  const sel = () => page.evaluate(() => window.matryoscope.getState().sel);
  await page.locator("tr[data-line='2'] td").nth(1).click();
  expect(await sel()).toEqual([2]);
  await page.locator("tr[data-line='2'] button").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+Enter");
  expect(await sel()).toEqual([3, 2]);
  await page.keyboard.press("End");
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest("tr")?.ariaRowIndex)).toBe("2501");
  await page.keyboard.press("Enter");
  expect(await sel()).toEqual([2499]);
  await page.evaluate(() => window.matryoscope.setState({ sel: [1250] }));
  await page.locator("tr[data-line='1250'][data-selected]").waitFor();
  expect(await page.locator("tr[data-line='1250']").isVisible()).toBe(true);
});
