/** How one frame turns into the next: for how long, and whether at even speed. */
export interface Pace {
  /** Milliseconds; 0 shows the new frame at once. */
  duration: number;
  /** Even speed, for frames that arrive in a stream; else fast at first and gentle at the end. */
  even: boolean;
}

/**
 * Frames closer together than this many milliseconds belong to one movement. Under a hand that is a drag; while
 * playing, the first dims come a second apart, and the cloud shall move all the way between them.
 */
const STREAM_GAP = { byHand: 400, playing: 1500 };
const LONGEST = { byHand: 320, playing: 1100 };
/** The gap that is expected where nothing is known. */
export const FIRST_GAP = 60;
const ALONE: Pace = { duration: 250, even: false };
/** From what was shown between two keyframes to the exact frame: a small way. */
export const CORRECTION: Pace = { duration: 200, even: false };

/**
 * Suits the tween to how fast frames arrive: a stream of frames is joined at even speed, each tween a little longer
 * than the usual gap so that it is still on its way when the next frame comes; a frame that comes alone eases out.
 */
export function paceFor(gap: number, meanGap: number, playing: boolean): Pace {
  const kind = playing ? "playing" : "byHand";
  if (gap > STREAM_GAP[kind]) return ALONE;
  return { duration: Math.min(LONGEST[kind], Math.max(24, meanGap * 1.2)), even: true };
}

/** The running mean of gaps between frames; a long pause starts it afresh. */
export function nextMeanGap(meanGap: number, gap: number, playing: boolean): number {
  if (gap > STREAM_GAP[playing ? "playing" : "byHand"]) return FIRST_GAP;
  return meanGap + (gap - meanGap) * 0.5;
}

/** How far the new positions weigh, 0 to 1, `elapsed` milliseconds into a tween. */
export function weightAt(elapsed: number, pace: Pace): number {
  if (elapsed >= pace.duration) return 1;
  const share = Math.max(0, elapsed / pace.duration);
  return pace.even ? share : 1 - (1 - share) ** 3;
}
