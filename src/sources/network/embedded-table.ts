import { memoryTable } from "../memory-table";
import type { SkippedRow, Table } from "../table";
import type { Embedded } from "./embed";

/** What an endpoint has embedded, as a table of two columns: `text` and `embedding`. Texts without a vector are told. */
export function embeddedTable(texts: readonly string[], embedded: Embedded, name: string, model: string): Table {
  const { rows, vectors, dims, skipped } = embedded;
  const reasons = new Map(skipped.map(({ row, why }) => [row, why]));
  const done = new Set(rows);
  const missing: SkippedRow[] = [];
  for (const [row, text] of texts.entries()) {
    if (done.has(row)) continue;
    missing.push({
      row,
      place: `text ${row + 1}, “${text.slice(0, 40)}”`,
      why: reasons.get(row) ?? "was not embedded",
    });
  }
  return memoryTable({
    format: "Embedded texts",
    name,
    where: `embedded by ${model}`,
    rows: texts.length,
    vectors: { name: "embedding", dims, values: vectors },
    columns: [{ name: "text", kind: "text", values: texts }],
    missing,
  });
}
