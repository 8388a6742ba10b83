import { type Frame, SPHERE } from "../state";
import type { Curve, Knot } from "./curve";
import { CORRECTION, FIRST_GAP, nextMeanGap, type Pace, paceFor, weightAt } from "./tween";

const AT_ONCE: Pace = { duration: 0, even: true };

/** How points move: not at all, under someone's hand, or on their own. */
export type Mood = "still" | "byHand" | "playing";

/** Where the points are drawn: a + (b − a)·mix + offset·rest, each of them n × 3. */
export interface Places {
  readonly rows: number;
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly offset: Float32Array;
  /** How far `b` weighs against `a`. */
  mix: number;
  /** How much of the offset is left. */
  rest: number;
}

/**
 * The motion of the points. A place travels along the logarithmic axis towards the slider, and the points lie on the
 * curve at that place. Where the curve itself changes, because an exact frame has come, or where it has a gap to cross,
 * the difference to what is on screen becomes an offset that fades: nothing ever jumps. The arrays live as long as the
 * cloud.
 */
export class Motion implements Places {
  readonly rows: number;
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly offset: Float32Array;
  mix = 0;
  rest = 0;
  /** Counts the changes of the arrays, for those who keep something computed from them. */
  version = 0;

  readonly #curve: Curve;
  /** Whether every frame is brought to one size; else the largest (or the unit sphere) is, and the others keep their share. */
  #sameSize = true;
  #loaded: [Knot | null, Knot | null] = [null, null];
  /** The root mean square radius that was drawn as 1 when they were loaded; null where each was brought to its own. */
  #unit: number | null = null;
  #newest: Frame | null = null;
  #wanted: number | null = null;
  #place = 0;
  #way = { from: 0, to: 0, start: 0, pace: AT_ONCE };
  #fade = { start: 0, pace: AT_ONCE };
  #rhythm = { before: 0, mean: FIRST_GAP };

  constructor(rows: number, curve: Curve) {
    this.rows = rows;
    this.a = new Float32Array(rows * 3);
    this.b = new Float32Array(rows * 3);
    this.offset = new Float32Array(rows * 3);
    this.#curve = curve;
  }

  /** Whether the newest exact frame is what is drawn. */
  get settled(): boolean {
    return this.#newest !== null && this.#place === Math.log(this.#newest.k) && this.rest === 0;
  }

  /** Where on the logarithmic axis the points are. */
  get place(): number {
    return this.#place;
  }

  /** The root mean square radius that is drawn as 1 in this frame. */
  unitOf(knot: Pick<Knot, "rms">): number {
    return this.#unitNow() ?? knot.rms;
  }

  /** The knots of the curve below the place, the nearest first, so far back on the logarithmic axis. */
  knotsBelow(distance: number): Knot[] {
    return this.#curve.between(this.#place - distance, this.#place).reverse();
  }

