/** How much of the dims on either side a smoothed value looks at. */
const REACH = 1 / 24;
const LEAST = 4;

/**
 * A profile smoothed: the mean over a window that widens with the dims, so that it is as wide everywhere on a
 * logarithmic axis, and never crosses a step: what lies on both sides of one is not of one level.
 *
 * @param steps dims where the level changes, rising
 */
export function smoothed(std: ArrayLike<number>, steps: readonly number[]): Float64Array {
  const d = std.length;
  const sums = new Float64Array(d + 1);
  for (let j = 0; j < d; j++) sums[j + 1] = sums[j] + std[j];
  const ends = [0, ...steps, d];
  let piece = 0;
  return Float64Array.from({ length: d }, (_, j) => {
    while (j >= ends[piece + 1]) piece++;
    const half = Math.max(LEAST, Math.round(j * REACH));
    const from = Math.max(ends[piece], j - half);
    const to = Math.min(ends[piece + 1], j + half + 1);
    return (sums[to] - sums[from]) / (to - from);
  });
}
