import { type Said, said } from "../../../i18n/said";
import type { Column } from "../../table";
import { ABBREVIATED, parseList } from "../text/list";
import { NumberReader } from "../text/numbers";
import { type Dialect, mostCommon } from "./dialect";

/** A column, and the cells of a record that it is made of. */
export interface CsvColumn extends Column {
  from: number;
  to: number;
  /** Of a vector: its numbers stand in one cell. */
  list: boolean;
}

/** What the records of a file mean. */
export interface CsvLayout {
  /** Cells a record. */
  width: number;
  /** Whether the first record names the columns. */
  header: boolean;
  names: string[];
  columns: CsvColumn[];
  notes: Said[];
}

const LEAST_DIMS = 4;
/** As many numbers side by side are a vector, whatever they are called, and no columns to colour by. */
const SURELY_VECTOR = 16;

type Kind = "number" | "list" | "text" | "empty";

/**
 * What the columns of a table are, by its first records: a run of columns of numbers is a vector, and so is a column of
 * lists.
 *
 * @param stem the file's name without its ending: what a vector is called that is alone and has no name
 * @param header whether the first record names the columns, where that is known
 */
export function layoutOf(records: string[][], dialect: Dialect, stem: string, header?: boolean): CsvLayout {
  const { width } = mostCommon(records.map((record) => record.length));
  const even = records.filter((record) => record.length === width);
  const first = records[0]?.length === width ? records[0] : null;
  const named = header ?? (first !== null && isHeader(first, even.slice(1), dialect));
  const body = named && first !== null ? even.slice(1) : even;
  const names = uniqueNames(named && first !== null ? first : Array.from({ length: width }, () => ""));
  const of = (cell: number) => body.map((record) => record[cell]);
  const kinds = names.map((_, cell) => kindOf(of(cell), dialect));
  const notes: Said[] = [];
  const columns: CsvColumn[] = [];
  const hidden = new Set<number>();
  for (const run of runs(kinds, names, body, dialect)) {
    const dims = run.to - run.from;
    const whole = run.from === 0 && run.to === width && !named;
    const name = whole
      ? stem
      : named
        ? `${names[run.from]} … ${names[run.to - 1]}`
        : `columns ${run.from + 1} to ${run.to}`;
    columns.push({
      name,
      kind: "vector",
      type: said("{columns} columns", { columns: dims }),
      vector: { dims, values: "f4" },
      ...run,
      list: false,
    });
    if (run.series || dims >= SURELY_VECTOR) for (let cell = run.from; cell < run.to; cell++) hidden.add(cell);
  }
  names.forEach((name, cell) => {
    if (hidden.has(cell)) return;
    const own = { name: width === 1 && !named ? stem : name, from: cell, to: cell + 1, list: false };
    if (kinds[cell] === "list") {
      const dims = mostCommon(of(cell).flatMap((text) => parseList(text)?.length ?? [])).width;
      columns.push({ ...own, kind: "vector", type: said("list"), vector: { dims, values: "f4" }, list: true });
    } else if (kinds[cell] === "number") columns.push({ ...own, kind: "number", type: said("number") });
    else columns.push({ ...own, kind: isImage(of(cell)) ? "image" : "text", type: said("text") });
    if (of(cell).some((text) => ABBREVIATED.test(text))) notes.push(abbreviated(name));
  });
  return { width, header: named && first !== null, names, columns, notes };
}

/** Names stand above columns of numbers or lists and are none themselves, or they count the columns. */
function isHeader(first: string[], rest: string[][], dialect: Dialect): boolean {
  const cells = first.map((cell) => cell.trim());
  const counted = cells[0] === "" ? cells.slice(1) : cells;
  const start = Number(counted[0]);
  if (counted.length >= LEAST_DIMS && start <= 1 && counted.every((cell, i) => cell === String(start + i))) {
    // pandas names columns 0, 1, 2 …; a row of such numbers among rows of others is no name.
    if (!rest.some((record) => record.slice(-counted.length).every((cell, i) => Number(cell) === start + i)))
      return true;
  }
  if (rest.length === 0) return cells.every((cell) => cell !== "" && kindOf([cell], dialect) === "text");
  const kinds = cells.map((_, cell) =>
    kindOf(
      rest.map((record) => record[cell]),
      dialect,
    ),
  );
  const solid = kinds.flatMap((kind, cell) => (kind === "number" || kind === "list" ? [cell] : []));
  const texts = (among: number[]) => among.every((cell) => kindOf([cells[cell]], dialect) === "text");
  if (solid.length > 0)
    return texts(solid.filter((cell) => cells[cell] !== "" || cell > 0)) && solid.some((cell) => cells[cell] !== "");
  // Nothing but text: names are short, and none is there twice or in its own column.
  return (
    new Set(cells).size === cells.length &&
    cells.every((cell, i) => cell !== "" && cell.length <= 40 && !rest.some((record) => record[i].trim() === cell))
  );
}

