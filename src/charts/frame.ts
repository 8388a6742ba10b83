import * as Plot from "@observablehq/plot";
import type { Drawing, Size, YAxis } from "./axes";
import { tickNumber } from "./format";
import { labelsThatFit, linearTicks, logTicks, textWidth } from "./ticks";

export interface FramePlan {
  size: Size;
  x: { label: string; scale: "log" | "linear" | "band"; domain: readonly (number | string)[] };
  /** Most wanted first: those that fit are shown. */
  xTicks: readonly { at: number | string; text: string }[];
  y: YAxis;
  yDomain: readonly [number, number];
  /** Room above the frame for labels of rules. */
  hasTopLabels: boolean;
  /** What is drawn, given where x lies in pixels. */
  marks: (px: (x: number | string) => number) => Plot.Markish[];
}

const BOTTOM = 36;
/** Half of the widest label of x. */
const RIGHT = 16;

/** Draws axes, grid and marks. Colours are custom properties, so that a change of theme needs no new drawing. */
export function drawFrame({ size, x, xTicks, y, yDomain, hasTopLabels, marks }: FramePlan): Drawing {
  const format = y.format ?? tickNumber;
  const yScale = y.scale ?? "linear";
  const top = hasTopLabels ? 38 : 22;
  const rows = Math.max(2, Math.round((size.height - top - BOTTOM) / 34));
  const yTicks = (yScale === "log" ? logTicks : linearTicks)(yDomain[0], yDomain[1], rows);
  const left = Math.ceil(Math.max(...yTicks.map((tick) => textWidth(format(tick))))) + 12;
  const area = { left, right: size.width - RIGHT, top, bottom: size.height - BOTTOM };
  const xOptions = { type: x.scale, domain: x.domain as number[], range: [area.left, area.right] };
  const scale = Plot.scale({ x: x.scale === "band" ? { ...xOptions, padding: 0.2 } : xOptions });
  const middle = (scale.bandwidth ?? 0) / 2;
  const px = (value: number | string) => (scale.apply(value) as number) + middle;
  const shown = labelsThatFit(xTicks, ({ at, text }) => ({ at: px(at), width: textWidth(text) }));
  const svg = Plot.plot({
    ...size,
    marginLeft: area.left,
    marginRight: RIGHT,
    marginTop: area.top,
    marginBottom: BOTTOM,
    x: x.scale === "band" ? { ...xOptions, padding: 0.2, axis: null } : { ...xOptions, axis: null },
    y: { type: yScale, domain: [...yDomain], axis: null },
    marks: [
      Plot.gridY(yTicks, { stroke: "var(--chart-grid)", strokeOpacity: 1 }),
      Plot.axisY(yTicks, { text: (tick: number) => format(tick), tickSize: 0, label: null, color: INK }),
      Plot.axisX(
        shown.map(({ at }) => at),
        { text: shown.map(({ text }) => text), tickSize: 4, label: null, color: INK, stroke: "var(--line)" },
      ),
      Plot.ruleY([yDomain[0]], { stroke: "var(--unlit)" }),
      Plot.text([y.label], { frameAnchor: "top-left", dx: -area.left, dy: -area.top, lineAnchor: "top", fill: INK }),
      Plot.text([x.label], { frameAnchor: "bottom-right", dy: BOTTOM - 2, lineAnchor: "bottom", fill: INK }),
      ...marks(px),
    ],
  }) as SVGSVGElement & Plot.Plot;
  const yApplied = svg.scale("y")!;
  return {
    svg,
    frame: area,
    px,
    py: (value) => yApplied.apply(value) as number,
    xAt: (pixel) => (scale.invert ? (scale.invert(pixel) as number) : Number.NaN),
  };
}

const INK = "var(--text-faint)";
