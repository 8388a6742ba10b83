import type Papa from "papaparse";
import { type Said, said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import type { Batch, ReadRequest } from "../../table";
import { Gather } from "../text/gather";
import { parseList } from "../text/list";
import { NumberReader } from "../text/numbers";
import type { CsvColumn, CsvLayout } from "./columns";
import type { Dialect } from "./dialect";
import { type Block, blocksOf } from "./records";

/** One record: where its cells begin and end in a text. Kept and written over, for a cell is read a billion times. */
interface Cells {
  text: string;
  count: number;
  starts: Int32Array;
  ends: Int32Array;
}

/**
 * Reads the rows of a table of text.
 *
 * @throws SourceError where a record does not end
 */
export async function* readCsv(
  papa: typeof Papa,
  file: ByteFile,
  dialect: Dialect,
  layout: CsvLayout,
  request: ReadRequest,
): AsyncGenerator<Batch> {
  const byName = new Map(layout.columns.map((column) => [column.name, column]));
  const vector = request.vector === null ? null : byName.get(request.vector)!;
  const dims = vector?.vector?.dims ?? 0;
  const gather = new Gather(request, dims);
  const reader = new NumberReader(dialect.decimal);
  const cells: Cells = {
    text: "",
    count: 0,
    starts: new Int32Array(layout.width + 1),
    ends: new Int32Array(layout.width + 1),
  };
  const value = (name: string) => cellValue(cells, byName.get(name)!, reader);
  let row = layout.header ? -1 : 0;
  for await (const block of blocksOf(file, dialect, request.signal)) {
    for (const line of recordsOf(papa, block, dialect, cells)) {
      if (row < 0) {
        row = 0;
        continue;
      }
      if (gather.wants(row)) {
        const why =
          trouble(cells, layout.width) ?? (vector && readVector(cells, vector, layout, reader, gather.slot()));
        if (why) gather.skip(row, said("line {line}", { line }), why);
        else gather.add(row, value);
        if (gather.full) yield gather.take(block.share);
      }
      row++;
    }
    if (gather.finished) break;
  }
  if (!gather.empty) yield gather.take(1);
}

/** How many rows there are, those that cannot be read among them. */
export async function countRows(
  papa: typeof Papa,
  file: ByteFile,
  dialect: Dialect,
  header: boolean,
  signal?: AbortSignal,
): Promise<number> {
  const cells: Cells = { text: "", count: 0, starts: new Int32Array(1), ends: new Int32Array(1) };
  let rows = header ? -1 : 0;
  for await (const block of blocksOf(file, dialect, signal))
    for (const _ of recordsOf(papa, block, dialect, cells)) rows++;
  return Math.max(0, rows);
}

/** Goes through the records of a block, each left in `cells`, and tells their lines; empty lines are none. */
function* recordsOf(papa: typeof Papa, block: Block, dialect: Dialect, cells: Cells): Generator<number> {
  let { line } = block;
  if (block.quoted) {
    for (const record of papa.parse<string[]>(block.text, dialect).data) {
      const text = record.join("\n");
      if (text.trim() !== "" || record.length > 1) {
        cells.text = text;
        cells.count = record.length;
        for (let cell = 0, at = 0; cell < record.length && cell < cells.starts.length; cell++) {
          cells.starts[cell] = at;
          cells.ends[cell] = at + record[cell].length;
          at += record[cell].length + 1;
        }
        yield line;
      }
      line += 1 + newlinesIn(text) - (record.length - 1);
    }
    return;
  }
  const { text } = block;
  for (let from = 0; from < text.length; line++) {
    let to = text.indexOf(dialect.newline, from);
    if (to < 0) to = text.length;
    const next = to + 1;
    if (text.charCodeAt(to - 1) === 13 && to > from) to--;
    if (dialect.delimiter === " ") divideByBlanks(text, from, to, cells);
    else divide(text, from, to, dialect.delimiter.charCodeAt(0), cells);
    if (cells.count > 1 || text.slice(from, to).trim() !== "") yield line;
    from = next;
  }
}

function divide(text: string, from: number, to: number, delimiter: number, cells: Cells): void {
  const { starts, ends } = cells;
  const most = starts.length;
  let count = 0;
  let start = from;
  for (let i = from; i < to; i++) {
    if (text.charCodeAt(i) !== delimiter) continue;
    if (count < most) {
      starts[count] = start;
      ends[count] = i;
    }
    count++;
    start = i + 1;
  }
  if (count < most) {
    starts[count] = start;
    ends[count] = to;
  }
  cells.text = text;
  cells.count = count + 1;
}

function divideByBlanks(text: string, from: number, to: number, cells: Cells): void {
  let count = 0;
  for (let i = from; i < to; ) {
    while (i < to && text.charCodeAt(i) <= 32) i++;
    const start = i;
    while (i < to && text.charCodeAt(i) > 32) i++;
    if (i === start) break;
    if (count < cells.starts.length) {
      cells.starts[count] = start;
      cells.ends[count] = i;
    }
    count++;
  }
  cells.text = text;
  cells.count = count;
}

function trouble({ count }: Cells, width: number): Said | null {
  if (count === width) return null;
  return said("has {count, plural, one {# cell} other {# cells}} where the others have {width}", { count, width });
}

/** Reads the vector of a record into `target`; says what is wrong with it otherwise. */
function readVector(
  { text, starts, ends }: Cells,
  column: CsvColumn,
  { names }: CsvLayout,
  reader: NumberReader,
  target: Float32Array,
): Said | null {
  if (column.list) {
    const cell = text.slice(starts[column.from], ends[column.from]);
    const list = parseList(cell);
    if (list === null) return noNumber(column.name, cell, said("a list of numbers"));
    if (list.length !== target.length)
      return said("has {count} numbers where the others have {dims}", { count: list.length, dims: target.length });
    target.set(list);
    return null;
  }
  for (let cell = column.from, i = 0; cell < column.to; cell++, i++) {
    let from = starts[cell];
    const to = ends[cell];
    while (from < to && text.charCodeAt(from) <= 32) from++;
    target[i] = reader.read(text, from, to);
    if (reader.found && (reader.end === to || isBlank(text, reader.end, to))) continue;
    return noNumber(names[cell], text.slice(from, to), said("a number"));
  }
  return null;
}

function noNumber(name: string, cell: string, wanted: Said): Said {
  const excerpt = cell.length > 40 ? `${cell.slice(0, 40)}…` : cell;
  return cell.trim() === ""
    ? said('has nothing in column "{name}" where {wanted} belongs', { name, wanted })
    : said('has "{excerpt}" in column "{name}" where {wanted} belongs', { excerpt, name, wanted });
}

function cellValue({ text, starts, ends }: Cells, column: CsvColumn, reader: NumberReader): unknown {
  const cell = text.slice(starts[column.from], ends[column.from]);
  if (column.kind === "number") {
    const trimmed = cell.trim();
    const value = reader.read(trimmed, 0, trimmed.length);
    return reader.found && reader.end === trimmed.length && !Number.isNaN(value) ? value : null;
  }
  if (column.kind === "vector") return text.slice(starts[column.from], ends[column.to - 1]);
  return cell === "" ? null : cell;
}

function isBlank(text: string, from: number, to: number): boolean {
  return text.slice(from, to).trim() === "";
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) count++;
  return count;
}
