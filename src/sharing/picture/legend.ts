import type { Legend } from "./facts";
import type { Inks } from "./inks";
import { circle, type Font, fitted, type Item, type Measure, rectangle } from "./page";

const TITLE: Font = { size: 12, weight: 400 };
const LABEL: Font = { size: 13, weight: 400 };
const SMALL: Font = { size: 12, weight: 400 };
const DOT = 4;
const ROW = 22;
/** Pixels that a column of labels takes at most. */
const WIDEST = 232;

/** Items, and what they take. */
export interface Block {
  items: Item[];
  width: number;
  height: number;
}

/** The legend as a column: its title, then a line for each label, or the ramp. */
export function legendColumn(legend: Legend, x: number, y: number, most: number, inks: Inks, measure: Measure): Block {
  const head: Item = { kind: "text", text: legend.title, x, y: y + 12, font: TITLE, fill: inks.faint };
  if (legend.kind === "ramp") return ramp(legend, head, x, y, inks, measure);
  const { entries } = legend;
  const counts = Math.max(...entries.map((entry) => measure(entry.count, LABEL)));
  const room = WIDEST - 18 - 20 - counts;
  const labels = entries.map(({ label }) => fitted(label, LABEL, room, measure));
  const width = 18 + Math.max(...labels.map((label) => measure(label, LABEL))) + 20 + counts;
  const row = Math.max(14, Math.min(ROW, (most - 22) / entries.length));
  const items = entries.flatMap(({ count, color, muted }, i): Item[] => {
    const middle = y + 22 + row * (i + 0.5);
    const [baseline, fill] = [middle + 4.5, muted ? inks.faint : inks.quiet];
    return [
      dot(x + DOT, middle, color, muted),
      { kind: "text", text: labels[i], x: x + 18, y: baseline, font: LABEL, fill },
      { kind: "text", text: count, x: x + width, y: baseline, font: LABEL, fill: inks.faint, anchor: "end" },
    ];
  });
  return { items: [head, ...items], width, height: 22 + row * entries.length };
}

/** The legend as lines that run on, for a narrow picture. */
export function legendLines(legend: Legend, x: number, y: number, wide: number, inks: Inks, measure: Measure): Block {
  const head: Item = { kind: "text", text: legend.title, x, y: y + 12, font: TITLE, fill: inks.faint };
  if (legend.kind === "ramp") return ramp(legend, head, x, y, inks, measure);
  const items: Item[] = [];
  let [left, line] = [x, 0];
  for (const { label, color, muted } of legend.entries) {
    const text = fitted(label, SMALL, wide - 14, measure);
    const width = 14 + measure(text, SMALL);
    if (left > x && left + width > x + wide) [left, line] = [x, line + 1];
    const middle = y + 9 + line * 18;
    items.push(dot(left + DOT, middle, color, muted));
    items.push({
      kind: "text",
      text,
      x: left + 14,
      y: middle + 4.2,
      font: SMALL,
      fill: muted ? inks.faint : inks.quiet,
    });
    left += width + 14;
  }
  return { items, width: wide, height: (line + 1) * 18 };
}

function dot(x: number, y: number, color: string, muted: boolean): Item {
  return muted
    ? { kind: "path", d: circle(x, y, DOT - 0.75), stroke: color, strokeWidth: 1.5 }
    : { kind: "path", d: circle(x, y, DOT), fill: color };
}

const RAMP = { width: 184, height: 8 };

function ramp(
  { colors, marks }: Extract<Legend, { kind: "ramp" }>,
  head: Item,
  x: number,
  y: number,
  inks: Inks,
  measure: Measure,
): Block {
  const step = RAMP.width / colors.length;
  // Each reaches under the next: no seam between them in any viewer.
  const steps = colors.map((fill, i): Item => {
    const width = i === colors.length - 1 ? step : step + 1;
    return { kind: "path", d: rectangle(x + i * step, y + 22, width, RAMP.height), fill };
  });
  const [low, middle, high] = marks;
  const text = { kind: "text", y: y + 44, font: SMALL, fill: inks.quiet } as const;
  const items: Item[] = [
    head,
    ...steps,
    { ...text, text: low, x },
    { ...text, text: high, x: x + RAMP.width, anchor: "end" },
  ];
  const free = RAMP.width - measure(low, SMALL) - measure(high, SMALL);
  if (measure(middle, SMALL) + 32 < free)
    items.push({ ...text, text: middle, x: x + RAMP.width / 2, anchor: "middle" });
  return { items, width: RAMP.width, height: 50 };
}
