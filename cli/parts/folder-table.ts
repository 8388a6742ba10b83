import { readScales } from "../../src/sources/dataset-folder";
import { openTables } from "../../src/sources/open-tables";
import type { Table } from "../../src/sources/table";
import { UsageError } from "../arguments";
import type { OpenFolder } from "../given";

/**
 * A dataset folder as a table: its vectors row by row, in numbers, and what is known of the points beside them.
 *
 * @throws UsageError when its rows are only a sample of what its moments are of
 */
export async function folderTable({ folder, source, file }: OpenFolder): Promise<Table> {
  const { name, files, dims, wholeRows } = source.manifest;
  if (wholeRows !== undefined) {
    throw new UsageError(
      `The folder ${name} is merged of parts and holds a sample of their ${wholeRows.toLocaleString("en")} rows: merge the summaries of the parts instead.`,
    );
  }
  const names = [files.vectors, ...(files.points ? [files.points] : [])];
  const [table] = await openTables(await Promise.all(names.map(file)));
  const scales = files.scale ? await readScales(folder, files.scale, dims) : null;
  return { ...(scales ? scaled(table, scales) : table), name, notes: [] };
}

/** The numbers that codes stand for. */
function scaled(table: Table, scales: Float32Array): Table {
  const dims = scales.length;
  return {
    ...table,
    columns: table.columns.map((column) =>
      column.vector ? { ...column, vector: { ...column.vector, values: "f4" as const } } : column,
    ),
    async *batches(request) {
      for await (const batch of table.batches(request)) {
        const { vectors } = batch;
        yield { ...batch, vectors: vectors && Float32Array.from(vectors, (code, i) => code * scales[i % dims]) };
      }
    },
  };
}
