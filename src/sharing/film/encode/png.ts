import { makeZip } from "client-zip";
import type { Encoder, EncoderTask } from "./encoder";

/** Files in an archive bear a time; this one is always the same, so that the same film is the same bytes. */
const WRITTEN = new Date(2020, 0, 1);

interface Picture {
  name: string;
  input: Blob;
  lastModified: Date;
}

/** A PNG a picture, numbered from 1, in a ZIP archive that is written as they come. */
export async function encodePngs({ canvas, count, store }: EncoderTask): Promise<Encoder> {
  const digits = Math.max(4, String(count).length);
  // A picture is taken once the one before it has been.
  const pipe = new TransformStream<Picture, Picture>(undefined, { highWaterMark: 1 }, { highWaterMark: 0 });
  const writer = pipe.writable.getWriter();
  writer.closed.catch(() => {});
  const written = write(makeZip(each(pipe.readable)), store);
  written.catch((reason) => writer.abort(reason));
  return {
    async add(index) {
      const input = await pngOf(canvas);
      await writer.write({ name: `${String(index + 1).padStart(digits, "0")}.png`, input, lastModified: WRITTEN });
    },
    async finish() {
      await writer.close();
      await written;
    },
    async cancel() {
      await writer.abort().catch(() => {});
      await written.catch(() => {});
    },
  };
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new RangeError("The picture is too large for a PNG."))));
  });
}

/** What comes out of a stream; not every browser's can be gone through by itself. */
async function* each<T>(stream: ReadableStream<T>): AsyncGenerator<T> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

async function write(zip: ReadableStream<Uint8Array>, store: EncoderTask["store"]): Promise<void> {
  let position = 0;
  for await (const bytes of each(zip)) {
    await store.write(bytes as Uint8Array<ArrayBuffer>, position);
    position += bytes.byteLength;
  }
}
