import { type Axis, LEAST, shareOf } from "./axis";

/** Sizes that embedding models are sold in. */
const SIZES = [256, 512, 1024, 1536, 3072];

/** Those of them that a space of so many dims can be cut to. */
export function sizesOf(dims: number): number[] {
  return SIZES.filter((size) => size <= dims);
}

/** All places worth stopping at, rising: both ends, the sizes, and the steps of the profile. */
export function stopsOf(steps: readonly { dims: number }[], dims: number): number[] {
  const stops = new Set([LEAST, dims, ...sizesOf(dims), ...steps.map((step) => step.dims)]);
  return [...stops].filter((stop) => stop <= dims).sort((a, b) => a - b);
}

/** The next stop in a direction; k itself where there is none. */
export function nextStop(k: number, stops: readonly number[], direction: 1 | -1): number {
  const further = stops.filter((stop) => (stop - k) * direction > 0);
  return further.length === 0 ? k : Math[direction === 1 ? "min" : "max"](...further);
}

/** The stop nearest to a place on an axis so many pixels wide, if it is within reach. */
export function stopNear(
  share: number,
  stops: readonly number[],
  axis: Axis,
  width: number,
  reach: number,
): number | null {
  let nearest: number | null = null;
  let least = reach;
  for (const stop of stops) {
    const distance = Math.abs(shareOf(stop, axis) - share) * width;
    if (distance <= least) [nearest, least] = [stop, distance];
  }
  return nearest;
}
