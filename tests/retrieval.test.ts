import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { testBrowser } from "./support/browser";
import { generatedSpace } from "./support/generated";
import { retrievalReference } from "./support/retrieval-reference";
import { type Site, startSite } from "./support/site";

const browser = testBrowser();
const reference = retrievalReference();
/** A study of all dims takes half a minute where others are at work. */
const STUDY_MS = 500_000;

interface Said {
  what: "asked" | "frame" | "studying" | "studied";
  at: number;
}
declare global {
  interface Window {
    said: Said[];
  }
}

/** A page that notes what it asks of its worker and what comes back. */
async function openListening(fragment: string): Promise<Page> {
  const page = await browser.open("", { base: "about:blank", wait: false });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.addInitScript(() => {
    window.said = [];
    const note = (type: string) => {
      const what = ({ frame: "frame", studying: "studying", studied: "studied" } as const)[type];
      if (what) window.said.push({ what, at: performance.now() });
    };
    const property = Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage")!;
    Object.defineProperty(Worker.prototype, "onmessage", {
      ...property,
      set(listener: (event: MessageEvent) => void) {
        property.set!.call(this, (event: MessageEvent) => {
          note(event.data?.type);
          listener(event);
        });
      },
    });
    const post = Worker.prototype.postMessage as (...all: unknown[]) => void;
    Object.assign(Worker.prototype, {
      postMessage(this: Worker, ...all: unknown[]) {
        // Behind what the worker had said by then, and a page that stood still has not heard yet.
        if ((all[0] as { type?: string })?.type === "frame") window.postMessage({ askedAt: performance.now() });
        post.apply(this, all);
      },
    });
    addEventListener("message", ({ data }) => {
      if (data?.askedAt !== undefined) window.said.push({ what: "asked", at: data.askedAt });
    });
  });
  await page.goto(inject("page") + fragment);
  await page.evaluate(() => window.matryoscope.ready);
  return page;
}

/** Of every frame that was asked for and came: how long it took, and how many pieces of a study ended meanwhile. */
function waits(said: Said[]): { ms: number; pieces: number }[] {
  const found: { ms: number; pieces: number }[] = [];
  said.forEach(({ what, at }, i) => {
    if (what !== "asked") return;
    const came = said.findIndex((other, j) => j > i && other.what === "frame");
    if (came < 0) return;
    found.push({
      ms: said[came].at - at,
      pieces: said.slice(i, came).filter((other) => other.what === "studying").length,
    });
  });
  return found;
}

