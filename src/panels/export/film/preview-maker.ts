import {
  drawer,
  exactFramesOf,
  FilmPictures,
  type FilmSettings,
  momentAt,
  pathOf,
  pinnedOf,
} from "../../../sharing/film";
import type { PictureFrame, ScopeState } from "../../../state";

/** Pixels of the shorter side that are enough for a look. */
const ENOUGH = 480;
/** Exact frames that are kept for who goes back and forth. */
const MOST = 48;

/** Draws single moments of a film into a canvas of the page; the newest that is asked for wins. */
export class PreviewMaker {
  readonly #canvas: HTMLCanvasElement;
  readonly #cloud: ReturnType<typeof drawer>;
  readonly #frames = new Map<string, PictureFrame>();
  #pictures: { of: [ScopeState, FilmSettings]; made: FilmPictures } | null = null;
  #asked = new AbortController();

  private constructor(canvas: HTMLCanvasElement, cloud: ReturnType<typeof drawer>) {
    this.#canvas = canvas;
    this.#cloud = cloud;
  }

  /** @returns null where the browser cannot draw in 3-D */
  static on(canvas: HTMLCanvasElement): PreviewMaker | null {
    try {
      return new PreviewMaker(canvas, drawer());
    } catch {
      return null;
    }
  }

  /** Shows picture `index` of a film, once its exact frames are there. */
  async show(subject: ScopeState, settings: FilmSettings, index: number): Promise<void> {
    this.#asked.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    const small = smaller(settings);
    const { first, second } = momentAt(pathOf(small, subject), index);
    const pinned = pinnedOf(subject);
    const key = (k: number) => `${subject.data} ${subject.mode} ${subject.axes} ${k}`;
    const missing = [...new Set([first, second, ...pinned])].filter((k) => !this.#frames.has(key(k)));
    try {
      for (const frame of missing.length > 0 ? await exactFramesOf(subject, missing, signal) : []) {
        this.#frames.set(key(frame.k), frame);
      }
    } catch {
      // Another moment is asked for, or the space is closed.
      return;
    }
    if (signal.aborted) return;
    const pictures = this.#picturesOf(subject, small);
    pictures.make(index, (k) => this.#frames.get(key(k))!);
    this.copy(pictures.canvas);
    for (const held of this.#frames.keys()) {
      if (this.#frames.size <= MOST) break;
      if (![first, second, ...pinned].some((k) => key(k) === held)) this.#frames.delete(held);
    }
  }

  /** Shows a picture that was made elsewhere. */
  copy(picture: HTMLCanvasElement): void {
    const scale = Math.min(1, ENOUGH / Math.min(picture.width, picture.height));
    const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    const context = this.#canvas.getContext("2d");
    if (!context) return;
    context.imageSmoothingQuality = "high";
    context.drawImage(picture, 0, 0, width, height);
  }

  /** Frees what it draws with. */
  dispose(): void {
    this.#asked.abort();
    this.#pictures?.made.dispose();
    this.#cloud.dispose();
  }

  #picturesOf(subject: ScopeState, settings: FilmSettings): FilmPictures {
    const before = this.#pictures;
    const same =
      before?.of[0] === subject && JSON.stringify(before.of[1]) === JSON.stringify(settings) ? before.made : null;
    if (same) return same;
    before?.made.dispose();
    const made = new FilmPictures(subject, settings, this.#cloud);
    this.#pictures = { of: [subject, settings], made };
    return made;
  }
}

/** The same film in a size that is soon drawn: type and points keep their share of the picture. */
function smaller(settings: FilmSettings): FilmSettings {
  const scale = Math.min(1, ENOUGH / Math.min(settings.width, settings.height));
  return { ...settings, width: Math.round(settings.width * scale), height: Math.round(settings.height * scale) };
}
