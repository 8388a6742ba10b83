import { bytesToBase64 } from "./base64";
import { FAMILIES, HALO } from "./fonts";
import { type Item, millimetres, n, type Page } from "./page";

/** A page as an SVG file that needs nothing else: pictures of pixels are embedded, text stays text. */
export async function svgOf(page: Page): Promise<string> {
  const { title, width, height, ground } = page;
  const wide = millimetres(page);
  const size = `width="${n(wide)}mm" height="${n((wide * height) / width)}mm" viewBox="0 0 ${n(width)} ${n(height)}"`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" font-family="${escaped(FAMILIES)}">`,
    `<title>${escaped(title)}</title>`,
    ...(ground ? [`<rect width="100%" height="100%" fill="${ground}"/>`] : []),
    ...(await Promise.all(page.items.map(elementOf))),
    "</svg>",
  ];
  return `${lines.join("\n")}\n`;
}

async function elementOf(item: Item): Promise<string> {
  if (item.kind === "raster") {
    const { x, y, width, height } = item;
    const href = `data:image/png;base64,${bytesToBase64(await item.raster.png())}`;
    return `<image ${attributes({ x, y, width, height, href, preserveAspectRatio: "none" })}/>`;
  }
  if (item.kind === "path") {
    const { d, fill = "none", stroke, strokeWidth, dash, opacity } = item;
    const line = { stroke, "stroke-width": strokeWidth, "stroke-dasharray": dash?.join(" ") };
    const ends = stroke ? { "stroke-linejoin": "round", "stroke-linecap": dash ? undefined : "round" } : {};
    return `<path ${attributes({ d, fill, ...line, ...ends, opacity })}/>`;
  }
  const { text, x, y, font, fill, anchor, halo } = item;
  const place = {
    x,
    y,
    "font-size": font.size,
    "font-weight": font.weight === 400 ? undefined : font.weight,
    "text-anchor": anchor === "start" ? undefined : anchor,
    "xml:space": /^\s|\s\s|\s$/.test(text) ? "preserve" : undefined,
  };
  const words = escaped(text);
  const written = `<text ${attributes({ ...place, fill })}>${words}</text>`;
  if (!halo) return written;
  // The edge is a text of its own below: editors of drawings do not know `paint-order`, and would paint it over.
  const edge = { fill: "none", stroke: halo, "stroke-width": HALO, "stroke-linejoin": "round", "aria-hidden": "true" };
  return `<text ${attributes({ ...place, ...edge })}>${words}</text>\n${written}`;
}

function attributes(values: Record<string, string | number | undefined>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}="${typeof value === "number" ? n(value) : escaped(value!)}"`)
    .join(" ");
}

const NAMED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML holds it; what no XML may hold is left out. */
export function escaped(text: string): string {
  return (
    text
      .replace(/\p{Surrogate}/gu, "\ufffd")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replace(/[&<>"]/g, (letter) => NAMED[letter])
  );
}
