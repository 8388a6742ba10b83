import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import { Parts } from "./parts";
import { inTurns } from "./pieces";
import type { Cells, CellType, Doing, ExportTable } from "./table";

const TYPES = { text: "STRING", whole: "INT32", single: "FLOAT", double: "DOUBLE" } as const;

/** Bytes of a file that are handed on whenever some rows are done. */
class Outlet extends ByteWriter {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    super();
    this.#parts = parts;
  }

  /** The writer calls it behind each group of rows. */
  flush(): void {
    this.#parts.add(this.getBytes().slice());
    // `offset` goes on: it counts the bytes of the file.
    this.index = 0;
  }

  override finish(): void {
    this.flush();
  }
}

/** Writes a table as Parquet, packed with Snappy; a number that is none is null. */
export async function writeParquet(table: ExportTable, doing: Doing): Promise<Blob> {
  const parts = new Parts();
  const sources = (columns: readonly Cells[]) =>
    table.columns.map(({ name, type }, j) => ({
      name,
      type: TYPES[type],
      nullable: type !== "whole",
      data: valuesOf(columns[j], type),
    }));
  const schema = schemaFromColumnData({ columnData: sources(table.columns.map(() => [])) });
  const writer = new ParquetWriter({ writer: new Outlet(parts), schema });
  for await (const { rows, columns } of inTurns(table, doing)) {
    if (rows > 0) writer.write({ columnData: sources(columns), rowGroupSize: rows });
  }
  writer.finish();
  return parts.blob("application/vnd.apache.parquet");
}

function valuesOf(cells: Cells, type: CellType): (string | number | null)[] {
  const values = Array.from(cells);
  return type === "single" || type === "double"
    ? values.map((value) => (typeof value === "number" && !Number.isFinite(value) ? null : value))
    : values;
}
