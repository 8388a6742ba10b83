import { Parts } from "./parts";
import { inTurns } from "./pieces";
import type { Doing, ExportTable } from "./table";
import { writeNumber } from "./write-number";

/** Writes a table as JSON: a list of objects, one a row and a line. Numbers are numbers, and what is none is null. */
export async function writeJson(table: ExportTable, doing: Doing): Promise<Blob> {
  const parts = new Parts();
  const keys = table.columns.map(({ name }, j) => `${j > 0 ? "," : "{"}${JSON.stringify(name)}:`);
  let before = "[\n";
  for await (const { rows, columns } of inTurns(table, doing)) {
    let lines = "";
    for (let row = 0; row < rows; row++) {
      lines += before;
      before = ",\n";
      for (let j = 0; j < columns.length; j++) {
        const value = columns[j][row];
        lines += keys[j];
        if (typeof value === "string") lines += JSON.stringify(value);
        else lines += (value === null ? "" : writeNumber(value, table.columns[j].type)) || "null";
      }
      lines += "}";
    }
    parts.add(lines);
  }
  parts.add(before === "[\n" ? "[]\n" : "\n]\n");
  return parts.blob("application/json");
}
