import type { Ground } from "./ground";

/** The page's ground, as `--ground` in styles/tokens.css: far points fade into it. */
export const GROUND_COLOR: Record<Ground, string> = { dark: "#0b0d11", light: "#fbfbf9" };

/**
 * Twelve colours that stay apart, also for colour-blind eyes: Okabe and Ito's seven as anchors and five more, moved by
 * simulated annealing until the least difference among them, seen with normal, deuteranopic and protanopic eyes, was
 * greatest; palette.test.ts holds the distances. Both sets go through the same hues, so that a label keeps about its
 * colour when the theme changes. The largest labels take the first ones; ochre, next to the accent, comes late.
 */
const CATEGORY_COLORS: Record<Ground, readonly string[]> = {
  dark: [
    "#6babf8",
    "#c47fa6",
    "#0e945d",
    "#7f71d5",
    "#fcd916",
    "#e24a0e",
    "#1b7297",
    "#fcaccb",
    "#cfa004",
    "#6dc486",
    "#d6e9fe",
    "#9afeac",
  ],
  light: [
    "#1198ec",
    "#a048ab",
    "#018371",
    "#6b229a",
    "#8a6f0e",
    "#a40c11",
    "#5661de",
    "#d865b6",
    "#cd811a",
    "#7e9972",
    "#545873",
    "#0c5c3a",
  ],
};

const OTHER_COLOR: Record<Ground, string> = { dark: "#858c99", light: "#747b88" };

/** The colour of the label with this code; codes past the twelfth share one grey. */
export function categoryColor(code: number, ground: Ground): string {
  return CATEGORY_COLORS[ground][code] ?? OTHER_COLOR[ground];
}

/** Red, green and blue of "#rrggbb", each 0 to 255. */
export function rgbOf(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
