import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { testBrowser } from "./support/browser";
import { settled } from "./support/settled";

const { open } = testBrowser();
let page: Page;

beforeAll(async () => {
  page = await open("#data=wordnet-plain-1536&k=256&sel=1&panel=space");
  await page.getByRole("button", { name: /^artifact/ }).waitFor();
  await page.locator(".labels").waitFor({ state: "attached" });
  // All dims have arrived, and then the exact frame of 256.
  await page.evaluate(() => window.matryoscope.setState({ k: 1536 }));
  await page.evaluate(() => window.matryoscope.setState({ k: 256 }));
});

/** What a button's download holds. */
async function saved(press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const save = (format: string) =>
  saved(() =>
    page
      .getByRole("dialog")
      .getByRole("button", { name: `Save ${format}` })
      .click(),
  );
const choose = (what: string, label: string) => page.getByRole("combobox", { name: what }).selectOption({ label });
const take = (name: string) =>
  page.getByRole("dialog").getByRole("radio", { name, exact: true }).check({ force: true });

/** A picture's size, its pixels at some places, and how much of an area differs from another picture there. */
function decoded(
  bytes: Buffer,
  places: [number, number][],
  other?: { bytes: Buffer; x: number; y: number; w: number; h: number },
) {
  const given = {
    file: bytes.toString("base64"),
    other: other && { ...other, bytes: other.bytes.toString("base64") },
    places,
  };
  return page.evaluate(async ({ file, places, other }) => {
    const draw = async (base64: string) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const context = canvas.getContext("2d", { willReadFrequently: true })!;
      context.drawImage(image, 0, 0);
      return { canvas, context };
    };
    const { canvas, context } = await draw(file);
    const pixels = places.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data]);
    let differ = 0;
    let drawn = 0;
    if (other) {
      const { x, y, w, h } = other;
      const a = context.getImageData(x, y, w, h).data;
      const b = (await draw(other.bytes)).context.getImageData(x, y, w, h).data;
      for (let i = 0; i < a.length; i += 4) {
        if ([0, 1, 2].some((c) => Math.abs(a[i + c] - b[i + c]) > 24)) differ++;
        if (a[i] + a[i + 1] + a[i + 2] > 120) drawn++;
      }
      [differ, drawn] = [differ / (w * h), drawn / (w * h)];
    }
    return { width: canvas.width, height: canvas.height, pixels, differ, drawn };
  }, given);
}

test("a chart is saved as SVG and PNG that need nothing else, with its title and the names of its axes", async () => {
  const figure = page.getByRole("figure", { name: "Standard deviation per dimension" });
  await figure.getByRole("slider").waitFor();
  const press = async (format: string) => {
    await figure.getByRole("button", { name: "Save picture" }).click();
    await figure.getByRole("button", { name: `Save ${format}` }).click();
  };
  const svg = await saved(() => press("SVG"));
  expect(svg.name).toBe("wordnet-plain-1536-standard-deviation-per-dimension.svg");
  const text = svg.bytes.toString();
  expect(text).not.toMatch(/var\(|class=|<style|currentColor|href=/);
  const read = await page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, "image/svg+xml");
    const texts = [...parsed.querySelectorAll("text")].map(({ textContent }) => textContent);
    return {
      texts,
      error: parsed.querySelector("parsererror")?.textContent,
      paths: parsed.querySelectorAll("path").length,
    };
  }, text);
  expect(read.error).toBeUndefined();
  expect(read.paths).toBeGreaterThan(1);
  expect(read.texts).toEqual(expect.arrayContaining(["Standard deviation per dimension", "dims", "std per dim"]));
  const png = await saved(() => press("PNG"));
  const [, width, height] = text.match(/width="(\d+)" height="(\d+)"/)!.map(Number);
  expect(await decoded(png.bytes, [])).toMatchObject({ width: 3 * width, height: 3 * height });
});

