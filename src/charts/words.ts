import type { XAxis, YAxis } from "./axes";
import { plainNumber, threeFigures } from "./format";
import { type Reading, readingAt, type Series } from "./series";

/** A place on x in words: "512 dims". */
export function placeInWords(x: number, axis: XAxis): string {
  return axis.format ? axis.format(x) : `${plainNumber(x)} ${axis.label}`;
}

/** A reading in words: "0.0171, smoothed 0.0170", "0.83, from 0.82 to 0.84"; a dash where nothing is known. */
export function readingInWords(reading: Reading | null, axis: YAxis): string {
  if (!reading) return "–";
  const format = axis.format ?? threeFigures;
  const { y, smoothed, interval } = reading;
  return [
    format(y),
    ...(smoothed === null ? [] : [`smoothed ${format(smoothed)}`]),
    ...(interval ? [`${format(interval[0])} to ${format(interval[1])}`] : []),
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