describe("on the demo space", () => {
  let page: Page;
  let panel: Locator;
  beforeAll(async () => {
    page = await openListening("#data=wordnet-mrl-3072&k=64");
    await page.evaluate(() => window.matryoscope.setState({ k: 3072 }));
    panel = page.getByRole("region", { name: "Retrieval" });
  });
  /** Plays on and on, until so many frames and pieces of a study have come; what was said meanwhile. */
  const play = async (enough: { frames: number; pieces: number }) => {
    const range = { speed: 1, direction: "up", loop: true, from: 512, to: 3072 } as const;
    await page.evaluate((wish) => window.matryoscope.setState({ k: 512, play: wish }), range);
    await page.evaluate(() => {
      window.said.length = 0;
    });
    await page.getByRole("button", { name: "Play", exact: true }).click();
    await page.waitForFunction(({ frames, pieces }) => {
      const count = (wanted: Said["what"]) => window.said.filter(({ what }) => what === wanted).length;
      return count("frame") >= frames && count("studying") >= pieces;
    }, enough);
    await page.getByRole("button", { name: "Pause", exact: true }).click();
    return page.evaluate(() => window.said);
  };

  test("while recall is computed the slider plays, and a frame finds a piece of it in its way at most", async () => {
    const alone = waits(await play({ frames: 8, pieces: 0 }));
    const retrieval = page.getByRole("tab", { name: "Retrieval" }).or(page.getByRole("button", { name: "Retrieval" }));
    // Looked for from before it comes: it goes again when all is measured.
    await Promise.all([panel.getByRole("progressbar", { name: "Measuring recall" }).waitFor(), retrieval.click()]);
    const said = await play({ frames: 12, pieces: 1 });
    const beside = waits(said);
    const most = (all: { ms: number }[]) => Math.max(...all.map(({ ms }) => ms)).toFixed(0);
    console.log(`frames waited at most ${most(alone)} ms alone, ${most(beside)} ms beside a study`);
    expect(beside.length).toBeGreaterThan(5);
    // The slider has the cores while it moves; the study goes on between.
    expect(said.filter(({ what }) => what === "studying").length).toBeGreaterThan(0);
    // What ended a piece may cross with the question: the page then hears of that one and of the next.
    const pieces = beside.map((frame) => frame.pieces);
    expect(Math.max(...pieces)).toBeLessThanOrEqual(2);
    expect(pieces.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(pieces.length);
  });

  test("progress is told; what is cancelled ends, and begins again at a press", async () => {
    const line = panel.getByRole("progressbar", { name: "Measuring precisions" });
    const share = () => line.evaluate((bar) => (bar as HTMLProgressElement).value);
    await expect.poll(share).toBeGreaterThan(0);
    await panel.getByRole("button", { name: "Cancel precisions" }).click();
    await panel.getByRole("button", { name: "Measure precisions" }).waitFor();
    expect(await line.count()).toBe(0);
    await panel.getByRole("button", { name: "Measure precisions" }).click();
    await line.waitFor();
  });

  test("recall of the selected points is numpy's at every prefix, as a table too", async () => {
    await page.evaluate((sel) => window.matryoscope.setState({ sel, panel: "retrieval" }), reference.all.queries);
    await panel.getByRole("radio", { name: "Selected" }).check();
    await panel.getByText("250 queries").waitFor({ timeout: STUDY_MS });
    const chart = panel.getByRole("figure", { name: "Recall by prefix" });
    await chart.getByRole("button", { name: "Show as table" }).click();
    await chart.getByRole("row").nth(1).waitFor();
    const rows = await chart
      .getByRole("row")
      .evaluateAll((lines) => lines.map((line) => [...line.children].map((cell) => cell.textContent ?? "")));
    const head = rows[0];
    const column = (name: string) => head.findIndex((title) => title.trim() === name);
    reference.all.frames.forEach(({ recall }, i) => {
      for (const count of ["1", "10", "100"] as const) {
        const shown = Number(rows[i + 1][column(`recall@${count}`)]);
        expect(Math.abs(shown - recall[count].mean)).toBeLessThan(0.0021);
      }
    });
  });

  test("what an index keeps agrees with numpy's on other queries, and the advice follows the target", {
    timeout: 600_000,
  }, async () => {
    const table = panel.getByRole("table", { name: "recall@10 of the index alone" });
    await table.waitFor({ timeout: STUDY_MS });
    const cells = await table
      .locator("tbody tr")
      .evaluateAll((lines) =>
        lines.map((line) => [...line.querySelectorAll("td b")].map((cell) => Number(cell.textContent))),
      );
    const precisions = ["f32", "f16", "i8", "bit"];
    for (const { precision, prefix, recall } of reference.all.cells) {
      const row = reference.all.frames.findIndex((frame) => frame.prefix === prefix);
      // 256 queries of our own against 250 of numpy's: three standard errors of the difference.
      expect(Math.abs(cells[row][precisions.indexOf(precision)] - recall[0])).toBeLessThan(0.06);
    }
    const advice = panel.getByRole("region", { name: "Recommendation" });
    const words = () => advice.getByRole("heading").textContent();
    const first = await words();
    await advice.getByRole("combobox", { name: "Shortlist of at most" }).selectOption("10");
    expect(await words()).not.toBe(first);
    expect(await words()).not.toContain("rerank");
    await advice.getByRole("radio", { name: "Qdrant" }).check();
    await advice.getByRole("button", { name: "Copy settings" }).click();
    await advice.getByText("Copied.").waitFor();
    const prefix = Number((await words())?.split(" ")[0].replace(",", ""));
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`"size": ${prefix}`);
  });

  test("the funnel of a point ends at its neighbours in all dims", async () => {
    await page.evaluate(() => window.matryoscope.setState({ k: 64, sel: [40], panel: "points" }));
    const rowsOf = (list: Locator) =>
      list.getByRole("listitem").evaluateAll((items) => items.map((item) => item.getAttribute("data-row")));
    const points = page.getByRole("region", { name: "Points" });
    await points.getByRole("list", { name: "At 3,072 dims" }).waitFor();
    const expected = await rowsOf(points.getByRole("list", { name: "At 3,072 dims" }));
    await page.getByRole("tab", { name: "Retrieval" }).click();
    const stages = panel.getByRole("region", { name: "Query by example" }).getByRole("list");
    await stages.first().waitFor();
    expect(await stages.count()).toBe(reference.all.frames.length);
    expect(await rowsOf(stages.last())).toEqual(expected);
  });
});

