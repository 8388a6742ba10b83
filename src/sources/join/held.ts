import type { Said, Words } from "../../i18n/said";
import type { Column, SkippedRow, Table } from "../table";

/** A table without its vectors, in memory. */
export interface Held {
  name: string;
  where: string;
  format: Words;
  /** Those that could not be read among them. */
  rows: number;
  columns: Column[];
  /** Of each column: a value a row, null where there is none. */
  values: Map<string, unknown[]>;
  skipped: SkippedRow[];
  notes: Said[];
}

/**
 * Reads columns of a table to its end.
 *
 * @param names which; all but vectors by default
 */
export async function hold(table: Table, signal?: AbortSignal, names?: readonly string[]): Promise<Held> {
  const columns = table.columns.filter(({ name, kind }) => names?.includes(name) ?? kind !== "vector");
  const asked = columns.map(({ name }) => name);
  const values = new Map(asked.map((name): [string, unknown[]] => [name, []]));
  const skipped: SkippedRow[] = [];
  let rows = 0;
  for await (const batch of table.batches({ vector: null, columns: asked, rows: null, signal })) {
    for (const [i, row] of batch.rows.entries()) {
      for (const name of asked) fill(values.get(name)!, row, batch.columns[name][i]);
      rows = Math.max(rows, row + 1);
    }
    for (const one of batch.skipped) {
      skipped.push(one);
      rows = Math.max(rows, one.row + 1);
    }
  }
  for (const list of values.values()) while (list.length < rows) list.push(null);
  const { name, where, format, notes } = table;
  return { name, where, format, rows, columns, values, skipped, notes };
}

/** Rows that were left out before it are null. */
function fill(list: unknown[], row: number, value: unknown): void {
  while (list.length < row) list.push(null);
  list.push(value);
}
