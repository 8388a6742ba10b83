import { count } from "../../i18n";
import { type Axis, LEAST, shareOf } from "./axis";

/** The dims with a label below the axis, most wanted first: the ends, then the stops of the article. */
function labelledDims({ scale, dims }: Axis): number[] {
  const articles = dims === 3072 || dims === 1536;
  const stops = articles ? [512, 1024, 1536, 256, 2048, 2560] : [256, 1024, 512, 2048, 4096, 8192, 16384];
  const octaves = articles ? [512, 16, 64, 256, 1024, 1536] : [16, 64, 256, 1024, 4096, 16384];
  const between = scale === "log" ? octaves : stops;
  return [LEAST, dims, ...between.filter((stop) => stop > LEAST && stop < dims)];
}

/** Those of the wanted labels that fit side by side on an axis so many pixels wide. */
export function labelsThatFit(axis: Axis, width: number): number[] {
  const placed: { stop: number; left: number; right: number }[] = [];
  for (const stop of labelledDims(axis)) {
    const half = labelWidth(stop) / 2;
    const middle = shareOf(stop, axis) * width;
    // The outermost labels end flush with the axis.
    const left = Math.min(Math.max(0, middle - half), width - 2 * half);
    const right = left + 2 * half;
    if (placed.every((other) => right + 10 <= other.left || left >= other.right + 10))
      placed.push({ stop, left, right });
  }
  return placed.map(({ stop }) => stop).sort((a, b) => a - b);
}

/** Where the small ticks stand: at the powers of two and at every stop that may bear a label. */
export function tickDims(axis: Axis): number[] {
  const stops = new Set(labelledDims(axis));
  const { scale, dims } = axis;
  if (scale === "log") for (let stop = LEAST * 2; stop < dims && stop <= 512; stop *= 2) stops.add(stop);
  return [...stops];
}

function labelWidth(stop: number): number {
  const text = count(stop);
  return [...text].reduce((width, letter) => width + (letter === "," ? 4 : 7.6), 0);
}
