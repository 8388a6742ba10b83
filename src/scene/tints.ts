import type { Coloring, ScopeState } from "../state";
import type { Ground } from "./ground";
import { categoryColor, GROUND_COLOR, rgbOf } from "./palette";
import { rampColors, rampStep } from "./ramp";

/** Colour of every row, and whether it is shown or muted. */
export interface Tints {
  /** Four bytes a row: red, green, blue, and 255 for shown or 0 for muted. */
  rgbs: Uint8Array;
  /** One byte a row, for the pick: 0 is passed over. */
  shown: Uint8Array;
}

/** What mutes points: labels of the legend, and that others were isolated; and what makes the rest step back. */
export type Filter = Pick<ScopeState, "muted" | "isolated" | "selection">;

/** How far the points step back towards the ground that are not among the selected. */
const BACK = 0.6;

type Rgb = readonly [number, number, number];

/** Paints every row by its label or number; a row that has neither takes the grey of the unlabelled. */
export function paintTints(
  { rgbs, shown }: Tints,
  coloring: Coloring | null,
  { muted, isolated, selection }: Filter,
  ground: Ground,
): void {
  shown.fill(isolated ? 0 : 1);
  for (const row of isolated ?? []) if (row < shown.length) shown[row] = 1;
  if (coloring?.kind === "category") {
    const isMuted = coloring.labels.map((label) => muted.has(label));
    for (let row = 0; row < shown.length; row++) if (isMuted[coloring.codes[row]]) shown[row] = 0;
  }
  const colorOf = painter(coloring, ground);
  // One selected point is told by its ring; of many the colours tell.
  const back = selection.length > 1 ? BACK : 0;
  const base = rgbOf(GROUND_COLOR[ground]);
  for (let row = 0; row < shown.length; row++) {
    const color = colorOf(row);
    for (let i = 0; i < 3; i++) rgbs[row * 4 + i] = color[i] + (base[i] - color[i]) * back;
    rgbs[row * 4 + 3] = shown[row] * 255;
  }
  if (back > 0) for (const row of selection) if (row < shown.length) rgbs.set(colorOf(row), row * 4);
}

/** The colour of a row, as three bytes. */
function painter(coloring: Coloring | null, ground: Ground): (row: number) => Rgb {
  const unlabelled = rgbOf(categoryColor(Number.POSITIVE_INFINITY, ground));
  if (!coloring) return () => unlabelled;
  if (coloring.kind === "category") {
    const colors = coloring.labels.map((_, code) => rgbOf(categoryColor(code, ground)));
    return (row) => colors[coloring.codes[row]] ?? unlabelled;
  }
  const { values, low, high } = coloring;
  const ramp = rampColors(ground).map(rgbOf);
  return (row) => ramp[rampStep(values[row], low, high)] ?? unlabelled;
}