function kindOf(texts: string[], { decimal }: Dialect): Kind {
  const filled = texts.map((text) => text.trim()).filter((text) => text !== "");
  if (filled.length === 0) return "empty";
  const reader = new NumberReader(decimal);
  const isNumber = (text: string) => {
    reader.read(text, 0, text.length);
    return reader.found && reader.end === text.length;
  };
  // A few bad cells make no column of text of a column of numbers.
  const most = Math.floor(filled.length * 0.8) || 1;
  if (filled.filter(isNumber).length >= most && filled.some((text) => /\d/.test(text))) return "number";
  if (filled.filter(isList).length >= most) return "list";
  return "text";
}

function isList(text: string): boolean {
  const list = parseList(text);
  return list !== null && (/^[[({]|^\w+[.(]/.test(text) ? list.length > 1 : list.length >= LEAST_DIMS);
}

function isImage(texts: string[]): boolean {
  const filled = texts.filter((text) => text.trim() !== "");
  const picture =
    /^data:image\/|^(https?:\/\/|[\w./-]+$)\S*\.(png|jpe?g|gif|webp|avif|svg)(\?\S*)?$|\.(png|jpe?g|gif|webp|avif)$/i;
  return filled.length > 0 && filled.every((text) => picture.test(text.trim()) && !/\s/.test(text.trim()));
}

interface Run {
  from: number;
  to: number;
  /** Its names are counted: d0, d1, d2 … */
  series: boolean;
}

/** Where numbers stand side by side, the longest run first: those whose names are counted, or all of them. */
function runs(kinds: Kind[], names: string[], body: string[][], dialect: Dialect): Run[] {
  const found: Run[] = [];
  for (let from = 0; from < kinds.length; from++) {
    let to = from;
    while (to < kinds.length && kinds[to] === "number") to++;
    if (to - from >= LEAST_DIMS) found.push(...within(from, to, names, body, dialect));
    from = Math.max(from, to);
  }
  return found.sort((a, b) => b.to - b.from - (a.to - a.from));
}

function within(from: number, to: number, names: string[], body: string[][], dialect: Dialect): Run[] {
  const series: Run[] = [];
  for (let start = from; start < to; ) {
    let end = start + 1;
    while (end < to && follows(names[end - 1], names[end])) end++;
    if (end - start >= LEAST_DIMS) series.push({ from: start, to: end, series: true });
    start = end;
  }
  if (series.length > 0) return series;
  // An index that was written along is the first column, whole numbers that rise by one.
  const reader = new NumberReader(dialect.decimal);
  const index = body.map((record) => reader.read(record[from], 0, record[from].length));
  const rises =
    index.length > 1 && index.every((value, i) => Number.isInteger(value) && (i === 0 || value === index[i - 1] + 1));
  const begin = rises && from === 0 && to - from > LEAST_DIMS ? from + 1 : from;
  return [{ from: begin, to, series: false }];
}

function follows(before: string, name: string): boolean {
  const [a, b] = [/^(.*?)(\d+)(\D?)$/.exec(before), /^(.*?)(\d+)(\D?)$/.exec(name)];
  return a !== null && b !== null && a[1] === b[1] && a[3] === b[3] && Number(b[2]) === Number(a[2]) + 1;
}

function uniqueNames(cells: string[]): string[] {
  const seen = new Set<string>();
  return cells.map((cell, i) => {
    const plain = cell.trim() || (i === 0 && cells.length > 1 && cells[1] !== "" ? "index" : `column ${i + 1}`);
    let name = plain;
    for (let again = 2; seen.has(name); again++) name = `${plain} (${again})`;
    seen.add(name);
    return name;
  });
}

function abbreviated(name: string): Said {
  return said(
    'The column "{name}" holds vectors as NumPy prints them, "..." in place of most numbers: they are not in the file. Write them with numpy.save, or with tolist() before the CSV.',
    { name },
  );
}
