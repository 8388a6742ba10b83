import type { Frame, PointTable } from "../../state";
import { pointColumns } from "./point-columns";
import { distinct, type ExportTable, stretches } from "./table";

const AXES = [1, 2, 3] as const;

/** Where some points lie in a frame: the number of the row, title, labels, and the scores on the three axes. */
export function scoresTable(points: PointTable | null, rows: Int32Array, frame: Frame): ExportTable {
  const { scores, k } = frame;
  const known = pointColumns(points, ["title", "labels"]);
  const axes = AXES.map((axis) => ({ name: `axis${axis}`, type: "single" as const }));
  return {
    name: `scores ${k}`,
    columns: distinct([...known, ...axes]),
    rows: rows.length,
    async *pieces() {
      for (const [from, to] of stretches(rows.length)) {
        const some = rows.subarray(from, to);
        const on = AXES.map((axis) => Float32Array.from(some, (row) => scores[row * 3 + axis - 1]));
        yield { rows: to - from, columns: [...known.map(({ cells }) => cells(some)), ...on] };
      }
    },
  };
}

/** The scores of some rows, row after row. */
export function scoresOf({ scores }: Frame, rows: Int32Array): Float32Array<ArrayBuffer> {
  const out = new Float32Array(rows.length * 3);
  rows.forEach((row, i) => {
    out.set(scores.subarray(row * 3, row * 3 + 3), i * 3);
  });
  return out;
}
