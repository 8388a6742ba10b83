import { joined, t } from "../i18n";
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
  return joined("parts", [
    format(y),
    smoothed === null ? "" : format(smoothed),
    interval ? t("{low} to {high}", { low: format(interval[0]), high: format(interval[1]) }) : "",
  ]);
}

/** What the figures of the readings are, where they are more than the value: "raw, smoothed". */
export function figureHeads(series: readonly Series[], axis: YAxis): string {
  const smoothed = series.some((one) => one.smoothed) ? t("raw, smoothed") : "";
  const interval = series.some((one) => one.low && one.high) ? (axis.interval ?? t("interval")) : "";
  return joined("parts", [smoothed, interval]);
}

function readingInWords({ y, smoothed, interval }: Reading, axis: YAxis): string {
  const format = axis.format ?? threeFigures;
  return joined("parts", [
    format(y),
    smoothed === null ? "" : t("smoothed {value}", { value: format(smoothed) }),
    interval
      ? t("{interval} {low} to {high}", {
          interval: axis.interval ?? t("interval"),
          low: format(interval[0]),
          high: format(interval[1]),
        })
      : "",
  ]);
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
    const value = reading ? readingInWords(reading, axes.y) : t("not known");
    return `${one.name} ${value}`;
  });
  const place = placeInWords(cursor, axes.x);
  const where =
    cursor === stop ? place : t("{place}, nearest value at {stop}", { place, stop: placeInWords(stop, axes.x) });
  return `${where}: ${joined("things", readings)}`;
}