test("the view is saved as it stands: the same picture, and the same bytes twice", async () => {
  await settled(page);
  const screen = await page.screenshot();
  await page.getByRole("button", { name: "Export" }).click();
  await choose("Resolution", "1×");
  const first = await save("PNG");
  expect(first.name).toBe("wordnet-plain-1536-256-dims.png");
  await page.getByRole("status").filter({ hasText: "Saved" }).waitFor();
  // Between the panels, names over the groups and the title of the selected point included.
  const between = { bytes: screen, x: 320, y: 120, w: 640, h: 560 };
  const { width, height, differ, drawn } = await decoded(first.bytes, [], between);
  expect(height).toBe(900);
  expect(width).toBeLessThanOrEqual(1440);
  expect(drawn).toBeGreaterThan(0.05);
  expect(differ).toBeLessThan(0.02);

  await take("SVG");
  await take("PNG");
  expect((await save("PNG")).bytes.equals(first.bytes)).toBe(true);
});

test("without a ground what no point covers is transparent", async () => {
  await take("Transparent");
  await choose("Resolution", "2×");
  await choose("Size", "Square, 1,080 × 1,080");
  const { bytes } = await save("PNG");
  const { width, height, pixels } = await decoded(bytes, [
    [2, 2],
    [2157, 2157],
  ]);
  expect([width, height]).toEqual([2160, 2160]);
  expect(pixels.map(([, , , alpha]) => alpha)).toEqual([0, 0]);
});

test("SVG bears legend, labels, axes and caption as text around a picture of the cloud", async () => {
  await take("SVG");
  await take("White");
  await choose("Size", "Print, full width, 180 mm");
  await choose("Resolution", "300 dpi");
  const { bytes } = await save("SVG");
  const read = await page.evaluate(async (source) => {
    const parsed = new DOMParser().parseFromString(source, "image/svg+xml");
    const texts = [...parsed.querySelectorAll("text:not([aria-hidden])")].map(({ textContent }) => textContent);
    const image = new Image();
    image.src = parsed.querySelector("image")!.getAttribute("href")!;
    await image.decode();
    return { texts, error: parsed.querySelector("parsererror") !== null, pixels: image.naturalWidth };
  }, bytes.toString());
  expect(read.error).toBe(false);
  expect(Math.abs(read.pixels - (180 / 25.4) * 300)).toBeLessThan(1);
  const wanted = ["Category", "artifact", "1,800", "PC1", "PC3", "256", "of 1,536 dimensions", "WordNet · plain 1,536"];
  expect(read.texts).toEqual(expect.arrayContaining(wanted));
  // In the legend, and over the cloud.
  expect(read.texts.filter((text) => text === "animal")).toHaveLength(2);

  await page.getByRole("checkbox", { name: "Legend" }).uncheck();
  const bare = (await save("SVG")).bytes.toString();
  expect(bare).not.toContain(">Category<");
  expect(bare.match(/>animal</g)).not.toBeNull();
  await page.getByRole("checkbox", { name: "Legend" }).check();
});

test("PDF is as large as was chosen, with text that can be found", async () => {
  await take("PDF");
  const first = await save("PDF");
  const text = first.bytes.toString("latin1");
  const [, width] = text.match(/\/MediaBox \[0 0 ([\d.]+)/)!;
  expect(Number(width)).toBeCloseTo((180 / 25.4) * 72, 1);
  expect(text).toMatch(/\/Subtype \/Image\s+\/Width 2126\s/);
  expect(text).toContain("/BaseFont /Inter");
  await take("PNG");
  await take("PDF");
  expect((await save("PDF")).bytes.equals(first.bytes)).toBe(true);
});

test("the card for links is 1200 × 630", async () => {
  await choose("What", "A card for links, 1,200 × 630");
  await take("PNG");
  const { name, bytes } = await save("PNG");
  expect(name).toBe("wordnet-plain-1536-256-dims-card.png");
  expect(await decoded(bytes, [])).toMatchObject({ width: 1200, height: 630 });
});
