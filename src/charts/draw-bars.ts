import * as Plot from "@observablehq/plot";
import type { Drawing, Size, XAxis, YAxis } from "./axes";
import { plainNumber } from "./format";
import { drawFrame } from "./frame";
import type { Bar } from "./rows";
import { linearTicks } from "./ticks";

const FILL = { fill: "var(--series-1)", fillOpacity: 0.6 };

/** Draws bars: side by side over a numeric x where they have ends, else evenly over their names; null where none is. */
export function drawBars({ bars, x, y }: { bars: readonly Bar[]; x: XAxis; y: YAxis }, size: Size): Drawing | null {
  if (bars.length === 0) return null;
  const most = Math.max(...bars.map(({ value }) => value), y.within?.[1] ?? 0);
  const common = { size, y, yDomain: [0, most * 1.05 || 1] as const, hasTopLabels: false };
  const ranges = bars.flatMap(({ from, to }) => (from === undefined || to === undefined ? [] : [{ from, to }]));
  if (ranges.length < bars.length) {
    return drawFrame({
      ...common,
      x: { label: x.label, scale: "band", domain: bars.map(({ name }) => name) },
      xTicks: bars.map(({ name }) => ({ at: name, text: name })),
      marks: () => [Plot.barY(bars, { x: "name", y: "value", ...FILL })],
    });
  }
  const [first, last] = [ranges[0].from, ranges[ranges.length - 1].to];
  const ticks = linearTicks(first, last, 5);
  return drawFrame({
    ...common,
    x: { ...x, domain: [first, last] },
    xTicks: ticks.map((at) => ({ at, text: plainNumber(at) })),
    marks: () => [Plot.rectY(bars, { x1: "from", x2: "to", y: "value", insetLeft: 0.5, insetRight: 0.5, ...FILL })],
  });
}
