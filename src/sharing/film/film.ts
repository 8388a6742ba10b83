import { OffscreenCloud } from "../../scene/still";
import { type PictureFrame, type ScopeState, study } from "../../state";
import { FORMATS } from "./encode";
import { ExactFrames } from "./exact-frames";
import { frameCount, momentAt } from "./path";
import { FilmPictures, pathOf, pinnedOf } from "./picture";
import type { FilmSettings } from "./settings";
import type { Store } from "./store";

/** How a film is followed while it is made. */
export interface FilmWatch {
  signal: AbortSignal;
  /** Told after each picture, with the canvas that it is in. */
  made?: (done: number, count: number, picture: HTMLCanvasElement) => void;
  /** Makes some of the pictures alone, from one up to and without another: to see what all of them take. */
  part?: { from: number; to: number };
}

/** Computes the exact frames of some dims of the space that a state has open. */
export function exactFramesOf(
  { axes, mode }: ScopeState,
  ks: readonly number[],
  signal?: AbortSignal,
): Promise<PictureFrame[]> {
  return study("frames", { ks, axes, mode }, { signal });
}

/**
 * Makes a film of a space: every picture of it, one after the other, however long each takes.
 *
 * @param subject the state whose view is filmed; what changes on the page meanwhile changes nothing of it
 * @param store gets the bytes, and is neither finished nor discarded
 * @throws AbortError (as a rejection) when it is given up or the space is closed
 */
export async function makeFilm(
  subject: ScopeState,
  settings: FilmSettings,
  store: Pick<Store, "write">,
  { signal, made, part }: FilmWatch,
): Promise<void> {
  const path = pathOf(settings, subject);
  const count = frameCount(path);
  const { from: first, to: last } = part ?? { from: 0, to: count };
  const rows = subject.manifest?.rows ?? 0;
  const pinned = pinnedOf(subject);
  const supply = new ExactFrames(path, rows, pinned, (ks) => exactFramesOf(subject, ks, signal), {
    from: first,
    to: last,
  });
  const cloud = drawer();
  const pictures = new FilmPictures(subject, settings, cloud);
  try {
    const preview = async (index: number) => {
      const { first, second } = momentAt(path, index);
      const frames = await exactFramesOf(subject, [...new Set([first, second, ...pinned])], signal);
      pictures.make(index, (k) => frames.find((frame) => frame.k === k)!);
    };
    const encoder = await FORMATS[settings.format].open({ canvas: pictures.canvas, settings, count, store, preview });
    pictures.begin();
    try {
      for (let index = first; index < last; index++) {
        await supply.reach(index);
        signal.throwIfAborted();
        pictures.make(index, supply.at);
        await encoder.add(index - first);
        made?.(index + 1 - first, last - first, pictures.canvas);
        await breathe();
        signal.throwIfAborted();
      }
      await encoder.finish();
    } catch (error) {
      await encoder.cancel();
      throw error;
    }
  } finally {
    pictures.dispose();
    cloud.dispose();
  }
}

/**
 * What draws the points of a film.
 *
 * @throws RangeError where the browser cannot draw in 3-D
 */
export function drawer(): OffscreenCloud {
  const cloud = OffscreenCloud.create();
  if (!cloud) throw new RangeError("This browser cannot draw in 3-D.");
  return cloud;
}

const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

/** Lets the page hear what has happened: by a message, which a page in the background gets as soon as any other. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
}