describe("where the points settle", () => {
  const [ROWS, DIMS] = [600, 64];
  const files = generatedSpace("small", { rows: ROWS, dims: DIMS, labelled: true });
  let site: Site;
  beforeAll(async () => {
    site = await startSite({ instead: files });
  });
  afterAll(() => site.close());

  /** By plain loops, of the file itself. */
  function settled(): number[] {
    const bytes = files["datasets/small/vectors.npy"] as Buffer;
    const values = new Int8Array(bytes.buffer, bytes.byteOffset + 10 + bytes.readUInt16LE(8), ROWS * DIMS);
    const prefixes = [8, 16, 32, DIMS];
    return Array.from({ length: ROWS }, (_, own) => {
      const lists = prefixes.map((prefix) => {
        const cosines = Array.from({ length: ROWS }, (_, row) => {
          let [dot, square] = [0, 0];
          for (let j = 0; j < prefix; j++) {
            dot += values[j * ROWS + own] * values[j * ROWS + row];
            square += values[j * ROWS + row] ** 2;
          }
          return row === own ? -2 : dot / Math.sqrt(square);
        });
        return [...cosines.keys()].sort((a, b) => cosines[b] - cosines[a] || a - b).slice(0, 10);
      });
      let p = prefixes.length - 1;
      while (p > 0 && lists[p - 1].filter((row) => lists[3].includes(row)).length >= 9) p--;
      return prefixes[p];
    });
  }

  test("is a colour from a link, and a column that its head fills and sorts, on a phone too", async () => {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const page = await browser.open("#data=small&k=8&panel=table", { base: site.url, ...phone });
    const head = page.getByRole("columnheader", { name: /^Settles at/ });
    await head.getByRole("button").click();
    const shown = () =>
      page
        .locator("tr[data-line]")
        .evaluateAll((lines) =>
          lines.slice(0, 6).map((line) => [...line.children].map((cell) => cell.textContent ?? "")),
        );
    const column = await head.evaluate((cell) => [...cell.parentElement!.children].indexOf(cell));
    const expected = settled().sort((a, b) => a - b);
    await expect.poll(async () => (await shown()).map((cells) => Number(cells[column]))).toEqual(expected.slice(0, 6));
    await head.getByRole("button").click();
    const falling = expected.reverse().slice(0, 6);
    await expect.poll(async () => (await shown()).map((cells) => Number(cells[column]))).toEqual(falling);
    await page.evaluate(() => window.matryoscope.setState({ color: "settles", panel: "retrieval" }));
    const ramp = `Settles at: from ${expected.at(-1)} to ${expected[0]}`;
    await page.getByRole("figure", { name: ramp }).waitFor({ state: "attached" });
    await page.getByRole("region", { name: "Recommendation" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
