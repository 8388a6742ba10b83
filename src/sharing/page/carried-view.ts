import { CONTROLS, type LinkState, writeLink } from "../../state";

/**
 * The link to a view, as the page that carries its space opens it: within what the page holds, and of nothing that it
 * would have to fetch.
 *
 * @param rows which rows it carries, rising; null for all
 */
export function carriedView(view: LinkState, rows: Int32Array | null, dims: number): string {
  const { k, sel, compare } = view;
  const carried = {
    ...view,
    data: undefined,
    story: undefined,
    k: k === undefined ? undefined : Math.min(k, dims),
    sel: rows && sel ? rowsAmong(sel, rows) : sel,
    compare: CONTROLS.some(({ name }) => name === compare) ? compare : undefined,
  };
  return writeLink(carried);
}

// The rows have other numbers among those that are carried.
function rowsAmong(selected: readonly number[], rows: Int32Array): number[] | undefined {
  const places = new Map(Array.from(rows, (row, i) => [row, i]));
  const kept = selected.map((row) => places.get(row)).filter((place) => place !== undefined);
  return kept.length > 0 ? kept : undefined;
}
