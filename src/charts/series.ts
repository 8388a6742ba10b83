/** One line of a chart. Arrays are of one length; NaN says "not known" and leaves a gap. */
export interface Series {
  /** What the legend, the table and the spoken value call it. */
  name: string;
  /** Rising places on x; 1 … y.length where left out, which is one value a dimension. */
  x?: ArrayLike<number> | undefined;
  y: ArrayLike<number>;
  /** The same measure smoothed: it is drawn as the line then, and `y` as points under it. */
  smoothed?: ArrayLike<number> | undefined;
  /** The ends of the interval around y, drawn as a band. */
  low?: ArrayLike<number> | undefined;
  high?: ArrayLike<number> | undefined;
}

/** A line across the chart at one x: a step, a published size. */
export interface Rule {
  x: number;
  label: string;
}

/** What a series says at one x. */
export interface Reading {
  y: number;
  smoothed: number | null;
  interval: [low: number, high: number] | null;
}

/** The i-th place of a series on x. */
export function placeOf(series: Series, i: number): number {
  return series.x ? series.x[i] : i + 1;
}

/** What a series says exactly at x; null where it has no value there. */
export function readingAt(series: Series, x: number): Reading | null {
  const i = indexOf(series, x);
  if (i < 0 || !Number.isFinite(series.y[i])) return null;
  const { smoothed, low, high } = series;
  return {
    y: series.y[i],
    smoothed: smoothed && Number.isFinite(smoothed[i]) ? smoothed[i] : null,
    interval: low && high && Number.isFinite(low[i] + high[i]) ? [low[i], high[i]] : null,
  };
}

function indexOf(series: Series, x: number): number {
  if (!series.x) return Number.isInteger(x) && x >= 1 && x <= series.y.length ? x - 1 : -1;
  let [from, to] = [0, series.y.length - 1];
  while (from <= to) {
    const middle = (from + to) >> 1;
    if (series.x[middle] === x) return middle;
    if (series.x[middle] < x) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}

/** Least and greatest of all finite values, `positive` ones only where the axis is logarithmic; null where none is. */
export function extentOf(arrays: Iterable<ArrayLike<number>>, positive: boolean): [number, number] | null {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const values of arrays) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (!Number.isFinite(value) || (positive && value <= 0)) continue;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  return least <= most ? [least, most] : null;
}
