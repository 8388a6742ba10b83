import type { Frame } from "../engine";
import { said, textOf, type Words } from "../i18n/said";
import type { CategoryColumn, NumberColumn, PointTable } from "../sources";
import { MEASURES, measure, SETTLES } from "./measures";
import { robustRange } from "./robust-range";
import type { ScopeState } from "./scope";
import { type WriteNumber, writerFor } from "./write-numbers";

/** As many labels have a colour of their own; the smaller ones share one, as "others". */
export const OWN_COLORS = 12;
const OTHERS = "others";
const ALL_OTHERS = `all ${OTHERS}`;

/** Labels that colour the points, at most thirteen. */
export type LabelColoring = CategoryColumn & { title: Words };

/** Numbers that colour the points, on a ramp from `low` to `high`; what lies beyond takes the colour of the end. */
export type NumberColoring = NumberColumn & { title: Words; low: number; high: number; write: WriteNumber };
/** What colours the points. */
export type Coloring = LabelColoring | NumberColoring;

/** One entry of "Colour by": its name in the link, and what people read. */
export interface ColorChoice {
  name: string;
  title: Words;
  kind: "column" | "measure" | "study";
}

/** All that the points can be coloured by: columns of labels and of numbers, then what is computed. */
export function colorChoices(points: PointTable | null): ColorChoice[] {
  const columns = (points?.columns ?? []).filter((column) => column.kind !== "text" && fitsColors(column));
  return [
    ...columns.map(({ name }): ColorChoice => ({ name, title: titleOf(name), kind: "column" })),
    ...MEASURES.map(({ name, title }): ColorChoice => ({ name, title, kind: "measure" })),
    { ...SETTLES, kind: "study" },
  ];
}

/** What the colouring depends on. */
export type ColoringState = Pick<ScopeState, "points" | "color"> &
  Partial<Pick<ScopeState, "settling">> & { frame: Pick<Frame, "scores"> | null };

/** What colours the points now; the same object as long as nothing of it changes. Null while there is nothing. */
export function coloringOf({ points, color, frame, settling }: ColoringState): Coloring | null {
  const column = points?.columns.find(({ name, kind }) => name === color && kind !== "text");
  if (column && column.kind !== "text") return remember(columns, column, () => colorful(column, titleOf(column.name)));
  if (color === SETTLES.name) return settling?.coloring ?? null;
  const known = MEASURES.find(({ name }) => name === color);
  if (!known || !frame) return null;
  const held = remember(measures, frame, () => new Map<string, Coloring>());
  const before = held.get(color);
  if (before) return before;
  const next = colorful(measure(known.name, frame), known.title);
  held.set(color, next);
  return next;
}

/** The labels that tell the points apart where something else colours them: those of the first such column. */
export function labelsOfPoints(points: PointTable): LabelColoring | null {
  const column = points.columns.find((one): one is CategoryColumn => one.kind === "category" && fitsColors(one));
  return column ? (remember(columns, column, () => colorful(column, titleOf(column.name))) as LabelColoring) : null;
}

/** What a row has of what colours the points, as people read it: its label, or "Age 42"; empty where it has nothing. */
export function colorValue(coloring: Coloring | null, row: number): string {
  if (coloring?.kind === "category") return labelOf(coloring, coloring.codes[row]);
  if (!coloring) return "";
  const value = coloring.write(coloring.values[row]);
  return value ? textOf(said("{title} {value}", { title: coloring.title, value })) : "";
}

/**
 * A label as people read it. The last one, which stands for all that have no colour of their own, is ours and in their
 * language; for the link and the legend it stays what `withOthers` calls it.
 */
export function labelOf({ labels }: Pick<LabelColoring, "labels">, code: number): string {
  if (code < OWN_COLORS) return labels[code] ?? "";
  return textOf(labels[code] === ALL_OTHERS ? said("all others") : said("others"));
}

const columns = new WeakMap<CategoryColumn | NumberColumn, Coloring>();
const measures = new WeakMap<Pick<Frame, "scores">, Map<string, Coloring>>();

function remember<K extends object, V>(memory: WeakMap<K, V>, key: K, make: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
}

function colorful(column: CategoryColumn | NumberColumn, title: Words): Coloring {
  if (column.kind === "category") return { ...withOthers(column), title };
  const { low, high } = robustRange(column.values);
  const whole = column.values.every((value) => Number.isNaN(value) || Number.isInteger(value));
  return { ...column, title, low, high, write: writerFor(high - low, whole) };
}

/** The column with all labels past the twelfth as one. */
export function withOthers(column: CategoryColumn): CategoryColumn {
  const { labels, counts, codes } = column;
  if (labels.length <= OWN_COLORS) return column;
  const own = labels.slice(0, OWN_COLORS);
  const rest = own.includes(OTHERS) ? ALL_OTHERS : OTHERS;
  return {
    ...column,
    labels: [...own, rest],
    counts: [...counts.slice(0, OWN_COLORS), counts.slice(OWN_COLORS).reduce((sum, count) => sum + count, 0)],
    codes: codes.map((code) => Math.min(code, OWN_COLORS)),
  };
}

// One label for all, or one for almost every point, tells nothing.
function fitsColors(column: CategoryColumn | NumberColumn): boolean {
  return column.kind === "number" || column.labels.length > 1;
}

function titleOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
