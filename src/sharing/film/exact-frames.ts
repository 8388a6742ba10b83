import type { PictureFrame } from "../../state";
import { type FilmPath, frameCount, momentAt, neededDims } from "./path";

/** Exact frames that are asked for at a time, and the most that their scores may take. */
const TOGETHER = 8;
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * The exact frames of a film, in the order in which its pictures need them: asked for one batch ahead, and let go once
 * no later picture needs them, so that a film takes no more memory for being long.
 */
export class ExactFrames {
  readonly #path: FilmPath;
  readonly #ask: (ks: number[]) => Promise<PictureFrame[]>;
  readonly #needed: number[];
  readonly #order: Map<number, number>;
  readonly #batch: number;
  readonly #pinned: readonly number[];
  readonly #held = new Map<number, PictureFrame>();
  #next: Promise<PictureFrame[]> | null = null;

  /**
   * @param rows points of the space
   * @param pinned dims whose frames are held to the end
   * @param ask computes frames, in the order they are named; a failure of its is one of `reach`
   * @param part the pictures that are made, from one up to and without another
   */
  constructor(
    path: FilmPath,
    rows: number,
    pinned: readonly number[],
    ask: (ks: number[]) => Promise<PictureFrame[]>,
    part: { from: number; to: number } = { from: 0, to: frameCount(path) },
  ) {
    this.#path = path;
    this.#ask = ask;
    this.#pinned = pinned;
    const way = neededDims(path, part.from, part.to);
    this.#order = new Map(way.map((k, i) => [k, i]));
    this.#needed = [...new Set([...pinned, ...way])];
    this.#batch = Math.min(TOGETHER, Math.max(1, Math.floor(MOST_BYTES / (rows * 12))));
  }

  /** The frame of k dims; of the pictures reached so far. */
  readonly at = (k: number): PictureFrame => {
    const frame = this.#held.get(k);
    if (!frame) throw new RangeError(`The frame of ${k} dims is not there.`);
    return frame;
  };

  /** How many frames are held. */
  get held(): number {
    return this.#held.size;
  }

  /** Resolves when the frames of a picture are there; pictures are to be named in their order. */
  async reach(index: number): Promise<void> {
    const { first, second } = momentAt(this.#path, index);
    const order = (k: number) => this.#order.get(k) ?? 0;
    const least = Math.min(order(first), order(second));
    for (const k of this.#held.keys()) {
      if (order(k) < least && !this.#pinned.includes(k)) this.#held.delete(k);
    }
    while (![first, second, ...this.#pinned].every((k) => this.#held.has(k))) {
      const batch = await (this.#next ?? this.#askNext());
      for (const frame of batch) this.#held.set(frame.k, frame);
      this.#next = this.#needed.length > 0 ? this.#askNext() : null;
    }
  }

  #askNext(): Promise<PictureFrame[]> {
    const asked = this.#ask(this.#needed.splice(0, this.#batch));
    // It is waited for later; until then a failure must not count as unheard.
    asked.catch(() => {});
    return asked;
  }
}
