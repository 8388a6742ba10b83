import type { PointTable } from "../../state";
import { pointColumns } from "./point-columns";
import { distinct, type ExportTable, stretches } from "./table";

/** What is known of some points: title, text, and every further column. */
export function pointsTable(points: PointTable | null, rows: Int32Array): ExportTable {
  const columns = pointColumns(points, ["title", "text", "all"]);
  return {
    name: "points",
    columns: distinct(columns),
    rows: rows.length,
    async *pieces() {
      for (const [from, to] of stretches(rows.length)) {
        const some = rows.subarray(from, to);
        yield { rows: to - from, columns: columns.map(({ cells }) => cells(some)) };
      }
    },
  };
}
