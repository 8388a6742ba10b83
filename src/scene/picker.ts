import type { WebGLRenderer } from "three";
import type { IdPass } from "./id-pass";
import { nearestAmong, nearestRow } from "./picking";
import type { PointBuffers } from "./point-buffers";
import type { Sight, Stage } from "./stage";

/** Clouds of up to this many rows are gone through row by row: a few milliseconds. */
const MOST_SCANNED = 200_000;

/** Finds the row under a place of the picture, as drawn: by itself, or for large clouds with the GPU's help. */
export class Picker {
  readonly #stage: Stage;
  readonly #renderer: WebGLRenderer;
  #pass: IdPass | null = null;
  #passOf: PointBuffers | null = null;
  #busy: Promise<unknown> = Promise.resolve();
  #asked = 0;

  constructor(stage: Stage, renderer: WebGLRenderer) {
    this.#stage = stage;
    this.#renderer = renderer;
  }

  /**
   * The row nearest to (x, y) within `reach` pixels, −1 where there is none.
   *
   * @param found told at once for a cloud that is scanned, else when the GPU has answered; not at all if another place
   *   has been asked for by then
   */
  pick(x: number, y: number, reach: number, found: (row: number) => void): void {
    this.#asked++;
    const { buffers, view, points } = this.#stage;
    const sight = this.#stage.sightAt(x, y);
    if (!buffers || !points.visible) found(-1);
    // The pass knows the first cloud alone.
    else if (sight !== this.#stage) found(nearestIn(sight, x, y, reach, buffers.tints.shown));
    else if (buffers.motion.rows > MOST_SCANNED) void this.#ask(this.#asked, x, y, reach, found);
    else found(nearestRow(buffers.motion, view, x, y, reach, buffers.tints.shown));
  }

  // One at a time: of those asked meanwhile only the newest is answered.
  async #ask(asked: number, x: number, y: number, reach: number, found: (row: number) => void): Promise<void> {
    await this.#busy;
    if (asked !== this.#asked) return;
    const work = this.#look(x, y, reach);
    this.#busy = work.catch(() => {});
    const row = await work;
    if (asked === this.#asked) found(row);
  }

  async #look(x: number, y: number, reach: number): Promise<number> {
    const { IdPass } = await import("./id-pass");
    const { buffers, points, rig, view } = this.#stage;
    if (!buffers || this.#renderer.getContext().isContextLost()) return -1;
    if (this.#passOf !== buffers) {
      this.#pass?.dispose();
      this.#pass = new IdPass(buffers, points.material);
      this.#passOf = buffers;
    }
    const rows = await this.#pass!.rowsAround(this.#renderer, rig.camera, buffers, view, x, y);
    // The cloud may have moved while the GPU answered; what is named is what is there now.
    return this.#stage.buffers === buffers ? nearestAmong(rows, buffers.motion, this.#stage.view, x, y, reach) : -1;
  }

  /** Frees what the GPU holds. */
  dispose(): void {
    this.#pass?.dispose();
  }
}

function nearestIn({ buffers, view }: Sight, x: number, y: number, reach: number, shown: Uint8Array): number {
  return buffers ? nearestRow(buffers.motion, view, x, y, reach, shown) : -1;
}
