import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { testBrowser } from "./support/browser";
import { referenceFrames } from "./support/reference";
import { retrievalReference } from "./support/retrieval-reference";

const browser = testBrowser();
const FOLDER = "public/datasets/wordnet-mrl-3072";
const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: "reduce",
} as const;

/** What a stop tells of recall is computed when it is first told: some ten seconds here. */
const STUDY_MS = 240_000;

const STOPS = [
  { title: "A text becomes a point", k: 3072 },
  { title: "Dolls in dolls: nested losses", k: 512 },
  { title: "The steps in the track", k: 512, panel: "space" },
  { title: "The cloud from 4 to all", k: 4 },
  { title: "What 512 already shows", k: 512 },
  { title: "After 2,000: jitter", k: 2048 },
  { title: "Cut, then scale to length 1", k: 512, mode: "unit" },
  { title: "Two models do not mix", k: 1536, panel: "compare" },
  { title: "What it costs, what to choose", k: 512, panel: "retrieval" },
];

const state = (page: Page) => page.evaluate(() => window.matryoscope.getState());
const card = (page: Page) => page.getByRole("region", { name: "Story" });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** The body of a NumPy file. */
function body(file: string): Buffer {
  const bytes = readFileSync(`${FOLDER}/${file}`);
  return bytes.subarray(10 + bytes.readUInt16LE(8));
}

/** Standard deviation of each dimension, from the file alone. */
function profile(): number[] {
  const codes = body("vectors.npy");
  const scales = body("scale.npy");
  const rows = 10_000;
  return Array.from({ length: 3072 }, (_, j) => {
    let [sum, squares] = [0, 0];
    for (let r = 0; r < rows; r++) {
      const code = codes.readInt8(j * rows + r);
      sum += code;
      squares += code * code;
    }
    return Math.sqrt((squares - (sum * sum) / rows) / (rows - 1)) * scales.readFloatLE(j * 4);
  });
}

const golden = retrievalReference();
/** recall@10 in per cent, as numpy measured it with other points as queries. */
const recallBy = (dims: number) => 100 * golden.all.frames.find(({ prefix }) => prefix === dims)!.recall["10"].mean;
/** The same of a shortlist by an index of single precision. */
const twoPassBy = (dims: number, length: number) =>
  100 *
  golden.all.cells.find(({ precision, prefix }) => precision === "f32" && prefix === dims)!.recall[
    golden.shortlists.indexOf(length)
  ];

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const explained = (k: number) => {
  const { explainedVariance, total } = referenceFrames().find((frame) => frame.k === k)!;
  return (100 * (explainedVariance[0] + explainedVariance[1] + explainedVariance[2])) / total;
};

/** The stop is there: the view it sets, the heading in focus. */
async function arrive(page: Page, i: number): Promise<void> {
  const { title, k, mode = "raw" } = STOPS[i];
  await card(page).getByRole("heading", { name: title }).waitFor();
  await button(page, `Stop ${i + 1} of 9, all stops`).waitFor();
  await expect.poll(async () => (await state(page)).story).toBe(i + 1);
  await expect.poll(async () => (await state(page)).mode).toBe(mode);
  if (k !== 4) await expect.poll(async () => (await state(page)).k).toBe(k);
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(title);
}

/** What the stop says, once every figure of it has been computed. */
async function read(page: Page, i: number): Promise<string> {
  await arrive(page, i);
  await expect.poll(() => card(page).getByText("(being computed)").count(), { timeout: STUDY_MS }).toBe(0);
  return (await card(page).textContent()) ?? "";
}

