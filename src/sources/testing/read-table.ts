import type { SkippedRow, Table, VectorValues } from "../table";

/** All that a table gives, in memory. */
export interface ReadTable {
  rows: number[];
  vectors: VectorValues[];
  values: number[];
  columns: Record<string, unknown[]>;
  skipped: SkippedRow[];
  batches: number;
}

/** Reads a table: its first vector column and all others, or those that are named. */
export async function readTable(
  table: Table,
  {
    rows = null,
    vector,
    columns,
    signal,
  }: Partial<{ rows: number[] | null; vector: string | null; columns: string[]; signal: AbortSignal }> = {},
): Promise<ReadTable> {
  const first = table.columns.find(({ kind }) => kind === "vector")?.name ?? null;
  const request = {
    vector: vector === undefined ? first : vector,
    columns:
      columns ?? table.columns.filter(({ kind }) => kind !== "vector" && kind !== "other").map(({ name }) => name),
    rows: rows && Float64Array.from(rows),
    signal,
  };
  const read: ReadTable = { rows: [], vectors: [], values: [], columns: {}, skipped: [], batches: 0 };
  for (const name of request.columns) read.columns[name] = [];
  for await (const batch of table.batches(request)) {
    read.batches++;
    read.rows.push(...batch.rows);
    read.skipped.push(...batch.skipped);
    if (batch.vectors) {
      read.vectors.push(batch.vectors);
      for (const value of batch.vectors) read.values.push(value);
    }
    for (const name of request.columns) read.columns[name].push(...batch.columns[name]);
  }
  return read;
}
