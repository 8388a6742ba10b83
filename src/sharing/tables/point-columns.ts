import type { PointTable } from "../../state";
import type { Cells, TableColumn } from "./table";

/** A column of what is known of the points: its cells in some rows. */
export interface PointColumn extends TableColumn {
  cells(rows: Int32Array): Cells;
}

/** Which of them: `labels` are the columns of few distinct values. */
export type Known = "title" | "text" | "labels" | "all";

/** What is known of the points, as columns; the number of the row, counted from 0 as in a link, goes before. */
export function pointColumns(points: PointTable | null, known: readonly Known[]): PointColumn[] {
  const columns: PointColumn[] = [{ name: "id", type: "whole", cells: (rows) => rows }];
  if (!points) return columns;
  const text = (name: string, of: (row: number) => string | null) =>
    columns.push({ name, type: "text", cells: (rows) => Array.from(rows, of) });
  if (known.includes("title")) text("title", (row) => points.titles[row]);
  if (known.includes("text")) text("text", (row) => points.texts[row]);
  for (const column of points.columns) {
    if (column.kind === "category") {
      if (known.includes("labels") || known.includes("all")) {
        text(column.name, (row) => column.labels[column.codes[row]] ?? null);
      }
    } else if (known.includes("all")) {
      const { name, values, kind } = column;
      if (kind === "text") text(name, (row) => values[row]);
      else columns.push({ name, type: "single", cells: (rows) => Float32Array.from(rows, (row) => values[row]) });
    }
  }
  return columns;
}
