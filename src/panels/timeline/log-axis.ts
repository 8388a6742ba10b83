/** The fewest dims the slider stands at. */
export const LEAST = 4;
/** How long Play takes from end to end. */
const SWEEP_SECONDS = 30;

/** Where k lies on the logarithmic axis from 4 to `dims`, 0 to 1. */
export function shareOf(k: number, dims: number): number {
  if (dims <= LEAST) return 1;
  return Math.min(1, Math.max(0, Math.log(k / LEAST) / Math.log(dims / LEAST)));
}

/** The k that lies at this share of the axis. */
export function dimsAt(share: number, dims: number): number {
  return LEAST * (dims / LEAST) ** Math.min(1, Math.max(0, share));
}

/** Half an octave further, or back: what Page Up and Page Down move. */
export function rungFrom(k: number, direction: 1 | -1): number {
  return Math.round(k * Math.SQRT2 ** direction) || k + direction;
}

/** Where Play has come after some seconds: even steps of the axis. */
export function sweepOn(k: number, dims: number, seconds: number): number {
  return Math.min(dims, k * (dims / LEAST) ** (seconds / SWEEP_SECONDS));
}

/** The dims with a label below the axis, most wanted first: the ends, then the stops of the article. */
function labelledDims(dims: number): number[] {
  const articles = dims === 3072 || dims === 1536;
  const between = articles ? [512, 16, 64, 256, 1024, 1536] : [16, 64, 256, 1024, 4096, 16384];
  return [LEAST, dims, ...between.filter((stop) => stop > LEAST && stop < dims)];
}

/** Those of the wanted labels that fit side by side on an axis so many pixels wide. */
export function labelsThatFit(dims: number, width: number): number[] {
  const placed: { stop: number; left: number; right: number }[] = [];
  for (const stop of labelledDims(dims)) {
    const half = labelWidth(stop) / 2;
    const middle = shareOf(stop, dims) * width;
    // The outermost labels end flush with the axis.
    const left = Math.min(Math.max(0, middle - half), width - 2 * half);
    const right = left + 2 * half;
    if (placed.every((other) => right + 10 <= other.left || left >= other.right + 10))
      placed.push({ stop, left, right });
  }
  return placed.map(({ stop }) => stop).sort((a, b) => a - b);
}

/** Where the small ticks stand: at the powers of two and at every stop that may bear a label. */
export function tickDims(dims: number): number[] {
  const stops = new Set(labelledDims(dims));
  for (let stop = LEAST * 2; stop < dims && stop <= 512; stop *= 2) stops.add(stop);
  return [...stops];
}

function labelWidth(stop: number): number {
  const text = stop.toLocaleString("en");
  return [...text].reduce((width, letter) => width + (letter === "," ? 4 : 7.6), 0);
}
