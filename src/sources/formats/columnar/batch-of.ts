import type { Batch, Column, ReadRequest, SkippedRow } from "../../table";
import { rowsPerBatch } from "../arrays/array-table";

const PLAIN_ROWS = 4096;
const WIDTHS = { f4: 4, f2: 2, i1: 1 } as const;

/** Which of a table's columns are asked for, and how many of their rows make a batch. */
export function askedFor<C extends Column>(columns: readonly C[], request: ReadRequest) {
  const vector = columns.find(({ name }) => name === request.vector);
  const others = request.columns.flatMap((name) => columns.find((column) => column.name === name) ?? []);
  const { dims, values: type } = vector?.vector ?? { dims: 0, values: "f4" as const };
  return { vector, others, dims, type, size: dims ? rowsPerBatch(dims * WIDTHS[type]) : PLAIN_ROWS };
}

/** The next rows that are wanted of a group, `size` at most: from `next` on among all that are wanted, or from the row `place` on where all are. */
export function wantedRows(
  rows: Float64Array | null,
  next: number,
  place: number,
  end: number,
  size: number,
): Float64Array {
  if (!rows) return Float64Array.from({ length: Math.min(size, end - place) }, (_, i) => place + i);
  let to = next;
  while (to < rows.length && to - next < size && rows[to] < end) to++;
  return rows.slice(next, to);
}

/** A batch of what was read of the rows that were wanted; those that have no vector are left out. */
export function batchOf(
  wanted: Float64Array,
  vectors: Batch["vectors"],
  dims: number,
  skipped: SkippedRow[],
  columns: Record<string, unknown[]>,
  share: number,
): Batch {
  if (!skipped.length) return { rows: wanted, vectors, columns, skipped, share };
  skipped.sort((a, b) => a.row - b.row);
  const bad = new Set(skipped.map(({ row }) => row));
  const kept: number[] = [];
  for (const [i, row] of wanted.entries()) if (!bad.has(row)) kept.push(i);
  for (const [to, from] of kept.entries()) vectors?.copyWithin(to * dims, from * dims, (from + 1) * dims);
  const names = Object.keys(columns);
  return {
    rows: Float64Array.from(kept, (i) => wanted[i]),
    vectors: vectors?.subarray(0, kept.length * dims) ?? null,
    columns: Object.fromEntries(names.map((name) => [name, kept.map((i) => columns[name][i])])),
    skipped,
    share,
  };
}
