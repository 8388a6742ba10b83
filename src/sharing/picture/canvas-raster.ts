import type { Raster } from "./page";

/** A canvas as a picture of pixels; it is to stay as it is. */
export function canvasRaster(canvas: HTMLCanvasElement): Raster {
  let png: Promise<Uint8Array> | null = null;
  const { width, height } = canvas;
  return {
    width,
    height,
    source: canvas,
    png: () => {
      png ??= pngOf(canvas).then(async (blob) => new Uint8Array(await blob.arrayBuffer()));
      return png;
    },
  };
}

/**
 * A canvas as a PNG file.
 *
 * @throws RangeError where the browser has no room for it
 */
export function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new RangeError(`No room for a picture of ${canvas.width} × ${canvas.height} pixels`));
    }, "image/png");
  });
}
