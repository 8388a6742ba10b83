import type { Keyframe } from "../state";

/** A frame that the curve passes through. */
export type Knot = Pick<Keyframe, "k" | "scores" | "rms">;

/** Where the keyframes are held. */
export interface KeyframeStore {
  readonly ks: number[];
  readonly largestRms: number;
  get(k: number): Knot | null;
}

/** Frames further apart than one rung of the ladder (4 to 6 at most) say too little of what lies between. */
const FARTHEST = Math.log(1.51);
/** The cloud trails the newest exact frame by one or two. */
const MOST_RECENT = 4;

/**
 * The cloud as a function of the place on the logarithmic axis: a line from knot to knot. The knots are the keyframes
 * and the newest exact frames, so that it is exact wherever the slider rests and near it everywhere else.
 */
export class Curve {
  readonly #keyframes: KeyframeStore;
  readonly #recent: Knot[] = [];
  #largestRms = 0;

  constructor(keyframes: KeyframeStore) {
    this.#keyframes = keyframes;
  }

  /** Takes in an exact frame. */
  add(exact: Knot): void {
    const before = this.#recent.findIndex(({ k }) => k === exact.k);
    if (before >= 0) this.#recent.splice(before, 1);
    this.#recent.push(exact);
    if (this.#recent.length > MOST_RECENT) this.#recent.shift();
    this.#largestRms = Math.max(this.#largestRms, exact.rms);
  }

  /** Forgets the exact frames: they are of another space, mode or kind of axes. */
  forget(): void {
    this.#recent.length = 0;
    this.#largestRms = 0;
  }

  /** The largest root mean square radius of all frames seen so far. */
  get largestRms(): number {
    this.#largestRms = Math.max(this.#largestRms, this.#keyframes.largestRms);
    return this.#largestRms;
  }

  /** The frame of exactly this k. */
  at(k: number): Knot | null {
    return this.#recent.find((knot) => knot.k === k) ?? this.#keyframes.get(k);
  }

  /**
   * The dims of the two knots around a place, one and the same where it is a knot.
   *
   * @param place a logarithm of dims
   * @returns null where they are missing, or too far apart to be shown between
   */
  around(place: number): [number, number] | null {
    const knots = this.#knots();
    const above = knots.findIndex((k) => Math.log(k) >= place);
    if (above < 0) return null;
    if (Math.log(knots[above]) === place) return [knots[above], knots[above]];
    if (above === 0) return null;
    return this.#near(knots, above) ? [knots[above - 1], knots[above]] : null;
  }

  /** Whether the curve has no gap from one place to another. */
  covers(from: number, to: number): boolean {
    const knots = this.#knots();
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const first = knots.findLastIndex((k) => Math.log(k) <= low);
    const last = knots.findIndex((k) => Math.log(k) >= high);
    if (first < 0 || last < 0) return false;
    for (let i = first + 1; i <= last; i++) if (!this.#near(knots, i)) return false;
    return true;
  }

  /** The knots from one place up to, and without, another. */
  between(from: number, to: number): Knot[] {
    const within = this.#knots().filter((k) => Math.log(k) >= from && Math.log(k) < to - 1e-9);
    return within.map((k) => this.at(k)).filter((knot) => knot !== null);
  }

  #knots(): number[] {
    return [...new Set([...this.#keyframes.ks, ...this.#recent.map(({ k }) => k)])].sort((a, b) => a - b);
  }

  #near(knots: number[], above: number): boolean {
    return Math.log(knots[above] / knots[above - 1]) <= FARTHEST;
  }
}
