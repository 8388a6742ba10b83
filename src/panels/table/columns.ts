import { said, type Words } from "../../i18n";
import {
  type Coloring,
  colorValue,
  type Frame,
  type LabelColoring,
  type NumberColoring,
  type PointTable,
  SETTLES,
  type WriteNumber,
  writerFor,
} from "../../state";

/** One column of the table: what stands in a row, and what it is sorted by. */
export interface TableColumn {
  key: string;
  title: Words;
  kind: "text" | "number";
  /** What stands in the row. */
  textOf: (row: number) => string;
  /** What the rows are ordered by: of numbers themselves, of labels and titles their text. */
  sortBy: (row: number) => number | string;
}

/** Title, category, what colours the points where that is another thing, and the three scores of the frame. */
export function columnsOf(
  points: PointTable,
  category: LabelColoring | null,
  coloring: Coloring | null,
  frame: Frame | null,
  settles: NumberColoring | null,
): TableColumn[] {
  const titles = points.titles;
  const columns: TableColumn[] = [
    { key: "title", title: said("Title"), kind: "text", textOf: (row) => titles[row], sortBy: (row) => titles[row] },
  ];
  if (category) columns.push(labels(category));
  if (coloring?.kind === "category" && coloring !== category) columns.push(labels(coloring));
  // The scores have columns of their own.
  if (coloring?.kind === "number" && !coloring.name.startsWith("axis") && coloring !== settles) {
    const { name, title, values, write } = coloring;
    columns.push(numbers(name, name === "radius" ? said("Distance") : title, write, (row) => values[row]));
  }
  // It is there before it is known: its head asks for it.
  const settled = (row: number) => settles?.values[row] ?? Number.NaN;
  columns.push(numbers(SETTLES.name, SETTLES.title, settles?.write ?? (() => ""), settled));
  const { scores = null, rms = 1 } = frame ?? {};
  const write = writerFor(rms);
  for (let axis = 0; axis < 3; axis++) {
    const score = (row: number) => scores?.[row * 3 + axis] ?? Number.NaN;
    columns.push(numbers(`axis${axis + 1}`, said("Axis {axis}", { axis: axis + 1 }), write, score));
  }
  return columns;
}

function labels(column: LabelColoring): TableColumn {
  const textOf = (row: number) => colorValue(column, row);
  return { key: column.name, title: column.title, kind: "text", textOf, sortBy: textOf };
}

function numbers(key: string, title: Words, write: WriteNumber, of: (row: number) => number): TableColumn {
  return { key, title, kind: "number", textOf: (row) => write(of(row)), sortBy: of };
}
