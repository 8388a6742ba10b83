import { type ScopeState, shownTest } from "../../../state";

/** Which rows are saved. */
export type Which = "all" | "shown" | "selected";

type Chosen = Pick<ScopeState, "manifest" | "points" | "color" | "frame" | "muted" | "isolated" | "selection">;

/** The rows of a choice, rising. */
export function rowsOf(which: Which, state: Chosen): Int32Array<ArrayBuffer> {
  if (which === "selected") return Int32Array.from(state.selection);
  const rows = state.manifest?.rows ?? 0;
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  const isPartOf = state.muted.size > 0 || state.isolated !== null;
  return which === "shown" && isPartOf ? all.filter(shownTest(state)) : all;
}
