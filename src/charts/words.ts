import type { XAxis, YAxis } from "./axes";
import { plainNumber, threeFigures } from "./format";
import { type Reading, readingAt, type Series } from "./series";

/** A place on x in words: "512 dims". */
export function placeInWords(x: number, axis: XAxis): string {
  return axis.format ? axis.format(x) : `${plainNumber(x)} ${axis.label}`;
}

/** The figures of a reading, in the order of `figureHeads`: "0.0171, 0.0170"; a dash where nothing is known. */
export function readingInFigures(reading: Reading | null, axis: YAxis): string {
  if (!reading) return "–";
  const format = axis.format ?? threeFigures;
  const { y, smoothed, interval } = reading;
  return [y, ...(smoothed === null ? [] : [smoothed])]
    .map(format)
    .concat(interval ? `${format(interval[0])} to ${format(interval[1])}` : [])
    .join(", ");
}

/** What the figures of the readings are, where they are more than the value: "raw, smoothed". */
export function figureHeads(series: readonly Series[], axis: YAxis): string {
  const smoothed = series.some((one) => one.smoothed) ? ["raw, smoothed"] : [];
  const interval = series.some((one) => one.low && one.high) ? [axis.interval ?? "interval"] : [];
  return [...smoothed, ...interval].join(", ");
}

function readingInWords({ y, smoothed, interval }: Reading, axis: YAxis): string {
  const format = axis.format ?? threeFigures;
  return [
    format(y),
    ...(smoothed === null ? [] : [`smoothed ${format(smoothed)}`]),
    ...(interval ? [`${axis.interval ?? "interval"} ${format(interval[0])} to ${format(interval[1])}`] : []),
  ].join(", ");
}

/** All that the chart says where the cursor stands, as a screen reader speaks it. */
export function cursorInWords(
  cursor: number,
  stop: number,
  series: readonly Series[],
  axes: { x: XAxis; y: YAxis },
): string {
  const readings = series.map((one) => {
    const reading = readingAt(one, stop);
    return `${one.name} ${reading ? readingInWords(reading, axes.y) : "not known"}`;
  });
  const place = placeInWords(cursor, axes.x);
  const where = cursor === stop ? place : `${place}, nearest value at ${placeInWords(stop, axes.x)}`;
  return `${where}: ${readings.join("; ")}`;
}
