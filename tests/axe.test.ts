import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { testBrowser } from "./support/browser";
import { settled } from "./support/settled";

const browser = testBrowser([], "quickPage");
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** What axe finds wrong in either theme: each rule with the elements it names. */
async function violations(page: Page, within = "html"): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction((scheme) => document.documentElement.dataset.theme === scheme, colorScheme);
    await settled(page);
    const rules = await page.evaluate(async (part) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(part);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
    }, within);
    found.push(...rules.map((rule) => `${colorScheme}: ${rule}`));
  }
  return found;
}

/** A page that stands still: colours on their way are nobody's contrast. */
async function loaded(fragment: string, options: Parameters<typeof browser.open>[1] = {}): Promise<Page> {
  const page = await browser.open(fragment, { ...options, reducedMotion: "reduce" });
  await page.evaluate(axe.source);
  return page;
}

const SPACE = "#data=wordnet-mrl-3072&k=64";
const show = (page: Page, state: Parameters<typeof window.matryoscope.setState>[0]) =>
  page.evaluate((wish) => window.matryoscope.setState(wish), state);
const NOTHING = { sel: [], q: "", panel: "none", color: "category" } as const;

test("axe finds nothing wrong on the desktop, in any state, in both themes", async () => {
  const page = await loaded(SPACE);
  await page.getByRole("radio", { name: "Turn" }).waitFor();
  await page.getByRole("button", { name: /^artifact/ }).waitFor();
  await show(page, { k: 64 });
  expect(await violations(page), "as it opens").toEqual([]);

  await page.getByRole("searchbox", { name: "Search points" }).fill("leopard");
  await page.getByRole("region", { name: "Points" }).getByRole("button", { name: "snow leopard" }).click();
  await page.getByText("neighbours kept at 64 dims").waitFor();
  await page
    .getByRole("region", { name: "Neighbours" })
    .getByRole("button")
    .first()
    .click({ modifiers: ["Shift"] });
  await page.getByRole("list", { name: "Selected" }).waitFor();
  await page.getByRole("radio", { name: "Lasso" }).check();
  await page.getByRole("button", { name: "Isolate" }).click();
  expect(await violations(page), "points searched, selected and isolated").toEqual([]);
  await page.getByRole("radio", { name: "Turn" }).check();
  await page.getByRole("button", { name: "Show all", exact: true }).click();

  await show(page, { ...NOTHING, sel: [3, 4], panel: "table", color: "radius" });
  await page.getByRole("columnheader", { name: "Distance" }).getByRole("button").click();
  expect(await violations(page), "the table, coloured by numbers").toEqual([]);

  await show(page, { ...NOTHING, sel: [3], panel: "retrieval" });
  await page.getByText("1,000 queries").waitFor({ timeout: 180_000 });
  await page.getByRole("figure", { name: "Recall by prefix" }).getByRole("slider").waitFor();
  expect(await violations(page, ".side-panel"), "what it means for retrieval").toEqual([]);
  await show(page, { ...NOTHING, panel: "compare", compare: "last" });
  await page.getByText(/points of recall|cannot be told/).waitFor({ timeout: 180_000 });
  expect(await violations(page), "two clouds beside each other").toEqual([]);
  await show(page, { ...NOTHING, compare: "none" });

  await page.getByRole("button", { name: "Story", exact: true }).click();
  const heading = page.getByRole("heading", { name: "A text becomes a point" });
  await heading.waitFor();
  // From there the arrows lead on.
  await expect.poll(() => heading.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press("ArrowRight");
  await page.getByRole("heading", { name: "Dolls in dolls" }).waitFor();
  expect(await violations(page, ".story"), "the story").toEqual([]);
  await page.getByRole("button", { name: "Stop 2 of 9, all stops" }).click();
  await page.getByRole("list", { name: "Stops" }).waitFor();
  expect(await violations(page, ".story"), "the stops of the story").toEqual([]);
  await page.getByRole("button", { name: "Leave" }).click();

  // While a list or a dialog is open, the rest of the page is hidden from assistive technology; the rules about a whole
  // page then speak of what nobody can reach.
  await show(page, NOTHING);
  for (const name of ["Dataset", "Colour by"]) {
    await page.getByRole("combobox", { name }).click();
    await page.getByRole("option").first().waitFor();
    expect(await violations(page, "[role=listbox]"), name).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("listbox").waitFor({ state: "detached" });
  }
  await page.getByRole("button", { name: "Speed and range" }).click();
  await page.getByRole("dialog", { name: "Playback" }).waitFor();
  expect(await violations(page, "[role=dialog]"), "the settings of Play").toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Help" }).click();
  await page.getByRole("dialog").waitFor();
  expect(await violations(page, "dialog"), "the sheet of shortcuts").toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await page.getByRole("button", { name: "Open data" }).click();
  await page.getByRole("dialog", { name: "Open data" }).waitFor();
  expect(await violations(page, "dialog"), "the ways to open data").toEqual([]);
  await page.getByLabel("Files to open").setInputFiles("tests/samples/matrix.npy");
  await page.getByText("500 rows × 96 dimensions").waitFor();
  await page.getByRole("radio", { name: "A random sample" }).check();
  expect(await violations(page, "dialog"), "what was found in a file").toEqual([]);
});

test("axe finds nothing wrong on a phone, in any state, in both themes", async () => {
  const page = await loaded(SPACE, PHONE);
  await page.getByRole("button", { name: /^artifact/ }).waitFor();
  await show(page, { k: 64 });
  expect(await violations(page), "as it opens").toEqual([]);

  await page.getByRole("searchbox", { name: "Search points" }).fill("pine");
  await page.getByRole("list", { name: "Found" }).getByRole("button").first().tap();
  await page.getByText("neighbours kept at 64 dims").waitFor();
  expect(await violations(page), "the sheet of points").toEqual([]);

  await show(page, { ...NOTHING, panel: "table", color: "axis1" });
  await page.getByRole("table").waitFor();
  expect(await violations(page), "the sheet with the table, coloured by numbers").toEqual([]);

  await show(page, { ...NOTHING, panel: "compare" });
  await page.getByRole("combobox", { name: "Compare with" }).waitFor();
  expect(await violations(page), "the sheet of the comparison").toEqual([]);

  await show(page, NOTHING);
  await page.getByRole("button", { name: "Story", exact: true }).tap();
  await page.getByRole("heading", { name: "A text becomes a point" }).waitFor();
  expect(await violations(page), "the sheet of the story").toEqual([]);
  await page.getByRole("button", { name: "Fold" }).tap();
  await page.getByRole("button", { name: "1. A text becomes a point" }).waitFor();
  expect(await violations(page), "the story, folded").toEqual([]);
  await page.getByRole("button", { name: "1. A text becomes a point" }).tap();
  await page.getByRole("button", { name: "Leave" }).tap();

  await page.getByRole("button", { name: "More" }).tap();
  await page.getByRole("button", { name: "Help" }).waitFor();
  expect(await violations(page), "what the bar has no room for").toEqual([]);
  await page.getByRole("button", { name: "Help" }).tap();
  await page.getByRole("dialog").waitFor();
  expect(await violations(page, "dialog"), "the sheet of shortcuts").toEqual([]);
  await page.getByRole("button", { name: "Close" }).tap();

  await page.getByRole("button", { name: "More" }).tap();
  await page.getByRole("button", { name: "Open data" }).tap();
  await page.getByRole("tab", { name: "Hugging Face" }).tap();
  await page.getByRole("textbox", { name: "Name of the dataset" }).fill("no owner");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").waitFor();
  expect(await violations(page, "dialog"), "what is no dataset").toEqual([]);
});

test("axe finds nothing wrong when the space cannot be shown, in both themes", async () => {
  const page = await loaded("#data=no-such-space", { wait: false });
  await page.getByRole("alert").waitFor();
  expect(await violations(page)).toEqual([]);
});
