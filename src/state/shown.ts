import { coloringOf } from "./coloring";
import { hasRow } from "./row-set";
import type { ScopeState } from "./scope";

/** What tells whether a row is shown, and neither muted in the legend nor outside of what is isolated. */
export function shownTest(
  state: Pick<ScopeState, "points" | "color" | "frame" | "muted" | "isolated">,
): (row: number) => boolean {
  const { muted, isolated } = state;
  const coloring = coloringOf(state);
  const codes = coloring?.kind === "category" && muted.size > 0 ? coloring.codes : null;
  const isMuted = coloring?.kind === "category" ? coloring.labels.map((label) => muted.has(label)) : [];
  return (row) => !(codes && isMuted[codes[row]]) && (!isolated || hasRow(isolated, row));
}

/** The labels of which no point is shown: the muted ones, and those that have none among the isolated. */
export function hiddenLabels({
  points,
  color,
  frame,
  muted,
  isolated,
}: Pick<ScopeState, "points" | "color" | "frame" | "muted" | "isolated">): ReadonlySet<string> {
  const coloring = coloringOf({ points, color, frame });
  if (!isolated || coloring?.kind !== "category") return muted;
  const codes = new Set(isolated.map((row) => coloring.codes[row]));
  return new Set(coloring.labels.filter((label, code) => muted.has(label) || !codes.has(code)));
}
