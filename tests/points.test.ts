import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { testBrowser } from "./support/browser";

const browser = testBrowser();
let page: Page;
// One page for all: each test begins with nothing selected, searched or open.
beforeAll(async () => {
  page = await browser.open("#data=wordnet-mrl-3072&k=64");
  await page.getByRole("button", { name: /^artifact/ }).waitFor();
  await page.evaluate(() => window.matryoscope.setState({ k: 3072 }));
});

async function at(k: number): Promise<Locator> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.evaluate((wish) => window.matryoscope.setState({ k: wish, sel: [], q: "", panel: "none" }), k);
  return page.getByRole("region", { name: "Points" });
}

const inSearch = () => page.evaluate(() => document.activeElement?.getAttribute("type") === "search");

/** Cosines of one point with all others at a prefix, in the page's own data, by plain loops. */
function nearest(title: string, k: number): Promise<string[]> {
  return page.evaluate(
    async ({ name, dims }) => {
      const folder = "datasets/wordnet-mrl-3072";
      const [vectors, scale] = await Promise.all(
        ["vectors.npy", "scale.npy"].map(async (file) => (await fetch(`${folder}/${file}`)).arrayBuffer()),
      );
      const start = (bytes: ArrayBuffer) => 10 + new DataView(bytes).getUint16(8, true);
      const codes = new Int8Array(vectors, start(vectors));
      const scales = new Float32Array(scale.slice(start(scale)));
      const shown = document.querySelector(".selected-point h3")?.textContent;
      if (shown !== name) throw new Error(`${shown} is selected, not ${name}`);
      const rows = 10_000;
      const own = Number(document.querySelector(".selected-point")?.getAttribute("data-row"));
      const [dots, squares] = [new Float64Array(rows), new Float64Array(rows)];
      for (let j = 0; j < dims; j++) {
        const at = j * rows;
        for (let r = 0; r < rows; r++) {
          const value = codes[at + r] * scales[j];
          dots[r] += value * codes[at + own] * scales[j];
          squares[r] += value * value;
        }
      }
      const cosines = dots.map((dot, r) => (r === own ? -2 : dot / Math.sqrt(squares[r] * squares[own])));
      const order = [...cosines.keys()].sort((a, b) => cosines[b] - cosines[a]).slice(0, 10);
      return order.map(String);
    },
    { name: title, dims: k },
  );
}

test("search finds as one types, and a hit shows its text and its neighbours at k and at all dims", async () => {
  const panel = await at(64);
  await page.keyboard.press("/");
  await expect.poll(inSearch).toBe(true);
  await page.keyboard.type("snow leop");
  await panel.getByRole("button", { name: "snow leopard" }).click();
  await panel.getByText("large feline of upland central Asia").waitFor();
  await panel.getByText("neighbours kept at 64 dims").waitFor();
  for (const [label, k] of [
    ["At 64 dims", 64],
    ["At 3,072 dims", 3072],
  ] as const) {
    const list = panel.getByRole("list", { name: label });
    const rows = await list
      .getByRole("listitem")
      .evaluateAll((items) => items.map((item) => item.getAttribute("data-row")));
    expect(rows).toEqual(await nearest("snow leopard", k));
  }
});

test("the neighbours at k follow the slider", async () => {
  const panel = await at(8);
  const search = page.getByRole("searchbox", { name: "Search points" });
  await search.fill("cheetah");
  await panel.getByRole("button", { name: "cheetah", exact: true }).click();
  await panel.getByText("neighbours kept at 8 dims").waitFor();
  const kept = async () => Number(/(\d+) of 10/.exec((await panel.locator(".kept").textContent()) ?? "")?.[1]);
  const few = await kept();
  await page.evaluate(() => window.matryoscope.setState({ k: 2048 }));
  await panel.getByText("neighbours kept at 2,048 dims").waitFor();
  expect(await kept()).toBeGreaterThan(few);
  await page.evaluate(() => window.matryoscope.setState({ k: 3072 }));
  await panel.getByText("neighbours kept at 3,072 dims").waitFor();
  expect(await kept()).toBe(10);
});

test("a click in the cloud selects the point under it, the panel closes, and the selection can be let go", async () => {
  const panel = await at(512);
  const card = page.locator(".hover-card .hover-title");
  let [x, y] = [0, 0];
  // Each place is come to from where nothing is named: what is named then is what lies there.
  for (let i = 0; i < 60 && !(await card.isVisible()); i++) {
    await page.mouse.move(720, 4);
    [x, y] = [560 + i * 7, 330 + (i % 5) * 11];
    await page.mouse.move(x, y);
    await card.waitFor({ timeout: 1_000 }).catch(() => {});
  }
  const title = (await card.textContent()) ?? "";
  // Both halves at once: a press that lasts is no click.
  await page.mouse.click(x, y);
  await panel.getByRole("heading", { name: title }).waitFor();
  await panel.getByRole("button", { name: "Deselect" }).click();
  await panel.getByRole("heading", { name: title }).waitFor({ state: "detached" });
  await panel.getByRole("button", { name: "Close the panel" }).click();
  await panel.waitFor({ state: "detached" });
});

