/** How a text is set: size in pixels of the page. */
export interface Font {
  size: number;
  weight: 400 | 600;
}

/** Tells how wide a text is in pixels of the page, as the writer will set it. */
export type Measure = (text: string, font: Font) => number;

/** A picture of pixels, as a writer needs it. */
export interface Raster {
  width: number;
  height: number;
  /** What a canvas can draw; null where there is none (in tests). */
  source: CanvasImageSource | null;
  png: () => Promise<Uint8Array>;
}

export interface RasterItem {
  kind: "raster";
  x: number;
  y: number;
  width: number;
  height: number;
  raster: Raster;
}

/** A shape: an SVG path of absolute M, L, H, V, C and Z alone, which all writers read. */
export interface PathItem {
  kind: "path";
  d: string;
  fill?: string | undefined;
  stroke?: string | undefined;
  strokeWidth?: number | undefined;
  dash?: readonly number[] | undefined;
  opacity?: number | undefined;
}

export interface TextItem {
  kind: "text";
  text: string;
  /** Of the start, middle or end of the baseline. */
  x: number;
  y: number;
  font: Font;
  fill: string;
  anchor?: "start" | "middle" | "end" | undefined;
  /** The colour of a soft edge that keeps it legible over points. */
  halo?: string | undefined;
}

export type Item = RasterItem | PathItem | TextItem;

/** A picture as it will be written: by a canvas, as SVG or as PDF, which therefore agree. */
export interface Page {
  /** What the picture is called, as text. */
  title: string;
  /** In pixels of the page, of which 96 are an inch, unless `widthInMm` says otherwise. */
  width: number;
  height: number;
  /** The width in print. */
  widthInMm?: number | undefined;
  /** Colour of the ground; null leaves it transparent. */
  ground: string | null;
  /** From the bottom to the top. */
  items: readonly Item[];
}

/** Millimetres that a page is wide. */
export function millimetres({ width, widthInMm }: Page): number {
  return widthInMm ?? (width / 96) * 25.4;
}

/** A rectangle as a path, with round corners where a radius is given. */
export function rectangle(x: number, y: number, width: number, height: number, radius = 0): string {
  const r = Math.min(radius, width / 2, height / 2);
  if (r <= 0) return `M${n(x)},${n(y)}H${n(x + width)}V${n(y + height)}H${n(x)}Z`;
  // How far the handles of a quarter of a circle reach.
  const c = r * 0.4477;
  const [right, bottom] = [x + width, y + height];
  return [
    `M${n(x + r)},${n(y)}H${n(right - r)}C${n(right - c)},${n(y)},${n(right)},${n(y + c)},${n(right)},${n(y + r)}`,
    `V${n(bottom - r)}C${n(right)},${n(bottom - c)},${n(right - c)},${n(bottom)},${n(right - r)},${n(bottom)}`,
    `H${n(x + r)}C${n(x + c)},${n(bottom)},${n(x)},${n(bottom - c)},${n(x)},${n(bottom - r)}`,
    `V${n(y + r)}C${n(x)},${n(y + c)},${n(x + c)},${n(y)},${n(x + r)},${n(y)}Z`,
  ].join("");
}

/** A circle as a path. */
export function circle(x: number, y: number, radius: number): string {
  return rectangle(x - radius, y - radius, 2 * radius, 2 * radius, radius);
}

/** A number of a path: hundredths of a pixel are finer than any printer. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** The text as far as there is room for it, with an ellipsis where it is cut. */
export function fitted(text: string, font: Font, width: number, measure: Measure): string {
  if (measure(text, font) <= width) return text;
  const letters = [...text];
  let [least, most] = [0, letters.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (measure(`${letters.slice(0, middle).join("").trimEnd()}…`, font) <= width) least = middle;
    else most = middle - 1;
  }
  return least === 0 ? "" : `${letters.slice(0, least).join("").trimEnd()}…`;
}
