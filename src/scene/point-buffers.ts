import { BufferAttribute, BufferGeometry, DynamicDrawUsage } from "three";
import { Motion } from "./motion";
import type { Tints } from "./tints";

/** The points of one space on the GPU: allocated once for its rows, and reused for every frame. */
export class PointBuffers {
  readonly motion: Motion;
  readonly tints: Tints;
  readonly geometry = new BufferGeometry();
  readonly #from: BufferAttribute;
  readonly #to: BufferAttribute;
  readonly #tint: BufferAttribute;

  constructor(rows: number) {
    this.motion = new Motion(rows);
    this.tints = { rgbs: new Uint8Array(rows * 4), shown: new Uint8Array(rows).fill(1) };
    this.#from = new BufferAttribute(this.motion.from, 3).setUsage(DynamicDrawUsage);
    this.#to = new BufferAttribute(this.motion.to, 3).setUsage(DynamicDrawUsage);
    this.#tint = new BufferAttribute(this.tints.rgbs, 4, true);
    this.geometry.setAttribute("position", this.#from);
    this.geometry.setAttribute("positionB", this.#to);
    this.geometry.setAttribute("tint", this.#tint);
  }

  /** Tells the GPU that positions have changed. */
  positionsChanged(): void {
    this.#from.needsUpdate = true;
    this.#to.needsUpdate = true;
  }

  /** Tells the GPU that colours have changed. */
  tintsChanged(): void {
    this.#tint.needsUpdate = true;
  }
}
