import { placeOf, type Series } from "./series";

/** Where the cursor may stand: every x at which some series has a value, rising. */
export function stopsOf(series: readonly Series[]): number[] {
  const stops = new Set<number>();
  for (const one of series) {
    for (let i = 0; i < one.y.length; i++) if (Number.isFinite(one.y[i])) stops.add(placeOf(one, i));
  }
  return [...stops].sort((a, b) => a - b);
}

/** The stop nearest to x as the axis shows it: by ratio on a logarithmic one. Null where there is none. */
export function nearestStop(stops: readonly number[], x: number, scale: "log" | "linear"): number | null {
  if (stops.length === 0) return null;
  const after = firstFrom(stops, x);
  if (after === 0) return stops[0];
  if (after === stops.length) return stops[after - 1];
  const [left, right] = [stops[after - 1], stops[after]];
  const isLeft = scale === "log" ? x * x < left * right : 2 * x < left + right;
  return isLeft ? left : right;
}

/**
 * The stop a key leads to from x; null for keys that lead nowhere. Arrows go from stop to stop, with Shift from rule to
 * rule; Page Up and Page Down go half an octave on a logarithmic axis and a tenth of a linear one; Home and End to the
 * ends. As on a slider, up and right are further on.
 */
export function keyStop(
  key: string,
  shift: boolean,
  x: number,
  { stops, rules, scale }: { stops: readonly number[]; rules: readonly number[]; scale: "log" | "linear" },
): number | null {
  if (stops.length === 0) return null;
  const last = stops[stops.length - 1];
  const leap = (direction: 1 | -1) => {
    const aim = scale === "log" ? x * Math.SQRT2 ** direction : x + ((last - stops[0]) / 10) * direction;
    const stop = nearestStop(stops, aim, scale)!;
    return stop === x ? neighbour(stops, x, direction) : stop;
  };
  const step = (direction: 1 | -1) => neighbour(shift ? [stops[0], ...rules, last] : stops, x, direction);
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return step(1);
    case "ArrowLeft":
    case "ArrowDown":
      return step(-1);
    case "PageUp":
      return leap(1);
    case "PageDown":
      return leap(-1);
    case "Home":
      return stops[0];
    case "End":
      return last;
    default:
      return null;
  }
}

/** The next of some places in a direction; the outermost where there is none further. */
function neighbour(places: readonly number[], x: number, direction: 1 | -1): number {
  const rising = [...places].sort((a, b) => a - b);
  const next = direction === 1 ? rising.find((place) => place > x) : rising.findLast((place) => place < x);
  return next ?? (direction === 1 ? rising[rising.length - 1] : rising[0]);
}

/** The index of the first stop that is not below x. */
function firstFrom(stops: readonly number[], x: number): number {
  let [from, to] = [0, stops.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (stops[middle] < x) from = middle + 1;
    else to = middle;
  }
  return from;
}
