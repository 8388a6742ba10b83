import type { Ground } from "./ground";

/** The page's ground, as `--ground` in styles/tokens.css: far points fade into it. */
export const GROUND_COLOR: Record<Ground, string> = { dark: "#0b0d11", light: "#fbfbf9" };

/**
 * Twelve colours that stay apart, also for colour-blind eyes: Okabe and Ito's seven as anchors and five more, moved by
 * simulated annealing until the least difference among them, seen with normal, deuteranopic and protanopic eyes, was
 * greatest. The two sets share their hues, so a category keeps its colour in words when the theme changes.
 * palette.test.ts holds the distances.
 */
const CATEGORY_COLORS: Record<Ground, readonly string[]> = {
  dark: [
    "#6babf8",
    "#cfa004",
    "#c47fa6",
    "#0e945d",
    "#fcd916",
    "#e24a0e",
    "#9afeac",
    "#7f71d5",
    "#fcaccb",
    "#1b7297",
    "#6dc486",
    "#d6e9fe",
  ],
  light: [
    "#1198ec",
    "#cd811a",
    "#a048ab",
    "#018371",
    "#8a6f0e",
    "#a40c11",
    "#0c5c3a",
    "#6b229a",
    "#d865b6",
    "#5661de",
    "#7e9972",
    "#545873",
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
