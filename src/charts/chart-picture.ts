import { type OpenChart, openCharts } from "./open-charts";
import { resolvedColors } from "./resolved-colors";
import { textWidth } from "./ticks";
import { dashOf, toneOf } from "./tones";

/** Where a picture of a chart stands: on the page's own surface, on white, or on nothing. */
export type ChartGround = "theme" | "white" | "clear";

/** A chart as a file. */
export interface ChartPicture {
  /** An SVG file that needs nothing else: no style sheet, no custom property. */
  text: string;
  /** The same as PNG, at pixels for one of the drawing. */
  png: (scale: number) => Promise<Blob>;
}

const SVG = "http://www.w3.org/2000/svg";
/** The drawing, and what stands around it. */
const SIZE = { width: 640, height: 360 };
const PAD = 16;
const LINE = 20;
const FAMILIES =
  'system-ui, Inter, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, "PingFang SC", "Microsoft YaHei", sans-serif';

/** A picture of the chart of this title; null where it is not on the page, or shows nothing yet. */
export async function chartPicture(title: string, ground: ChartGround): Promise<ChartPicture | null> {
  const chart = openCharts().find((one) => one.title === title);
  return chart ? pictureOf(chart, ground) : null;
}

/** A picture of a chart, with its title, the names of its series and its axes; null where it shows nothing yet. */
export async function pictureOf(chart: OpenChart, ground: ChartGround): Promise<ChartPicture | null> {
  const drawing = await chart.draw(SIZE);
  if (!drawing) return null;
  const legend = legendOf(chart.legend);
  const top = PAD + 26 + legend.height;
  const [width, height] = [SIZE.width + 2 * PAD, top + SIZE.height + PAD];
  const svg = element("svg", { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}`, role: "img" });
  svg.setAttribute("font-family", FAMILIES);
  const name = element("title", {});
  name.textContent = chart.title;
  svg.append(name);
  if (ground === "theme") svg.append(element("rect", { width, height, fill: "var(--surface)" }));
  if (ground === "white") svg.append(element("rect", { width, height, fill: "#ffffff" }));
  const head = { x: PAD, y: PAD + 12, "font-size": 14, "font-weight": 600, fill: "var(--text)" };
  svg.append(text(chart.title, head), legend.group);
  svg.append(plain(drawing.svg, top));
  resolvedColors(svg, chart.figure, ground === "white" ? "light" : null);
  const written = `${new XMLSerializer().serializeToString(svg)}\n`;
  return { text: written, png: (scale) => pngOf(written, width, height, scale) };
}

/** The drawing without the class and style sheet that place it on a page. */
function plain(drawing: SVGSVGElement, y: number): SVGElement {
  const own = drawing.cloneNode(true) as SVGSVGElement;
  for (const style of own.querySelectorAll("style")) style.remove();
  for (const part of [own, ...own.querySelectorAll("[class]")]) part.removeAttribute("class");
  const place = { x: PAD, y, "font-size": 11, fill: "var(--text)", overflow: "visible" };
  for (const [key, value] of Object.entries(place)) own.setAttribute(key, String(value));
  own.removeAttribute("font-family");
  return own;
}

/** The names of series, each behind a piece of its line, as many beside each other as there is room for. */
function legendOf(names: readonly string[]): { group: SVGElement; height: number } {
  const group = element("g", { "font-size": 12 });
  let [x, line] = [PAD, 0];
  names.forEach((name, index) => {
    const width = 28 + textWidth(name) * 1.1 + 20;
    if (x > PAD && x + width > SIZE.width + PAD) [x, line] = [PAD, line + 1];
    const y = PAD + 26 + line * LINE + 10;
    const dash = dashOf(index);
    const stroke = { d: `M${x} ${y - 4}h20`, stroke: toneOf(index), "stroke-width": 2, "stroke-dasharray": dash };
    group.append(element("path", stroke), text(name, { x: x + 28, y, fill: "var(--text-quiet)" }));
    x += width;
  });
  return { group, height: names.length === 0 ? 0 : (line + 1) * LINE + 8 };
}

function text(words: string, values: Record<string, string | number>): SVGElement {
  const made = element("text", values);
  made.textContent = words;
  return made;
}

function element(name: string, values: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(values)) if (key !== "xmlns") made.setAttribute(key, String(value));
  return made as SVGElement;
}

async function pngOf(svg: string, width: number, height: number, scale: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image(width * scale, height * scale);
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new RangeError("No room for a picture of the chart")))),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
