import type { FileMetaData } from "hyparquet";
import type { ByteFile } from "../../byte-file";
import type { Batch, ReadRequest, SkippedRow } from "../../table";
import { askedFor, batchOf, wantedRows } from "../columnar/batch-of";
import { cellsOf } from "./cell-rows";
import type { ParquetColumn } from "./columns";
import { Cursor } from "./cursor";
import { emptyValues } from "./numbers";
import { vectorRows } from "./vector-rows";

/** Goes through the rows that are wanted, row group by row group; of a group without any nothing is read. */
export async function* readBatches(
  file: ByteFile,
  footer: FileMetaData,
  columns: ParquetColumn[],
  request: ReadRequest,
): AsyncGenerator<Batch> {
  const { vector, others, dims, type, size } = askedFor(columns, request);
  const rowsOf = vector && vectorRows(vector);
  const total = request.rows?.length ?? Number(footer.num_rows);
  let done = 0;
  let first = 0;
  let next = 0;
  for (const group of footer.row_groups) {
    const end = first + Number(group.num_rows);
    let place = first;
    const open = ({ leaves }: ParquetColumn, numbers: boolean) =>
      leaves.map((leaf) => new Cursor(file, leaf, group, numbers, leaves.length));
    let cursors: { vector: Cursor[]; others: Cursor[][] } | null = null;
    while (place < end) {
      const wanted = wantedRows(request.rows, next, place, end, size);
      if (!wanted.length) break;
      request.signal?.throwIfAborted();
      cursors ??= {
        vector: vector ? open(vector, vector.how !== "floats") : [],
        others: others.map((column) => open(column, false)),
      };
      const vectors = rowsOf ? emptyValues(type, wanted.length * dims) : null;
      const skipped: SkippedRow[] = [];
      const found: unknown[][] = others.map(() => []);
      for (const [at, length] of runsOf(wanted)) {
        const gap = wanted[at] - place;
        if (gap) {
          for (const cursor of [...cursors.vector, ...cursors.others.flat()]) await cursor.skip(gap);
        }
        if (vectors && rowsOf) {
          await rowsOf(cursors.vector, length, vectors, at * dims, (row, why) => {
            skipped.push({ row: wanted[at] + row, why });
          });
        }
        for (const [i, column] of others.entries()) await takeCells(column, cursors.others[i], length, found[i]);
        place = wanted[at] + length;
      }
      next += request.rows ? wanted.length : 0;
      done += wanted.length;
      yield batchOf(wanted, vectors, dims, skipped, columnsOf(others, found), done / total);
    }
    first = end;
  }
}

/** Stretches of rows that follow each other: where each begins among those wanted, and how long it is. */
function* runsOf(wanted: Float64Array): Generator<[at: number, length: number]> {
  for (let at = 0; at < wanted.length; ) {
    let to = at + 1;
    while (to < wanted.length && wanted[to] === wanted[to - 1] + 1) to++;
    yield [at, to - at];
    at = to;
  }
}

async function takeCells(column: ParquetColumn, cursors: Cursor[], count: number, into: unknown[]): Promise<void> {
  if (column.how === "series") {
    const parts: unknown[][] = [];
    for (const [i, cursor] of cursors.entries()) parts.push(await cellsFrom(cursor, count, column.leaves[i]));
    for (let row = 0; row < count; row++) into.push(parts.map((part) => part[row]));
    return;
  }
  const cells = await cellsFrom(cursors[0], count, column.leaves[0]);
  if (column.how === "picture") {
    // The path is only looked at where there are no bytes: it is often a name that leads nowhere.
    const paths = await cellsFrom(cursors[1], count, column.leaves[1]);
    for (let row = 0; row < count; row++) into.push(cells[row] ?? paths[row]);
    return;
  }
  for (const cell of cells) into.push(cell);
}

async function cellsFrom(cursor: Cursor, count: number, leaf: ParquetColumn["leaves"][number]): Promise<unknown[]> {
  const cells: unknown[] = [];
  while (cells.length < count)
    for (const cell of cellsOf(await cursor.take(count - cells.length), leaf)) cells.push(cell);
  return cells;
}

function columnsOf(others: ParquetColumn[], found: unknown[][]): Record<string, unknown[]> {
  return Object.fromEntries(others.map(({ name }, i) => [name, found[i]]));
}
