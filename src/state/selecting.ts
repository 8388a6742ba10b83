import { choose, effectOf } from "./history";
import { hasRow, rowSet, union, without } from "./row-set";
import { scope } from "./scope";

/** Whether rows take the place of the selection, join it, or leave it. */
export type How = "replace" | "add" | "remove";

/** Selects one point alone and opens the panel on it; null clears the selection. */
export function select(row: number | null): void {
  choose({ selection: row === null ? [] : [row], focus: row });
  if (row !== null) showPanel();
}

/** Takes a point into the selection, where the panel then tells about it, or out of it. */
export function toggleSelected(row: number): void {
  selectRows([row], hasRow(scope.getState().selection, row) ? "remove" : "add");
}

/** Selects many. The focused row stays the focused one as long as it is selected; else the first that is named is. */
export function selectRows(rows: Iterable<number>, how: How = "replace"): void {
  const { selection, focus } = scope.getState();
  const given = [...rows];
  const named = rowSet(given);
  const next = how === "replace" ? named : how === "add" ? union(selection, named) : without(selection, named);
  const stays = focus !== null && hasRow(next, focus) && !(how === "add" && named.length === 1);
  const first = how === "remove" ? next[0] : given[0];
  choose({ selection: next, focus: stays ? focus : (first ?? null) });
  if (next.length > 0) showPanel();
}

/** Tells about another of the selected points. It is a look and no choice: there is nothing to undo. */
export function focusOn(row: number): void {
  if (hasRow(scope.getState().selection, row)) scope.setState(effectOf({ focus: row }));
}

/** Selects every point of a label: of the legend's, so that "others" are all of the others. */
export function selectLabel(codes: ArrayLike<number>, code: number, how: How = "replace"): void {
  const rows: number[] = [];
  for (let row = 0; row < codes.length; row++) if (codes[row] === code) rows.push(row);
  selectRows(rows, how);
}

/** Shows what is selected alone. */
export function isolateSelection(): void {
  const { selection } = scope.getState();
  if (selection.length > 0) choose({ isolated: selection });
}

/** Shows all again: what was isolated and what was muted. */
export function showAll(): void {
  choose({ isolated: null, muted: new Set() });
}

/** Mutes a label of the legend, or brings it back. */
export function toggleMuted(label: string): void {
  const muted = new Set(scope.getState().muted);
  if (!muted.delete(label)) muted.add(label);
  choose({ muted });
}

/** Shows one label alone; asked again, shows all. */
export function isolateLabel(label: string, labels: string[]): void {
  const { muted } = scope.getState();
  const alone = !muted.has(label) && muted.size === labels.length - 1;
  choose({ muted: alone ? new Set() : new Set(labels.filter((other) => other !== label)) });
}

/** Colours the points by another column or measure, whose labels are all shown. */
export function setColor(color: string): void {
  if (color !== scope.getState().color) choose({ color, muted: new Set() });
}

function showPanel(): void {
  if (scope.getState().panel === "none") scope.setState({ panel: "points" });
}
