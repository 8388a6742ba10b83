import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import { Parts } from "./parts";
import { inTurns } from "./pieces";
import type { Cells, CellType, Doing, ExportTable, Piece } from "./table";

const TYPES = { text: "STRING", whole: "INT32", single: "FLOAT", double: "DOUBLE" } as const;

/** Rows of a group: few enough that writing it holds up no picture, and enough that a reader need not ask for each. */
const GROUP_ROWS = 2048;

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
  let held: Piece[] = [];
  let rows = 0;
  const flush = () => {
    const joined = table.columns.map((_, j) => held.flatMap(({ columns }) => Array.from(columns[j])));
    if (rows > 0) writer.write({ columnData: sources(joined), rowGroupSize: rows });
    held = [];
    rows = 0;
  };
  for await (const piece of inTurns(table, doing)) {
    held.push(piece);
    rows += piece.rows;
    if (rows >= GROUP_ROWS) flush();
  }
  flush();
  writer.finish();
  return parts.blob("application/vnd.apache.parquet");
}

function valuesOf(cells: Cells, type: CellType): (string | number | null)[] {
  const values = Array.from(cells);
  return type === "single" || type === "double"
    ? values.map((value) => (typeof value === "number" && !Number.isFinite(value) ? null : value))
    : values;
}
