import type { CategoryColumn } from "../state";
import type { Ground } from "./ground";
import { categoryColor, rgbOf } from "./palette";

/** Colour of every row, and whether it is shown or muted. */
export interface Tints {
  /** Four bytes a row: red, green, blue, and 255 for shown or 0 for muted. */
  rgbs: Uint8Array;
  /** One byte a row, for the pick: 0 is passed over. */
  shown: Uint8Array;
}

/** Paints every row by its label; without a column all rows share the grey of the unlabelled. */
export function paintTints(
  { rgbs, shown }: Tints,
  column: CategoryColumn | null,
  muted: ReadonlySet<string>,
  ground: Ground,
): void {
  const colors = (column?.labels ?? []).map((_, code) => rgbOf(categoryColor(code, ground)));
  const unlabelled = rgbOf(categoryColor(Number.POSITIVE_INFINITY, ground));
  const isShown = (column?.labels ?? []).map((label) => !muted.has(label));
  for (let row = 0; row < shown.length; row++) {
    const code = column?.codes[row] ?? -1;
    const [red, green, blue] = colors[code] ?? unlabelled;
    shown[row] = (isShown[code] ?? true) ? 1 : 0;
    rgbs[row * 4] = red;
    rgbs[row * 4 + 1] = green;
    rgbs[row * 4 + 2] = blue;
    rgbs[row * 4 + 3] = shown[row] * 255;
  }
}
