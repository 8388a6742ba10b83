import { type Playing, playRange } from "../../state";
import { type Axis, sweepOn } from "./axis";

/** Where Play has come, and whether it is over. */
export interface Advance {
  place: number;
  ended: boolean;
}

/**
 * Plays on for some seconds.
 *
 * @param place where it is, between whole dims
 * @param columns how many dims have arrived: it waits there
 */
export function advance(place: number, play: Playing, axis: Axis, columns: number, seconds: number): Advance {
  const { from, to } = playRange(play, axis.dims);
  const isUp = play.direction === "up";
  const next = sweepOn(Math.max(from, place), axis, (isUp ? 1 : -1) * seconds * play.speed);
  const isOver = isUp ? next >= to - 1e-9 : next <= from;
  if (!isOver) return { place: Math.min(next, columns), ended: false };
  // What is still on its way is part of the range: at its edge Play waits, and does not end.
  if (isUp && columns < to) return { place: columns, ended: false };
  if (play.loop) return { place: Math.min(columns, isUp ? from : to), ended: false };
  return { place: isUp ? to : from, ended: true };
}

/** A gap between two animation frames that is longer was sleep, not playing. */
const LONGEST_GAP_MS = 1_000;

/** Counts the time in which the page could be seen: none of a background tab's, none of a sleeping machine's. */
export class VisibleClock {
  #before: number;

  constructor(now: number) {
    this.#before = now;
  }

  /** Seconds since the last time it was asked. */
  elapsed(now: number): number {
    const gap = now - this.#before;
    this.#before = now;
    return gap < 0 || gap > LONGEST_GAP_MS ? 0 : gap / 1000;
  }

  /** The page is seen again: what went by meanwhile does not count. */
  restart(now: number): void {
    this.#before = now;
  }
}
