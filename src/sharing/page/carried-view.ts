import { CONTROLS, type LinkState, writeLink } from "../../state";

/**
 * The link to a view, as the page that carries its space opens it: within what the page holds, and of nothing that it
 * would have to fetch.
 *
 * @param rows which rows it carries, rising; null for all
 */
export function carriedView(view: LinkState, rows: Int32Array | null, dims: number): string {
  const { k, sel, isolate, compare, ghost, play } = view;
  const ends = play && (play.from >= dims ? undefined : { ...play, to: (play.to ?? dims) >= dims ? null : play.to });
  return writeLink({
    ...view,
    data: undefined,
    story: undefined,
    embed: undefined,
    k: k && Math.min(k, dims),
    sel: sel && among(sel, rows),
    isolate: isolate && among(isolate, rows),
    compare: CONTROLS.some(({ name }) => name === compare) ? compare : undefined,
    ghost: ghost && ghost.k <= dims ? ghost : undefined,
    play: ends,
  });
}

// The rows have other numbers among those that are carried.
function among(chosen: readonly number[], rows: Int32Array | null): readonly number[] | undefined {
  if (!rows) return chosen;
  const places = new Map(Array.from(rows, (row, i) => [row, i]));
  const kept = chosen.map((row) => places.get(row)).filter((place) => place !== undefined);
  return kept.length > 0 ? kept : undefined;
}
