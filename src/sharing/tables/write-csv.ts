import { isFormula } from "../../charts";
import { Parts } from "./parts";
import { inTurns } from "./pieces";
import type { Cells, CellType, Doing, ExportTable } from "./table";
import { writeNumber } from "./write-number";

export interface CsvOptions {
  /** Begins the file with the mark by which Excel knows UTF-8. */
  mark: boolean;
  /** Puts an apostrophe before text that a spreadsheet would run as a formula. */
  guard: boolean;
}

/** Writes a table as CSV (RFC 4180), in UTF-8: numbers as they are, with a point; nothing where there is nothing. */
export async function writeCsv(table: ExportTable, options: CsvOptions, doing: Doing): Promise<Blob> {
  const parts = new Parts();
  if (options.mark) parts.add("\ufeff");
  const text = (value: string) => quoted(options.guard && isFormula(value) ? `'${value}` : value);
  const cell = (cells: Cells, row: number, type: CellType): string => {
    const value = cells[row];
    if (value === null) return "";
    return typeof value === "number" ? writeNumber(value, type) : text(value);
  };
  parts.add(`${table.columns.map(({ name }) => text(name)).join(",")}\r\n`);
  for await (const { rows, columns } of inTurns(table, doing)) {
    let lines = "";
    for (let row = 0; row < rows; row++) {
      for (let j = 0; j < columns.length; j++)
        lines += (j > 0 ? "," : "") + cell(columns[j], row, table.columns[j].type);
      lines += "\r\n";
    }
    parts.add(lines);
  }
  return parts.blob("text/csv;charset=utf-8");
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