test("on the desktop: every stop by mouse and keyboard, its view, and its figures against the data itself", async () => {
  const page = await browser.open("#data=wordnet-mrl-3072&k=300&color=radius&size=true");
  await button(page, "Story").click();
  const texts: string[] = [];
  for (let i = 0; i < STOPS.length; i++) {
    if (i === 3) {
      // Play goes by itself there, and ends with the stop.
      await expect.poll(async () => (await state(page)).k).toBeGreaterThan(4);
      await button(page, "Pause").waitFor();
      // From here on the slider is there at once: three ways by itself are enough to wait for.
      await page.emulateMedia({ reducedMotion: "reduce" });
    }
    texts.push(await read(page, i));
    expect((await state(page)).panel).toBe(STOPS[i].panel ?? "none");
    if (i === 8) break;
    if (i % 2 === 0) await button(page, "Next").click();
    else await page.keyboard.press("ArrowRight");
  }

  expect(texts[0]).toContain("one of 10,000 nouns");
  expect(texts[0]).toContain(`hold ${explained(3072).toFixed(1)} % of the variance`);
  expect(texts[1]).toContain("here 512, 1,024, 1,536 and 3,072.");
  const std = profile();
  const level = (from: number, to: number) => mean(std.slice(from, to)).toPrecision(3);
  expect(texts[2]).toContain(`flat at ${level(0, 512)} up to 512 and then falls`);
  expect(texts[2]).toContain(`to ${level(512, 1024)}, ${level(1024, 1536)} and ${level(1536, 3072)}.`);
  expect(texts[2]).toContain("steps at 512, 1,024 and 1,536 were found");
  expect(texts[3]).toContain(`three directions hold ${explained(4).toFixed(0)} % of it`);
  expect(texts[4]).toContain("costs 2 KB in place of 12 KB, 17 % of the memory");
  for (const [i, before, expected] of [
    [4, "64 keep", recallBy(64)],
    [4, "256 keep", recallBy(256)],
    [4, "512 keep", recallBy(512)],
    [5, "a text keeps", recallBy(2048)],
    [8, "they keep", recallBy(512)],
    [8, "rank those by the whole ones:", twoPassBy(512, 20)],
  ] as const) {
    const said = Number(new RegExp(`${before} ([\\d.]+) %`).exec(texts[i])?.[1]);
    expect(Math.abs(said - expected), `${before} ${said} %, not ${expected} %`).toBeLessThan(2.5);
  }
  const { jitter, cuts } = JSON.parse(readFileSync("tests/reference/studies.json", "utf8"))["wordnet-mrl-3072"];
  const moved = (dims: number) => jitter.find(({ k }: { k: number }) => k === dims);
  const way = (share: number) => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
  expect(texts[5]).toContain(`move by ${way(moved(128).octave)} of the cloud’s radius`);
  expect(texts[5]).toContain(`512 by ${way(moved(512).octave)}, from 1,024 to 2,048 by ${way(moved(2048).octave)}.`);
  expect(texts[5]).toContain(`to the end, by ${way(moved(2048).toEnd)}:`);
  const shares = cuts.find(({ k }: { k: number }) => k === 512).quantiles;
  const length = (share: number) => Math.sqrt(share).toPrecision(2);
  expect(texts[6]).toContain(`from ${length(shares[0])} to ${length(shares[3])} here`);
  const squares = (values: number[]) => values.reduce((sum, value) => sum + value * value, 0);
  const tail = Math.round((100 * squares(std.slice(2048))) / squares(std));
  expect(texts[5]).toContain(`last third of the dimensions holds ${tail} % of the variance`);
  const two = JSON.parse(readFileSync("tests/reference/compare.json", "utf8")).comparisons.find(
    (pair: { with: string; k: number }) => pair.with === "wordnet-mrl-1536" && pair.k === 1536,
  );
  const decimals = (value: number) => value.toFixed(3).replace("-0.000", "0.000").replace("-", "−");
  const [cosine, low, high] = two.cosine.map(decimals);
  expect(texts[7]).toContain(`their mean cosine is ${cosine} (${low} to ${high})`);
  expect(texts[7]).toContain(`they share ${Math.round(100 * two.overlap[0])} % of a text’s ten nearest`);
  expect(texts[8]).toContain("3,072 float32 numbers take 12.3 GB; of 512, 2.05 GB");

  // One looks around, and goes back to the stop's view.
  const back = button(page, "Back to this stop’s view");
  await expect.poll(() => back.getAttribute("aria-disabled")).toBe("true");
  await page.getByRole("slider", { name: "Dimensions" }).press("Home");
  await expect.poll(() => back.getAttribute("aria-disabled")).toBe("false");
  await back.click();
  await expect.poll(async () => (await state(page)).k).toBe(512);

  // Any stop can be jumped to; leaving gives back what was there, coming back goes on where one left.
  await button(page, "Stop 9 of 9, all stops").click();
  await page.getByRole("list", { name: "Stops" }).getByRole("button", { name: "Two models do not mix" }).click();
  await arrive(page, 7);
  await button(page, "Leave").click();
  await card(page).waitFor({ state: "detached" });
  await expect
    .poll(() => state(page))
    .toMatchObject({ k: 300, color: "radius", size: "true", panel: "none", story: 0 });
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Story");
  await expect.poll(() => page.url()).not.toContain("story");
  await page.reload();
  await page.evaluate(() => window.matryoscope.ready);
  await button(page, "Story").press("Enter");
  await arrive(page, 7);
});

test("on a phone: from stop to stop by touch, folded and unfolded, with the panel it tells about", async () => {
  // A link to a stop alone is a link to its view.
  const page = await browser.open("#story=1", PHONE);
  for (let i = 0; i < STOPS.length; i++) {
    await arrive(page, i);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    if (i === 2) {
      await button(page, "Open Space").tap();
      await page.getByRole("region", { name: "Space", exact: true }).waitFor();
      await button(page, "3. The steps in the track").tap();
      await arrive(page, i);
      await button(page, "Fold").tap();
      await page.getByRole("navigation", { name: "Panels" }).getByRole("button", { name: "Points" }).waitFor();
    }
    if (i === 3) break;
    await button(page, "Next").tap();
  }
  await button(page, "Stop 4 of 9, all stops").tap();
  await page.getByRole("list", { name: "Stops" }).getByRole("button", { name: STOPS[8].title }).tap();
  await arrive(page, 8);
  const below = async () => {
    const box = await card(page).boundingBox();
    const timeline = await page.getByRole("region", { name: "Timeline" }).boundingBox();
    return box!.y + box!.height - timeline!.y;
  };
  await expect.poll(below).toBeLessThanOrEqual(1);
  await button(page, "Back").tap();
  await arrive(page, 7);
  await button(page, "Leave").tap();
  await card(page).waitFor({ state: "detached" });
  await button(page, "Story").tap();
  await arrive(page, 7);
});
