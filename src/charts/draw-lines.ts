import * as Plot from "@observablehq/plot";
import type { Drawing, Size, XAxis, YAxis } from "./axes";
import { plainNumber } from "./format";
import { drawFrame } from "./frame";
import { extentOf, placeOf, type Rule, type Series } from "./series";
import { stopsOf } from "./stops";
import { labelsThatFit, textWidth, wantedTicks } from "./ticks";
import { dashOf, toneOf } from "./tones";

/** Lines with so few values mark each of them. */
const MARKED = 24;

/** Draws the series over x; null where no value is known. */
export function drawLines(
  { series, rules, x, y }: { series: readonly Series[]; rules: readonly Rule[]; x: XAxis; y: YAxis },
  size: Size,
): Drawing | null {
  const stops = stopsOf(series).filter((stop) => x.scale === "linear" || stop > 0);
  const yDomain = domainOf(series, y);
  if (stops.length === 0 || !yDomain) return null;
  const xDomain = widened(stops[0], stops[stops.length - 1], x.scale);
  return drawFrame({
    size,
    x: { ...x, domain: xDomain },
    xTicks: wantedTicks(stops, x.scale).map((at) => ({ at, text: plainNumber(at) })),
    y,
    yDomain,
    hasTopLabels: rules.length > 0,
    marks: (px) => [
      ...marksOfRules(
        rules.filter((rule) => rule.x >= xDomain[0] && rule.x <= xDomain[1]),
        px,
      ),
      ...series.flatMap(marksOfSeries),
    ],
  });
}

function marksOfRules(rules: readonly Rule[], px: (x: number) => number): Plot.Markish[] {
  const named = labelsThatFit(rules, ({ x, label }) => ({ at: px(x), width: textWidth(label) }), 6);
  return [
    Plot.ruleX(rules, { x: "x", stroke: "var(--text-faint)", strokeDasharray: "2 3" }),
    Plot.text(named, {
      x: "x",
      text: "label",
      frameAnchor: "top",
      dy: -4,
      lineAnchor: "bottom",
      fill: "var(--text-quiet)",
    }),
  ];
}

function marksOfSeries(series: Series, index: number): Plot.Markish[] {
  const length = series.y.length;
  const at = Float64Array.from({ length }, (_, i) => placeOf(series, i));
  const { y, smoothed, low, high } = series;
  const stroke = toneOf(index);
  const marks: Plot.Markish[] = [];
  if (low && high) {
    marks.push(Plot.areaY({ length }, { x: at, y1: values(low), y2: values(high), fill: stroke, fillOpacity: 0.18 }));
  }
  if (smoothed) marks.push(points(at, y, stroke));
  const line = { x: at, y: values(smoothed ?? y), stroke, strokeWidth: 1.75, strokeDasharray: dashOf(index) };
  marks.push(Plot.line({ length }, length <= MARKED ? { ...line, marker: "dot" } : line));
  return marks;
}

/** Many points as one path: each is cut off from the next, and a cut piece is a dot as wide as the line. */
function points(at: Float64Array, y: ArrayLike<number>, stroke: string): Plot.Markish {
  const length = 2 * at.length;
  const gap = (values: ArrayLike<number>) =>
    Float64Array.from({ length }, (_, i) => (i % 2 === 0 ? values[i / 2] : Number.NaN));
  return Plot.line({ length }, { x: gap(at), y: gap(y), stroke, strokeWidth: 1.75, strokeOpacity: 0.4 });
}

/** As an array that Plot takes for a channel of numbers. */
function values(array: ArrayLike<number>): Float64Array {
  return Float64Array.from(array);
}

/** All that is drawn and what must be shown at least, with a little air above; a linear axis of one sign keeps 0. */
function domainOf(series: readonly Series[], y: YAxis): [number, number] | null {
  const log = y.scale === "log";
  const arrays = series.flatMap((one) => [one.y, one.smoothed ?? [], one.low ?? [], one.high ?? []]);
  const known = extentOf(arrays, log);
  if (!known) return null;
  const [from, to] = extentOf([known, y.within ?? []], log)!;
  if (log) return widened(from / 1.1, to * 1.1, "log");
  if (y.within) return widened(from, to, "linear");
  return widened(Math.min(0, from), Math.max(0, to) * 1.05, "linear");
}

/** A range that has an inside, also where all values are one. */
function widened(from: number, to: number, scale: "log" | "linear"): [number, number] {
  if (from < to) return [from, to];
  return scale === "log" ? [from / 2, to * 2] : [from - 1, to + 1];
}
