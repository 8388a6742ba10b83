import { pngOf } from "./canvas-raster";
import type { Page } from "./page";
import { roomyCanvas } from "./roomy-canvas";
import { drawPage } from "./write-canvas";

/** Pixels that a picture has at most each way, and in all: more than that, browsers give no canvas for. */
export const MOST = { side: 16_384, pixels: 120_000_000 };

/** Pixels of a picture of a page. */
export function pixelsOf({ width, height }: { width: number; height: number }, scale: number) {
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** Whether browsers give a canvas for so large a picture. */
export function fits({ width, height }: { width: number; height: number }): boolean {
  return Math.max(width, height) <= MOST.side && width * height <= MOST.pixels;
}

/**
 * A page as a PNG file.
 *
 * @throws RangeError where the browser has no room for it
 */
export function pagePng(page: Page, scale: number): Promise<Blob> {
  const { width, height } = pixelsOf(page, scale);
  const [canvas, context] = roomyCanvas(width, height);
  drawPage(context, page, scale);
  return pngOf(canvas);
}
