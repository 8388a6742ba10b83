import { cssFont, HALO } from "./fonts";
import type { Page, TextItem } from "./page";

/**
 * Draws a page.
 *
 * @param scale pixels of the canvas for one of the page
 */
export function drawPage(context: CanvasRenderingContext2D, page: Page, scale: number): void {
  context.save();
  context.scale(scale, scale);
  if (page.ground) {
    context.fillStyle = page.ground;
    context.fillRect(0, 0, page.width, page.height);
  }
  for (const item of page.items) {
    if (item.kind === "raster") {
      const { raster, x, y, width, height } = item;
      if (raster.source) context.drawImage(raster.source, x, y, width, height);
    } else if (item.kind === "text") drawText(context, item);
    else {
      const path = new Path2D(item.d);
      context.globalAlpha = item.opacity ?? 1;
      if (item.fill) {
        context.fillStyle = item.fill;
        context.fill(path);
      }
      if (item.stroke) {
        context.strokeStyle = item.stroke;
        context.lineWidth = item.strokeWidth ?? 1;
        context.lineJoin = "round";
        context.lineCap = item.dash ? "butt" : "round";
        context.setLineDash([...(item.dash ?? [])]);
        context.stroke(path);
      }
      context.globalAlpha = 1;
    }
  }
  context.restore();
}

function drawText(context: CanvasRenderingContext2D, { text, x, y, font, fill, anchor = "start", halo }: TextItem) {
  context.font = cssFont(font);
  context.textAlign = ({ start: "left", middle: "center", end: "right" } as const)[anchor];
  context.textBaseline = "alphabetic";
  if (halo) {
    context.strokeStyle = halo;
    context.lineWidth = HALO;
    context.lineJoin = "round";
    context.setLineDash([]);
    context.strokeText(text, x, y);
  }
  context.fillStyle = fill;
  context.fillText(text, x, y);
}
