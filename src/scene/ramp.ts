import type { Coloring } from "../state";
import type { Ground } from "./ground";
import { categoryColor, rgbOf } from "./palette";

/** Viridis (van der Walt and Smith 2015), every tenth: even steps of lightness, for colour-blind eyes too. */
const VIRIDIS = [
  "#440154",
  "#482475",
  "#414487",
  "#355f8d",
  "#2a788e",
  "#21918c",
  "#22a884",
  "#44bf70",
  "#7ad151",
  "#bddf26",
  "#fde725",
].map(rgbOf);
/** The part of it that stands out from the ground by 3 to 1, from low to high: the more, the further from the ground. */
const PART: Record<Ground, readonly [number, number]> = { dark: [0.32, 1], light: [0.56, 0] };
const STEPS = 64;

const ramps: Record<Ground, readonly string[]> = { dark: rampOn("dark"), light: rampOn("light") };

/** The colours of numbers on a ground, from low to high. */
export function rampColors(ground: Ground): readonly string[] {
  return ramps[ground];
}

/** The step of the ramp for a number of a coloring; −1 where there is no number. */
export function rampStep(value: number, low: number, high: number): number {
  if (!Number.isFinite(value)) return -1;
  return Math.min(STEPS - 1, Math.max(0, Math.round(((value - low) / (high - low)) * (STEPS - 1))));
}

/** The colour of a row on the page; grey where it has no label and no number. */
export function pointColor(coloring: Coloring | null, row: number, ground: Ground): string {
  if (coloring?.kind === "number") {
    const step = rampStep(coloring.values[row], coloring.low, coloring.high);
    if (step >= 0) return ramps[ground][step];
  }
  return categoryColor(coloring?.kind === "category" ? coloring.codes[row] : Number.POSITIVE_INFINITY, ground);
}

function rampOn(ground: Ground): string[] {
  const [low, high] = PART[ground];
  return Array.from({ length: STEPS }, (_, step) => viridis(low + ((high - low) * step) / (STEPS - 1)));
}

function viridis(place: number): string {
  const at = place * (VIRIDIS.length - 1);
  const before = Math.min(VIRIDIS.length - 2, Math.floor(at));
  const parts = VIRIDIS[before].map((value, i) => Math.round(value + (VIRIDIS[before + 1][i] - value) * (at - before)));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