  /**
   * The slider has moved: sets out for what the curve shows there.
   *
   * @returns false where it shows nothing yet; the exact frame is then waited for
   */
  lead(k: number, now: number, mood: Mood): boolean {
    this.#wanted = k;
    const to = Math.log(k);
    if (!this.#newest || !this.#curve.around(to)) return false;
    // First to where the points would be by now: a slider that moves at every animation frame would hold them fast.
    this.step(now);
    if (this.#curve.covers(this.#place, to)) this.#travel(to, now, mood);
    else this.#cross(to, now, mood);
    this.step(now);
    return true;
  }

  /** The exact frame of some k is there; of the slider's, or of where the slider was a moment ago. */
  aim(frame: Frame, now: number, mood: Mood): void {
    const isFirst = this.#newest === null;
    if (!isFirst) this.step(now);
    this.#newest = frame;
    this.#curve.add(frame);
    const own = Math.log(frame.k);
    const wanted = Math.log(this.#wanted ?? frame.k);
    if (isFirst) {
      this.#stop(own);
      this.#load();
      return;
    }
    const to = [wanted, own].find((place) => this.#curve.covers(this.#place, place));
    if (to === undefined) this.#cross(this.#curve.around(wanted) ? wanted : own, now, mood);
    else {
      this.#keepShown(() => this.#load(true));
      this.#fade = { start: now, pace: mood === "still" ? AT_ONCE : CORRECTION };
      if (this.#way.to !== to) this.#travel(to, now, mood);
    }
    this.step(now);
  }

  /** Brings every frame to one size, or shows growth as growth. */
  resize(sameSize: boolean, now: number, mood: Mood): void {
    if (sameSize === this.#sameSize) return;
    this.#sameSize = sameSize;
    if (!this.#newest) return;
    this.#keepShown(() => this.#load(true));
    this.#fade = { start: now, pace: mood === "still" ? AT_ONCE : CORRECTION };
    this.step(now);
  }

  /** Moves on to a moment; true once the points have come to rest. */
  step(now: number): boolean {
    const { from, to, start, pace } = this.#way;
    const weight = weightAt(now - start, pace);
    this.#place = weight === 1 ? to : from + (to - from) * weight;
    this.rest = 1 - weightAt(now - this.#fade.start, this.#fade.pace);
    if (this.#curveHasChanged() || this.#unit !== this.#unitNow()) {
      this.#keepShown(() => this.#load(true));
      this.#fade = { start: now, pace: CORRECTION };
    } else this.#load();
    return weight === 1 && this.rest === 0;
  }

  #travel(to: number, now: number, mood: Mood): void {
    this.#way = { from: this.#place, to, start: now, pace: this.#paceOf(now, mood) };
  }

  // Straight from picture to picture: nothing is known of what lies between.
  #cross(to: number, now: number, mood: Mood): void {
    this.#keepShown(() => {
      this.#stop(to);
      this.#load(true);
    });
    this.#fade = { start: now, pace: this.#paceOf(now, mood) };
  }

  #stop(place: number): void {
    this.#place = place;
    this.#way = { from: place, to: place, start: 0, pace: AT_ONCE };
  }

  #paceOf(now: number, mood: Mood): Pace {
    const playing = mood === "playing";
    const gap = now - this.#rhythm.before;
    const mean = nextMeanGap(this.#rhythm.mean, gap, playing);
    this.#rhythm = { before: now, mean };
    return mood === "still" ? AT_ONCE : paceFor(gap, mean, playing);
  }

  /** Puts into the offset what a change of the curve would move. */
  #keepShown(change: () => void): void {
    const { a, b, offset } = this;
    for (let i = 0; i < offset.length; i++) offset[i] = a[i] + (b[i] - a[i]) * this.mix + offset[i] * this.rest;
    change();
    for (let i = 0; i < offset.length; i++) offset[i] -= a[i] + (b[i] - a[i]) * this.mix;
    this.rest = 1;
    this.version++;
  }

  // A keyframe that has come between the two knots that the place is still between.
  #curveHasChanged(): boolean {
    const [first, second] = this.#loaded;
    if (!first || !second) return false;
    const isBetween = this.#place > Math.log(first.k) && this.#place < Math.log(second.k);
    const around = isBetween ? this.#curve.around(this.#place) : null;
    return around !== null && (around[0] !== first.k || around[1] !== second.k);
  }

  #unitNow(): number | null {
    if (this.#sameSize || this.#newest === null) return null;
    return this.#newest.mode === "unit" ? SPHERE : this.#curve.largestRms;
  }

  /** Brings the two knots around the place into the arrays. Where one is gone, what is there stays. */
  #load(anew = false): void {
    const around = this.#curve.around(this.#place);
    const [first, second] = (around ?? []).map((k) => this.#curve.at(k));
    if (!first || !second) return;
    const unit = this.#unitNow();
    if (unit !== this.#unit) this.#loaded = [null, null];
    this.#unit = unit;
    const changed = anew || this.#loaded[0] !== first || this.#loaded[1] !== second;
    if (changed) {
      if (this.#loaded[1] === first) this.a.set(this.b);
      else scaleInto(this.a, first, this.unitOf(first));
      if (first === second) this.b.set(this.a);
      else scaleInto(this.b, second, this.unitOf(second));
      this.#loaded = [first, second];
      this.version++;
    }
    const [low, high] = [Math.log(first.k), Math.log(second.k)];
    this.mix = high > low ? (this.#place - low) / (high - low) : 0;
  }
}

/** The scores of a knot, so that a root mean square radius of `unit` becomes 1. */
export function scaleInto(out: Float32Array, { scores }: Knot, unit: number): void {
  const scale = unit > 0 ? 1 / unit : 1;
  for (let i = 0; i < out.length; i++) out[i] = scores[i] * scale;
}
