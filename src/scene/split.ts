import type { Insets } from "./framing";

/** How a picture is divided between two clouds. */
export interface Split {
  /** Whether the second is below the first, and not at its right. */
  stacked: boolean;
  /** Where the second half begins, in CSS pixels from the left or the top. */
  edge: number;
  /** How far the middle of the second cloud is from that of the first. */
  shift: { x: number; y: number };
  /** What is not the first cloud's at each edge. */
  insets: Insets;
}

/** Divides what the panels leave free into two halves, along its longer side. */
export function splitInto(width: number, height: number, insets: Insets): Split {
  const [free, tall] = [width - insets.left - insets.right, height - insets.top - insets.bottom];
  const stacked = tall > free;
  const half = Math.max(0, stacked ? tall : free) / 2;
  return {
    stacked,
    edge: (stacked ? insets.top : insets.left) + half,
    shift: stacked ? { x: 0, y: half } : { x: half, y: 0 },
    insets: stacked ? { ...insets, bottom: insets.bottom + half } : { ...insets, right: insets.right + half },
  };
}

/** What of the picture is one cloud's. */
export function clipOf({ stacked, edge }: Split, half: "first" | "second"): string {
  const at = `${edge}px`;
  if (half === "first") return stacked ? `inset(0 0 calc(100% - ${at}) 0)` : `inset(0 calc(100% - ${at}) 0 0)`;
  return stacked ? `inset(${at} 0 0 0)` : `inset(0 0 0 ${at})`;
}
