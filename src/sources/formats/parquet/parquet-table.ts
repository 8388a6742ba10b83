import type { ByteFile } from "../../byte-file";
import type { Column, Table } from "../../table";
import { readBatches } from "./batches";
import { columnsOf } from "./columns";
import { readFooter } from "./footer";

/**
 * The rows and columns of a Parquet file.
 *
 * @throws SourceError when its footer, or the first rows where only they tell what a column is, cannot be read
 */
export async function parquetTable(file: ByteFile): Promise<Table> {
  const { footer, root } = await readFooter(file);
  const columns = await columnsOf(file, footer, root);
  const groups = new Float64Array(footer.row_groups.length);
  for (let i = 1; i < groups.length; i++) groups[i] = groups[i - 1] + Number(footer.row_groups[i - 1].num_rows);
  return {
    format: "Parquet",
    name: file.name,
    where: file.where,
    rows: Number(footer.num_rows),
    groups,
    columns: columns.map(({ how, leaves, ...column }): Column => column),
    notes: [],
    batches: (request) => readBatches(file, footer, columns, request),
  };
}
