import type { Knot } from "./curve";
import { type Places, scaleInto } from "./motion";

/** Points that stand where they are put: at one frame, or on the line between two, as `Motion` has them in passing. */
export class StillPlaces implements Places {
  readonly rows: number;
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly offset: Float32Array;
  mix = 0;
  readonly rest = 0;
  /** Counts the changes of the arrays. */
  version = 0;
  #loaded: [Knot, Knot, number | null] | null = null;

  constructor(rows: number) {
    this.rows = rows;
    this.a = new Float32Array(rows * 3);
    this.b = new Float32Array(rows * 3);
    this.offset = new Float32Array(rows * 3);
  }

  /**
   * Puts the points between two frames of `rows` points; at one of them where both are the same.
   *
   * @param mix how far the second weighs against the first, 0 … 1
   * @param unit the root mean square radius that is drawn as 1; null brings each frame to its own
   */
  put(first: Knot, second: Knot, mix: number, unit: number | null): void {
    const before = this.#loaded;
    const sameUnit = before !== null && before[2] === unit;
    const firstStays = sameUnit && before[0] === first;
    const secondStays = sameUnit && before[1] === second;
    if (!firstStays) {
      if (sameUnit && before[1] === first) this.a.set(this.b);
      else scaleInto(this.a, first, unit ?? first.rms);
    }
    if (!secondStays) {
      if (first === second) this.b.set(this.a);
      else scaleInto(this.b, second, unit ?? second.rms);
    }
    if (!firstStays || !secondStays) this.version++;
    this.#loaded = [first, second, unit];
    this.mix = first === second ? 0 : mix;
  }
}