test("what is not there is told, and Escape or a button empties the search", async () => {
  const panel = await at(64);
  const search = page.getByRole("searchbox", { name: "Search points" });
  await search.fill("qwertyuiop");
  await page.getByRole("status").filter({ hasText: "nothing found" }).waitFor();
  await search.press("Escape");
  await expect.poll(() => search.inputValue()).toBe("");
  await search.fill("qwertyuiop");
  await panel.getByRole("button", { name: "Clear the search" }).click();
  await expect.poll(() => search.inputValue()).toBe("");
  await expect.poll(inSearch).toBe(true);
});

test("by keyboard alone: from the search down the hits, one selected, one added, one taken out", async () => {
  const panel = await at(64);
  const sel = () => page.evaluate(() => window.matryoscope.getState().sel.length);
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press("/");
  await expect.poll(inSearch).toBe(true);
  await page.keyboard.type("cat");
  const found = panel.getByRole("list", { name: "Found" });
  await found.getByRole("button", { name: "cat", exact: true }).waitFor();
  // What "c" and "ca" find may stand there first.
  await expect.poll(() => found.getByRole("button").first().textContent()).toBe("cat");
  await page.keyboard.press("ArrowDown");
  await expect.poll(focused).toBe("cat");
  await page.keyboard.press("Enter");
  await panel.getByRole("heading", { name: "cat", exact: true }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const second = await focused();
  await page.keyboard.press("Shift+Enter");
  await panel.getByRole("heading", { name: second ?? "", exact: true }).waitFor();
  expect(await sel()).toBe(2);
  await page.keyboard.press("End");
  await expect.poll(focused).not.toBe(second);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowUp");
  await expect.poll(inSearch).toBe(true);
  const selected = panel.getByRole("list", { name: "Selected" });
  await selected.getByRole("button", { name: "cat", exact: true }).focus();
  await page.keyboard.press("Enter");
  await panel.getByRole("heading", { name: "cat", exact: true }).waitFor();
  expect(await sel()).toBe(2);
  await page.keyboard.press("Delete");
  await panel.getByRole("heading", { name: second ?? "", exact: true }).waitFor();
  expect(await sel()).toBe(1);
});

test("all that is found, or the whole category of a point, is selected at one press and listed", async () => {
  const panel = await at(64);
  await page.evaluate(() => window.matryoscope.setState({ q: "leopard", panel: "points" }));
  await panel.getByRole("button", { name: "Select all found" }).click();
  await panel.getByRole("list", { name: "Selected" }).getByRole("button", { name: "jaguar" }).waitFor();
  await page.evaluate(() => window.matryoscope.setState({ sel: [0], panel: "points" }));
  await panel.getByRole("button", { name: "Select all 1,300 of “person”" }).click();
  const selected = panel.getByRole("list", { name: "Selected" });
  await panel.getByRole("heading", { name: "1,300 selected" }).waitFor();
  const items = selected.getByRole("listitem");
  await expect.poll(() => items.first().getAttribute("aria-setsize")).toBe("1300");
  expect(await items.count()).toBeLessThan(60);
  await selected.getByRole("button").first().focus();
  await page.keyboard.press("End");
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest("li")?.ariaPosInSet)).toBe("1300");
});

test("on a phone the panel is a sheet over the cloud, as wide as the page", async () => {
  const phone = await browser.open("#data=wordnet-mrl-3072&k=512", {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await phone.getByRole("button", { name: /^artifact/ }).waitFor();
  await phone.getByRole("searchbox", { name: "Search points" }).fill("oak");
  const panel = phone.getByRole("region", { name: "Points" });
  await panel.getByRole("list", { name: "Found" }).getByRole("button").first().tap();
  await panel.getByText("neighbours kept at 512 dims").waitFor();
  await expect.poll(async () => (await panel.boundingBox())?.width).toBe(390);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  // What is named is named in what is left of the cloud: not under the bar, the tools or the sheet.
  const labels = () =>
    phone.evaluate(() => {
      const up = [...document.querySelectorAll<HTMLElement>(".labels span")].filter((one) => one.style.opacity === "1");
      const panels = [...document.querySelectorAll("main > [data-over='cloud']")].map((one) =>
        one.getBoundingClientRect(),
      );
      const isUnder = ({ left, right, top, bottom }: DOMRect) =>
        panels.some((one) => left < one.right && one.left < right && top < one.bottom && one.top < bottom);
      return {
        up: up.length > 0,
        under: up.filter((one) => isUnder(one.getBoundingClientRect())).map((one) => one.textContent),
      };
    });
  await expect.poll(labels).toEqual({ up: true, under: [] });
});
