import type { Scale } from "../../state";

/** The fewest dims the slider stands at. */
export const LEAST = 4;
/** How long Play takes from end to end. */
const SWEEP_SECONDS = 30;

/** The axis below the track, from 4 to `dims`. On a logarithmic one every octave is as wide as the next. */
export interface Axis {
  scale: Scale;
  dims: number;
}

/** Where k lies on the axis, 0 to 1. */
export function shareOf(k: number, { scale, dims }: Axis): number {
  if (dims <= LEAST) return 1;
  const share = scale === "log" ? Math.log(k / LEAST) / Math.log(dims / LEAST) : (k - LEAST) / (dims - LEAST);
  return Math.min(1, Math.max(0, share));
}

/** The k that lies at this share of the axis. */
export function dimsAt(share: number, { scale, dims }: Axis): number {
  const within = Math.min(1, Math.max(0, share));
  return scale === "log" ? LEAST * (dims / LEAST) ** within : LEAST + (dims - LEAST) * within;
}

/** Half an octave further, or back: what Page Up and Page Down move. */
export function rungFrom(k: number, direction: 1 | -1): number {
  return Math.round(k * Math.SQRT2 ** direction) || k + direction;
}

/** Where Play has come after some seconds, backwards where they are negative: even steps of the axis. */
export function sweepOn(k: number, axis: Axis, seconds: number): number {
  return dimsAt(shareOf(k, axis) + seconds / SWEEP_SECONDS, axis);
}
