import { BufferAttribute, BufferGeometry, DynamicDrawUsage } from "three";
import type { Motion, Places } from "./motion";
import type { Tints } from "./tints";

/** Where points are drawn, and how often the arrays have changed. */
interface CountedPlaces extends Places {
  readonly version: number;
}

/** The points of one space on the GPU: allocated once for its rows, and reused for every frame. */
export class PointBuffers<M extends CountedPlaces = Motion> {
  readonly motion: M;
  readonly tints: Tints;
  readonly geometry = new BufferGeometry();
  readonly #places: BufferAttribute[];
  readonly #tint: BufferAttribute;
  #version = 0;
  /** Counts the changes of the colours. */
  tintsVersion = 0;

  constructor(motion: M) {
    const { rows } = motion;
    this.motion = motion;
    this.tints = { rgbs: new Uint8Array(rows * 4), shown: new Uint8Array(rows).fill(1) };
    const { a, b, offset } = motion;
    this.#places = [a, b, offset].map((array) => new BufferAttribute(array, 3).setUsage(DynamicDrawUsage));
    this.#tint = new BufferAttribute(this.tints.rgbs, 4, true);
    ["position", "positionB", "offset"].forEach((name, i) => {
      this.geometry.setAttribute(name, this.#places[i]);
    });
    this.geometry.setAttribute("tint", this.#tint);
  }

  /** Tells the GPU which positions have changed since it was told last. */
  sync(): void {
    if (this.#version === this.motion.version) return;
    this.#version = this.motion.version;
    for (const places of this.#places) places.needsUpdate = true;
  }

  /** Tells the GPU that colours have changed. */
  tintsChanged(): void {
    this.#tint.needsUpdate = true;
    this.tintsVersion++;
  }
}
