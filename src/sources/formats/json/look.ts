import { columnsIn } from "./columns";
import { columnsOf, isObject, vectorOf } from "./leaves";

/** Where in a document the rows are. */
export interface Place {
  /** Keys from the outermost value on; null stands for every element of an array. */
  path: (string | null)[];
  /**
   * `elements`: of an array; `entries`: the values of an object, under their keys; `columns`: an object of arrays, or of
   * objects under the same keys, a column each; `itself`: what is there is one row.
   */
  kind: "elements" | "entries" | "columns" | "itself";
  /** Of elements that are arrays of cells: what the cells are called, where that is told. */
  names?: string[];
  rows: number;
  /** Of the longest vector; 0 where there are none. */
  dims: number;
}

const DEPTH = 7;
const SAMPLE = 20;
/** So many fields of an object are looked into; a table that is written as an object has thousands. */
const FIELDS = 40;

/** All places of a document where rows may be, the likeliest first: those with vectors, then by their count. */
export function placesIn(document: unknown): Place[] {
  const found: Place[] = [];
  const walk = (value: unknown, path: Place["path"], names?: string[]): void => {
    const place = Array.isArray(value)
      ? elementsAt(value, path, names)
      : isObject(value)
        ? fieldsAt(value, path)
        : null;
    if (place) found.push(place);
    if ((place?.dims && place.kind !== "itself") || path.length > DEPTH || vectorOf(value) !== null) return;
    if (Array.isArray(value)) {
      if (typeof value[0] === "object") walk(value[0], [...path, null]);
    } else if (isObject(value)) {
      // What pandas writes as `split` has the names beside the cells.
      const titles = isTexts(value.columns) ? value.columns : undefined;
      for (const [key, inner] of Object.entries(value).slice(0, FIELDS)) walk(inner, [...path, key], titles);
    }
  };
  walk(document, []);
  const size = ({ rows, dims }: Place) => rows * dims;
  return found.sort((a, b) => size(b) - size(a) || b.rows - a.rows);
}

function elementsAt(value: unknown[], path: Place["path"], names?: string[]): Place | null {
  if (value.length === 0 || vectorOf(value) !== null) return null;
  // Arrays of vectors within an array: the rows are one deeper.
  if (Array.isArray(value[0]) && value[0].length > 0 && value[0].every((one) => vectorOf(one) !== null)) return null;
  const cells = Array.isArray(value[0]) && names?.length === value[0].length ? { names } : {};
  const dims = dimsOf(value.slice(0, SAMPLE).map((element) => recordOf(element, names)));
  // Without vectors it may be what is known of them: records, or the texts themselves.
  const known = value.length >= 2 && (isObject(value[0]) || "names" in cells || (path.length === 0 && isTexts(value)));
  return dims > 0 || known ? { path, kind: "elements", ...cells, rows: value.length, dims } : null;
}

function fieldsAt(value: Record<string, unknown>, path: Place["path"]): Place | null {
  const columns = columnsAt(value);
  if (columns && (columns.dims > 0 || path.length === 0)) return { path, kind: "columns", ...columns };
  const inner = Object.values(value);
  const some = inner.slice(0, SAMPLE);
  if (inner.length >= 2 && some.every((one) => typeof one === "object")) {
    const lengths = some.map((one) => vectorOf(one)?.length ?? 0);
    const even = lengths.every((length) => length === lengths[0]);
    const dims = even && lengths[0] > 0 ? lengths[0] : some.every(isObject) ? dimsOf(some) : 0;
    if (dims > 0) return { path, kind: "entries", rows: inner.length, dims };
  }
  // What has objects in it is looked for in them.
  const own = dimsOf([Object.fromEntries(Object.entries(value).filter(([, one]) => !isObject(one)))]);
  return own > 0 ? { path, kind: "itself", rows: 1, dims: own } : null;
}

/** Rows and dims of an object of columns; null where it is none. */
function columnsAt(value: Record<string, unknown>): { rows: number; dims: number } | null {
  const columns = [...columnsIn(value).values()];
  if (columns.length === 0) return null;
  const rows = columns[0].length;
  const heads = columns.map((list) => list.slice(0, SAMPLE));
  const isVectors = (list: readonly unknown[]) => list.every((one) => vectorOf(one) !== null);
  // Arrays of numbers alone could as well be rows.
  if (!heads.some((list) => isVectors(list) || isTexts(list)) || rows < 2) return null;
  const records = heads[0].map((_, row) => Object.fromEntries(heads.map((list, column) => [column, list[row]])));
  return { rows, dims: dimsOf(records) };
}

/** The dims of the longest vector that records have; 0 where they have none. */
function dimsOf(records: unknown[]): number {
  return Math.max(0, ...columnsOf(records, "vector").map(({ vector }) => vector?.dims ?? 0));
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string");

/** An element as a record: an array of cells gets names, anything else is one as it is. */
export function recordOf(element: unknown, names?: readonly string[]): unknown {
  if (!Array.isArray(element) || vectorOf(element) !== null) return element;
  if (element.length === 1 && isObject(element[0])) return element;
  return Object.fromEntries(element.map((cell, i) => [names?.[i] ?? `column ${i + 1}`, cell]));
}
