import { cellOf } from "./cells";
import type { Span } from "./cursor";
import { MISSING } from "./rows";
import type { Leaf } from "./schema";

/** The values of rows as they are shown: one each, an array where the column lies in a list, null where it is missing. */
export function cellsOf({ rows, from, to }: Span, leaf: Leaf): unknown[] {
  const shown = cellOf(leaf);
  const { starts, states, values } = rows;
  const cell = (value: unknown) => (value === null || value === undefined ? null : shown(value));
  const cells: unknown[] = [];
  for (let row = from; row < to; row++) {
    if (states?.[row] === MISSING) cells.push(null);
    else if (!leaf.lists) cells.push(cell(values[starts ? starts[row] : row]));
    else cells.push(Array.from({ length: lengthOf(rows, row) }, (_, i) => cell(values[(starts?.[row] ?? 0) + i])));
  }
  return cells;
}

function lengthOf({ starts }: Span["rows"], row: number): number {
  return starts ? starts[row + 1] - starts[row] : 1;
}
