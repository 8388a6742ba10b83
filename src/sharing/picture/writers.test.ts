import { readFileSync } from "node:fs";
import { unzlibSync, zlibSync } from "fflate";
import { expect, test } from "vitest";
import { circle, type Page, type Raster, rectangle } from "./page";
import { trueTypeOf } from "./woff";
import { PdfWriter } from "./write-pdf";
import { escaped, svgOf } from "./write-svg";

// Eight pixels by four, of one colour and half transparent.
const RGBA = Uint8Array.from({ length: 8 * 4 * 4 }, (_, i) => [255, 0, 80, 128][i % 4]);
const raster: Raster = { width: 8, height: 4, source: null, png: async () => png(8, 4, RGBA) };

const page: Page = {
  title: 'A <b>title</b> & "more"',
  width: 400,
  height: 300,
  widthInMm: 85,
  ground: "#fbfbf9",
  items: [
    { kind: "raster", x: 20, y: 20, width: 160, height: 80, raster },
    { kind: "path", d: rectangle(200, 20, 100, 50, 8), fill: "#1d62c4", opacity: 0.4 },
    { kind: "path", d: circle(340, 45, 20), stroke: "#b85c00", dash: [4, 2] },
    {
      kind: "text",
      text: "<script>alert(1)</script>",
      x: 20,
      y: 140,
      font: { size: 14, weight: 600 },
      fill: "#181b23",
      halo: "#ffffff",
    },
    {
      kind: "text",
      text: "Ångström λ Ж 動物",
      x: 380,
      y: 170,
      anchor: "end",
      font: { size: 14, weight: 400 },
      fill: "#4b5262",
    },
  ],
};

test("SVG holds text as text, markup in it included, and pictures within itself", async () => {
  const svg = await svgOf(page);
  expect(svg).toContain("<title>A &lt;b&gt;title&lt;/b&gt; &amp; &quot;more&quot;</title>");
  expect(svg).toContain(">&lt;script&gt;alert(1)&lt;/script&gt;</text>");
  expect(svg).not.toContain("<script");
  expect(svg).toContain(">Ångström λ Ж 動物</text>");
  expect(svg).toMatch(/width="85mm" height="63.75mm" viewBox="0 0 400 300"/);
  const [, image] = svg.match(/href="data:image\/png;base64,([^"]+)"/)!;
  expect([...Buffer.from(image, "base64").subarray(1, 4)]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)));
  expect(svg).not.toMatch(/href="(?!data:)/);
});

test("SVG leaves out what no XML holds", () => {
  expect(escaped("a\u0000b\u001fc\ud800d\ufffe\t")).toBe("abc\ufffdd\t");
});

const FONTS = (["latin", "greek", "cyrillic"] as const).flatMap((letters) =>
  ([400, 600] as const).map((weight) => {
    const file = import.meta.resolve(`@fontsource/inter/files/inter-${letters}-${weight}-normal.woff`);
    return { name: `Inter${letters}${weight}`, weight, bytes: trueTypeOf(readFileSync(new URL(file))) };
  }),
);
const drawn: string[] = [];
const writer = new PdfWriter(FONTS, {
  measure: (text, font) => [...text].length * font.size,
  draw: ({ text, font }) => {
    drawn.push(text);
    return { raster, left: 0, top: -font.size, width: [...text].length * font.size, height: font.size };
  },
});

test("PDF has the page's size, the picture's pixels with their transparency, and text that can be read out", async () => {
  drawn.length = 0;
  const file = Buffer.from(await writer.write(page)).toString("latin1");
  const [, width, height] = file.match(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/)!;
  expect(Number(width)).toBeCloseTo((85 / 25.4) * 72, 1);
  expect(Number(height)).toBeCloseTo(((85 / 25.4) * 72 * 3) / 4, 1);
  expect(file).toMatch(/\/Subtype \/Image\s+\/Width 8\s+\/Height 4\s/);
  expect(file).toContain("/SMask");
  expect(file.startsWith("%PDF-1.4")).toBe(true);
  const words = wordsOf(file);
  expect(words).toContain("<script>alert(1)</script>");
  expect(words).toContain("Ångström ");
  expect(words).toContain("λ ");
  expect(words).toContain("Ж ");
  // What no face has letters of is drawn, and said.
  expect(drawn).toEqual(["動物"]);
  expect(contentOf(file)).toContain("/ActualText <feff52d57269>");
  for (const [, name] of file.matchAll(/\/BaseFont \/(\S+)/g)) expect(name).toMatch(/^Inter/);
});

test("the same page is the same file, byte for byte", async () => {
  expect(await writer.write(page)).toEqual(await writer.write(page));
  expect(await svgOf(page)).toBe(await svgOf(page));
});

test("PDF measures a text as it sets it, letters of no face included", () => {
  const font = { size: 10, weight: 400 } as const;
  const latin = writer.measure("dims", font);
  expect(latin).toBeGreaterThan(15);
  expect(latin).toBeLessThan(30);
  expect(writer.measure("dims動物", font)).toBeCloseTo(latin + 20, 6);
});

/** What the page draws, as its operators. */
function contentOf(file: string): string {
  const streams = [...file.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, bytes]) => unpacked(bytes));
  return streams.find((text) => text.includes(" Tf")) ?? "";
}

function unpacked(bytes: string): string {
  try {
    return Buffer.from(unzlibSync(Buffer.from(bytes, "latin1"))).toString("latin1");
  } catch {
    return bytes;
  }
}

/** Every text that is shown, by the fonts' own tables of letters (ToUnicode). */
function wordsOf(file: string): string[] {
  const streams = [...file.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, bytes]) => unpacked(bytes));
  // Glyphs are numbered in each font anew: any table that knows all of a text's glyphs may be its own.
  const tables = streams
    .filter((text) => text.includes("beginbfchar"))
    .map((text) => {
      const pairs = [...text.matchAll(/<([0-9a-f]{4})><([0-9a-f]{4})>/gi)];
      return new Map(
        pairs.map(([, glyph, letter]) => [glyph.toLowerCase(), String.fromCharCode(Number.parseInt(letter, 16))]),
      );
    });
  return [...contentOf(file).matchAll(/<([0-9a-f]+)> Tj/gi)].flatMap(([, hex]) => {
    const glyphs = hex.toLowerCase().match(/.{4}/g) ?? [];
    return tables
      .filter((table) => glyphs.every((glyph) => table.has(glyph)))
      .map((table) => glyphs.map((glyph) => table.get(glyph)).join(""));
  });
}

/** A PNG of these pixels. */
function png(width: number, height: number, rgba: Uint8Array): Uint8Array {
  const rows = Buffer.alloc((width * 4 + 1) * height);
  for (let y = 0; y < height; y++) rows.set(rgba.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6], 8);
  const parts = [chunk("IHDR", head), chunk("IDAT", zlibSync(rows)), chunk("IEND", new Uint8Array())];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), ...parts]);
}

function chunk(name: string, data: Uint8Array): Buffer {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(name, 4, "latin1");
  out.set(data, 8);
  let crc = ~0;
  for (const byte of out.subarray(4, 8 + data.length)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  out.writeUInt32BE(~crc >>> 0, 8 + data.length);
  return out;
}
