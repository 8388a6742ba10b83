import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { testBrowser } from "./support/browser";

const browser = testBrowser();
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** What axe finds wrong, each rule with the elements it names. */
async function violations(page: Page, within = "html"): Promise<string[]> {
  // Colours on their way are nobody's contrast.
  await page.waitForTimeout(600);
  await page.evaluate(axe.source);
  return page.evaluate(async (part) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(part);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
  }, within);
}

async function loaded(options: Parameters<typeof browser.open>[1]): Promise<Page> {
  const page = await browser.open("#data=wordnet-mrl-3072&k=64", options);
  await page.getByRole("button", { name: /^artifact/ }).waitFor();
  await page.evaluate(() => window.matryoscope.setState({ k: 64 }));
  return page;
}

describe.each(["dark", "light"] as const)("axe finds nothing wrong in the %s theme", (colorScheme) => {
  test("on the desktop, with the settings of Play, and with the panel of points open", async () => {
    const page = await loaded({ colorScheme });
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Speed and range" }).click();
    await page.getByRole("dialog", { name: "Playback" }).waitFor();
    expect(await violations(page, "[role=dialog]")).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("searchbox", { name: "Search points" }).fill("leopard");
    await page.getByRole("region", { name: "Points" }).getByRole("button", { name: "snow leopard" }).click();
    await page.getByText("neighbours kept at 64 dims").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  // While the list is open the library hides the rest of the page from assistive technology and keeps the focus in the
  // list; the rules about a whole page then speak of what nobody can reach.
  test("in the open list of datasets", async () => {
    const page = await loaded({ colorScheme });
    await page.getByRole("combobox", { name: "Dataset" }).click();
    await page.getByRole("option").first().waitFor();
    expect(await violations(page, "[role=listbox]")).toEqual([]);
  });

  test("on a phone, and with the sheet open", async () => {
    const page = await loaded({ colorScheme, ...PHONE });
    expect(await violations(page)).toEqual([]);
    await page.getByRole("searchbox", { name: "Search points" }).fill("oak");
    await page.locator(".hits button").first().tap();
    await page.getByText("neighbours kept at 64 dims").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("when the space cannot be shown", async () => {
    const page = await browser.open("#data=no-such-space", { colorScheme, wait: false });
    await page.getByRole("alert").waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
