import type { NeighbourList, SelectionNeighbours } from "./neighbour-list";
import { scope } from "./scope";

/** Neighbours asked for. */
export const NEIGHBOURS = 10;

/** How many of the nearest at k are among the nearest at all dims. */
export function keptCount({ atK, atFull }: SelectionNeighbours): number | null {
  if (!atK || !atFull || atK.row !== atFull.row) return null;
  const full = new Set(atFull.rows);
  return atK.rows.reduce((count, row) => count + (full.has(row) ? 1 : 0), 0);
}

/** The prefixes at which neighbours are asked for: k, and all dims once they have arrived. */
export function neighbourPrefixes(k: number, dims: number, columns: number): number[] {
  if (k > columns) return [];
  return columns === dims && k < dims ? [k, dims] : [k];
}

/** Takes neighbours to the store, unless another point has been selected meanwhile. */
export function takeNeighbours(report: {
  row: number;
  ks: number[];
  count: number;
  rows: Int32Array;
  cosines: Float32Array;
}): void {
  const { focus, manifest } = scope.getState();
  const { row, ks, count } = report;
  if (row !== focus || !manifest) return;
  const lists = ks.map((k, i): NeighbourList => {
    const rows = report.rows.subarray(i * count, (i + 1) * count).filter((found) => found >= 0);
    return { row, k, rows, cosines: report.cosines.subarray(i * count, i * count + rows.length) };
  });
  scope.setState({ neighbours: { atK: lists[0], atFull: lists.find(({ k }) => k === manifest.dims) ?? null } });
}
