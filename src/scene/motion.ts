import type { Frame } from "../state";
import { FIRST_GAP, nextMeanGap, type Pace, paceFor, settleFrom, weightAt } from "./tween";

const AT_ONCE: Pace = { duration: 0, even: true };

/** How points move: not at all, under someone's hand, or on their own. */
export type Mood = "still" | "byHand" | "playing";

/** Where the points are: on their way from one set of positions to the next. The arrays live as long as the cloud. */
export class Motion {
  readonly rows: number;
  readonly from: Float32Array;
  readonly to: Float32Array;
  /** How far `to` weighs against `from`, as last drawn. */
  weight = 1;
  /** Counts the frames taken in, for those who keep something computed from the positions. */
  version = 0;
  #pace = AT_ONCE;
  #start = 0;
  #meanGap = FIRST_GAP;

  constructor(rows: number) {
    this.rows = rows;
    this.from = new Float32Array(rows * 3);
    this.to = new Float32Array(rows * 3);
  }

  /** Sets out for a frame from what is on screen now. Scores are brought to a root mean square radius of 1. */
  aim(frame: Frame, now: number, mood: Mood): void {
    const first = this.version === 0;
    const gap = now - this.#start;
    this.#meanGap = nextMeanGap(this.#meanGap, gap, mood === "playing");
    settleFrom(this.from, this.to, this.weight);
    const scale = frame.rms > 0 ? 1 / frame.rms : 1;
    const { to } = this;
    for (let i = 0; i < to.length; i++) to[i] = frame.scores[i] * scale;
    if (first) this.from.set(to);
    this.#pace = first || mood === "still" ? AT_ONCE : paceFor(gap, this.#meanGap, mood === "playing");
    this.#start = now;
    this.version++;
    this.step(now);
  }

  /** Moves on to a moment; true once the frame aimed for is reached exactly. */
  step(now: number): boolean {
    this.weight = weightAt(now - this.#start, this.#pace);
    return this.weight === 1;
  }
}
