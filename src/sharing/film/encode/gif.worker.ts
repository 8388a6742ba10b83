import { GIFEncoder } from "gifenc";
import { type Color, GifColors, markUnchanged, UNCHANGED } from "./gif-colors";

/** What the worker is told. */
export type GifCommand =
  | { type: "colors"; width: number; height: number; ground: Color; samples: Uint8ClampedArray[] }
  /** A delay in hundredths of a second. */
  | { type: "picture"; pixels: Uint8ClampedArray; delay: number }
  | { type: "end" };

/** What it answers to each, in their order: the bytes that come next in the file. */
export type GifReport = Uint8Array<ArrayBuffer>;

const gif = GIFEncoder();
let size = { width: 0, height: 0 };
let colors: GifColors | null = null;
let shown: Uint8Array | null = null;
let next = new Uint8Array(0);

self.onmessage = ({ data }: MessageEvent<GifCommand>) => {
  if (data.type === "colors") {
    size = { width: data.width, height: data.height };
    colors = new GifColors(data.samples, data.ground);
    next = new Uint8Array(data.width * data.height);
  } else if (data.type === "picture") write(data.pixels, data.delay);
  else gif.finish();
  const bytes = gif.stream.bytes() as GifReport;
  // What has been handed on is not kept.
  gif.stream.reset();
  self.postMessage(bytes, { transfer: [bytes.buffer] });
};

function write(pixels: Uint8ClampedArray, delay: number): void {
  if (!colors) throw new RangeError("A GIF has its colours before its pictures.");
  const { width, height } = size;
  colors.indexed(pixels, next);
  if (shown) {
    markUnchanged(shown, next);
    gif.writeFrame(next, width, height, {
      delay: delay * 10,
      transparent: true,
      transparentIndex: UNCHANGED,
      dispose: 1,
    });
    return;
  }
  const palette = colors.palette.map((color) => [...color]);
  gif.writeFrame(next, width, height, { palette, delay: delay * 10, repeat: 0, dispose: 1 });
  shown = next.slice();
}
