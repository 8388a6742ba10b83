import { t } from "../i18n";
import type { ChartRows } from "./csv";
import { readingAt, type Series } from "./series";
import { stopsOf } from "./stops";

/** A line chart as a table: a row for every x, and for every series its value and what goes with it. */
export function rowsOfLines(series: readonly Series[], xName: string): ChartRows {
  const stops = stopsOf(series);
  const heads = series.flatMap(({ name, smoothed, low, high }) => [
    name,
    ...(smoothed ? [t("{name}, smoothed", { name })] : []),
    ...(low && high ? [t("{name}, low", { name }), t("{name}, high", { name })] : []),
  ]);
  return {
    heads: [xName, ...heads],
    count: stops.length,
    row: (index) => [stops[index], ...series.flatMap((one) => cellsOf(one, stops[index]))],
  };
}

function cellsOf(series: Series, x: number): (number | null)[] {
  const reading = readingAt(series, x);
  const { smoothed, low, high } = series;
  return [
    reading?.y ?? null,
    ...(smoothed ? [reading?.smoothed ?? null] : []),
    ...(low && high ? [reading?.interval?.[0] ?? null, reading?.interval?.[1] ?? null] : []),
  ];
}

/** One bar: a class of a histogram, from `from` up to `to`, or a value with a name. */
export interface Bar {
  /** What the bar stands for: "0.30 to 0.32", "512 dims". */
  name: string;
  value: number;
  /** Its ends on x, for a histogram; without them bars stand evenly, each over its name. */
  from?: number | undefined;
  to?: number | undefined;
}

/** A bar chart as a table. */
export function rowsOfBars(bars: readonly Bar[], xName: string, yName: string): ChartRows {
  const numeric = bars.some(({ from }) => from !== undefined);
  return {
    heads: numeric ? [t("{name}, from", { name: xName }), t("{name}, to", { name: xName }), yName] : [xName, yName],
    count: bars.length,
    row: (index) => {
      const { name, value, from, to } = bars[index];
      return numeric ? [from ?? null, to ?? null, value] : [name, value];
    },
  };
}
