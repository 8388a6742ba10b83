import { canvasRaster } from "./canvas-raster";
import { HALO, measureText } from "./fonts";
import { drawPage } from "./write-canvas";
import type { OtherTexts } from "./write-pdf";

/** Pixels for one of the page: 768 to the inch, finer than letters are printed. */
const FINE = 8;

/** Sets texts by the browser's own fonts, as pictures: for what no embedded face has letters of. */
export const textPictures: OtherTexts = {
  measure: measureText,
  draw: ({ text, font, fill, halo }) => {
    const edge = HALO;
    const [width, height] = [measureText(text, font) + 2 * edge, font.size * 1.5 + 2 * edge];
    const [x, y] = [edge, font.size * 1.1 + edge];
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil(width * FINE);
    canvas.height = Math.ceil(height * FINE);
    const item = { kind: "text", text, x, y, font, fill, halo } as const;
    drawPage(canvas.getContext("2d")!, { title: text, width, height, ground: null, items: [item] }, FINE);
    const [wide, high] = [canvas.width / FINE, canvas.height / FINE];
    return { raster: canvasRaster(canvas), left: -x, top: -y, width: wide, height: high };
  },
};
