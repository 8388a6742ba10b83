import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { testBrowser } from "./support/browser";

type Ends = [number, number, number];
const golden = JSON.parse(readFileSync("tests/reference/compare.json", "utf8"));
const reference = golden.comparisons.find((one: { with: string }) => one.with === "last of wordnet-mrl-1536");

const browser = testBrowser();
let page: Page;
let panel: Locator;
beforeAll(async () => {
  page = await browser.open("#data=wordnet-mrl-1536&k=64&panel=compare");
  panel = page.getByRole("region", { name: "Compare" });
});

/** The figure of a row of the table and its interval, as shown. */
async function figures(name: string | RegExp): Promise<number[]> {
  const row = panel.getByRole("region", { name: "Measures" }).getByRole("row", { name });
  const text = (await row.getByRole("cell").allTextContents()).join(" ");
  return (text.match(/[−+]?\d\.\d+/g) ?? []).map((figure) => Number(figure.replace("−", "-")));
}

const STUDY_MS = 180_000;
const measured = () => panel.getByText(/points of recall|cannot be told/).waitFor({ timeout: STUDY_MS });

test("a control opens beside the space, and what they have in common is what numpy says", async () => {
  await panel.getByRole("combobox", { name: "Compare with" }).click();
  await page.getByRole("option", { name: "Its last dims" }).click();
  await page.getByText("last 64 dims", { exact: true }).waitFor();
  await measured();
  const held: [string | RegExp, Ends][] = [
    [/first 64/, reference.recall],
    [/last 64/, reference.otherRecall],
    [/Difference/, reference.difference],
    [/Neighbours/, reference.overlap],
    [/Cosine/, reference.cosine],
  ];
  for (const [name, ends] of held) {
    const shown = await figures(name);
    expect(shown).toHaveLength(3);
    // Ties among the neighbours may fall otherwise in single precision.
    shown.forEach((figure, i) => {
      expect(Math.abs(figure - ends[i])).toBeLessThan(0.003);
    });
  }
  const [cka, low, high] = await figures(/CKA/);
  expect(Math.abs(cka - reference.cka)).toBeLessThan(0.001);
  expect(reference.ckaOfAll).toBeGreaterThan(low);
  expect(reference.ckaOfAll).toBeLessThan(high);
  const [residual] = await figures(/Distance/);
  expect(Math.abs(residual - reference.residual)).toBeLessThan(0.002);
});

test("slider, camera, pointer and selection are one for both clouds", async () => {
  await page.evaluate(() => window.matryoscope.setState({ k: 4, sel: [12] }));
  await page.getByText("last 4 dims", { exact: true }).waitFor();
  const marks = page.locator(".selection-mark:not([hidden])");
  await expect.poll(() => marks.count()).toBe(2);
  const cloud = page.getByRole("img", { name: "Point cloud" });
  const lefts = () => marks.evaluateAll((all) => all.map((mark) => mark.getBoundingClientRect().left));
  await measured();
  const camera = () => page.evaluate(() => window.matryoscope.getState().cam);
  const stood = await camera();
  const before = await lefts();
  await cloud.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowLeft");
  // The camera tells where it stands once it rests.
  await expect.poll(camera).not.toEqual(stood);
  const after = await lefts();
  for (const i of [0, 1]) expect(Math.abs(after[i] - before[i])).toBeGreaterThan(1);
  // The second mark is in the second half: the pointer on it names that point in both.
  let nudge = 0;
  const named = async () => {
    const second = (await lefts()).reduce((most, left, i, all) => (left > all[most] ? i : most), 0);
    const box = await marks.nth(second).boundingBox();
    nudge = 1 - nudge;
    await page.mouse.move((box?.x ?? 0) + 4 + nudge, (box?.y ?? 0) + 4);
    return page.locator(".hover-mark:not([hidden])").count();
  };
  await expect.poll(named).toBe(2);
});

test("truncated vectors: the experiments show figures, and renormalising changes no list", async () => {
  await page.evaluate(() => window.matryoscope.setState({ k: 64 }));
  const experiments = panel.getByRole("region", { name: "Experiments" });
  await experiments
    .getByText(/^At 64 dims.*100 % of the lists of 10 nearest are the same/)
    .waitFor({ timeout: STUDY_MS });
  const cosine = await experiments
    .getByRole("row", { name: /by cosine/ })
    .getByRole("cell")
    .first()
    .textContent();
  const dot = await experiments
    .getByRole("row", { name: /by dot product/ })
    .getByRole("cell")
    .first()
    .textContent();
  expect(Number(cosine)).toBeGreaterThan(Number(dot));
});

test("a space that cannot be had is told in a sentence, and the first one goes on; closing ends the second", async () => {
  await page.evaluate(() => window.matryoscope.setState({ compare: "nowhere" }));
  await panel.getByRole("alert").filter({ hasText: "dataset.json" }).waitFor();
  await page.evaluate(() => window.matryoscope.setState({ k: 32 }));
  await page.evaluate(() => window.matryoscope.setState({ compare: "shuffled" }));
  await page.getByText("32 dims, shuffled", { exact: true }).waitFor();
  const before = page.workers().length;
  await panel.getByRole("button", { name: "Close the panel" }).click();
  await expect.poll(() => page.workers().length).toBeLessThan(before);
  await page.getByText("32 dims, shuffled", { exact: true }).waitFor({ state: "detached" });
  expect(await page.evaluate(() => window.matryoscope.getState().compare)).toBe("none");
});
