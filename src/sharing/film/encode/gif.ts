import { GROUND_COLOR } from "../../../scene/still";
import type { Encoder, EncoderTask } from "./encoder";
import type { GifCommand, GifReport } from "./gif.worker";
import type { Color } from "./gif-colors";
import { delayOf } from "./gif-delay";

/** Pictures, spread over the film, that its colours are taken from. */
const SAMPLES = 6;

/** An animated GIF that begins anew at its end, written by a worker as the pictures come. */
export async function encodeGif({ canvas, settings, count, store, preview }: EncoderTask): Promise<Encoder> {
  const { width, height, fps, ground } = settings;
  const context = canvas.getContext("2d")!;
  const read = () => context.getImageData(0, 0, width, height).data;
  const samples: Uint8ClampedArray[] = [];
  for (let i = 0; i < SAMPLES; i++) {
    await preview(Math.round((i * (count - 1)) / (SAMPLES - 1)));
    samples.push(read());
  }
  const worker = new GifWorker();
  let position = 0;
  const keep = async (bytes: GifReport) => {
    if (bytes.byteLength === 0) return;
    const at = position;
    position += bytes.byteLength;
    await store.write(bytes, at);
  };
  await keep(
    await worker.ask(
      { type: "colors", width, height, ground: colorOf(GROUND_COLOR[ground]), samples },
      samples.map(({ buffer }) => buffer),
    ),
  );
  // One picture is encoded while the next is drawn.
  let onTheWay: Promise<void> = Promise.resolve();
  return {
    async add(index) {
      const pixels = read();
      await onTheWay;
      onTheWay = worker.ask({ type: "picture", pixels, delay: delayOf(index, fps) }, [pixels.buffer]).then(keep);
      onTheWay.catch(() => {});
    },
    async finish() {
      await onTheWay;
      await keep(await worker.ask({ type: "end" }));
      worker.end();
    },
    async cancel() {
      worker.end();
    },
  };
}

/** The page's end of the worker: one answer to each command, in their order. */
class GifWorker {
  readonly #worker = new Worker(new URL("./gif.worker.ts", import.meta.url), { type: "module" });
  readonly #waiting: { resolve: (bytes: GifReport) => void; reject: (reason: unknown) => void }[] = [];

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<GifReport>) => this.#waiting.shift()?.resolve(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#fail(new Error(event.message || "The worker that writes the GIF could not be started."));
    };
  }

  ask(command: GifCommand, transfer: Transferable[] = []): Promise<GifReport> {
    this.#worker.postMessage(command, transfer);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  end(): void {
    this.#worker.terminate();
    this.#fail(new DOMException("The film was given up.", "AbortError"));
  }

  #fail(reason: unknown): void {
    for (const { reject } of this.#waiting.splice(0)) reject(reason);
  }
}

/** "#0b0d11" as three bytes. */
function colorOf(hex: string): Color {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
