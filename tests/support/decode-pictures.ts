/** What is asked of a film: it is decoded where this runs, and held against the pictures that it was made from. */
export interface DecodeQuestion {
  /** The file, in base64; null decodes the pictures themselves. */
  film: string | null;
  /** A PNG of each picture, in base64. */
  pngs: string[];
  /** The row of pixels that tells how far the track is lit, and where the track is in it. */
  litRow: number;
  trackBox: { left: number; width: number };
}

/** What it is found to be. */
export interface Decoded {
  width: number;
  height: number;
  count: number;
  seconds: number;
  repeats: number | null;
  /** Of each picture, the peak signal-to-noise ratio to its PNG, and of that PNG to the next one, in decibels. */
  likeness: number[];
  toNext: number[];
  /** The share of the track that is lit in each. */
  lit: number[];
}

/**
 * Decodes a film in a page that has mediabunny as `Mediabunny`. It is sent there as text, so it knows nothing outside of
 * itself.
 */
export async function decodePictures({ film, pngs, litRow, trackBox }: DecodeQuestion): Promise<Decoded> {
  const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const pixelsOf = (source: CanvasImageSource, width: number, height: number) => {
    const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })!;
    context.drawImage(source, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  };
  const originals: ImageData[] = [];
  for (const png of pngs) {
    const bitmap = await createImageBitmap(new Blob([bytesOf(png)]));
    originals.push(pixelsOf(bitmap, bitmap.width, bitmap.height));
  }
  let pictures: ImageData[] = [];
  let seconds = 0;
  let repeats: number | null = null;
  if (film === null) pictures = originals;
  else if (bytesOf(film)[0] === 0x47) {
    const decoder = new ImageDecoder({ data: bytesOf(film), type: "image/gif" });
    await decoder.tracks.ready;
    await decoder.completed;
    const track = decoder.tracks.selectedTrack!;
    repeats = track.repetitionCount;
    for (let i = 0; i < track.frameCount; i++) {
      const { image } = await decoder.decode({ frameIndex: i });
      pictures.push(pixelsOf(image, image.displayWidth, image.displayHeight));
      seconds += (image.duration ?? 0) / 1e6;
      image.close();
    }
  } else {
    const { Input, BufferSource, ALL_FORMATS, VideoSampleSink } = (
      globalThis as unknown as { Mediabunny: typeof import("mediabunny") }
    ).Mediabunny;
    const input = new Input({ source: new BufferSource(bytesOf(film)), formats: ALL_FORMATS });
    const track = (await input.getPrimaryVideoTrack())!;
    seconds = await track.computeDuration();
    for await (const sample of new VideoSampleSink(track).samples()) {
      const frame = sample.toVideoFrame();
      pictures.push(pixelsOf(frame, frame.displayWidth, frame.displayHeight));
      frame.close();
      sample.close();
    }
  }
  const decibels = (a: ImageData, b: ImageData) => {
    let squares = 0;
    for (let i = 0; i < a.data.length; i++) squares += (a.data[i] - b.data[i]) ** 2;
    return Math.min(100, 10 * Math.log10((255 * 255 * a.data.length) / Math.max(squares, 1e-9)));
  };
  const lit = ({ data, width }: ImageData) => {
    let columns = 0;
    for (let x = trackBox.left; x < trackBox.left + trackBox.width; x++) {
      const at = (litRow * width + x) * 4;
      if (data[at] - data[at + 2] > 10) columns++;
    }
    return columns / trackBox.width;
  };
  return {
    width: pictures[0].width,
    height: pictures[0].height,
    count: pictures.length,
    seconds,
    repeats,
    likeness: pictures.map((one, i) => decibels(one, originals[i])),
    toNext: originals.slice(1).map((one, i) => decibels(one, originals[i])),
    lit: pictures.map(lit),
  };
}
