import type { Coloring, ScopeState } from "../state";
import type { Ground } from "./ground";
import { categoryColor, rgbOf } from "./palette";
import { rampColors, rampStep } from "./ramp";

/** Colour of every row, and whether it is shown or muted. */
export interface Tints {
  /** Four bytes a row: red, green, blue, and 255 for shown or 0 for muted. */
  rgbs: Uint8Array;
  /** One byte a row, for the pick: 0 is passed over. */
  shown: Uint8Array;
}

/** What mutes points: labels of the legend, and that others were isolated. */
export type Filter = Pick<ScopeState, "muted" | "isolated">;

type Rgb = readonly [number, number, number];

/** Paints every row by its label or number; a row that has neither takes the grey of the unlabelled. */
export function paintTints(
  { rgbs, shown }: Tints,
  coloring: Coloring | null,
  { muted, isolated }: Filter,
  ground: Ground,
): void {
  shown.fill(isolated ? 0 : 1);
  for (const row of isolated ?? []) if (row < shown.length) shown[row] = 1;
  if (coloring?.kind === "category") {
    const isMuted = coloring.labels.map((label) => muted.has(label));
    for (let row = 0; row < shown.length; row++) if (isMuted[coloring.codes[row]]) shown[row] = 0;
  }
  const colorOf = painter(coloring, ground);
  for (let row = 0; row < shown.length; row++) {
    const [red, green, blue] = colorOf(row);
    rgbs[row * 4] = red;
    rgbs[row * 4 + 1] = green;
    rgbs[row * 4 + 2] = blue;
    rgbs[row * 4 + 3] = shown[row] * 255;
  }
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
