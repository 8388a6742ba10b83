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
