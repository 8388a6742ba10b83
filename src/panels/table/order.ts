import { LANGUAGES, language } from "../../i18n";
import type { TableColumn } from "./columns";

/** By which column the table is sorted, and which way. */
export interface Sorting {
  key: string;
  falling: boolean;
}

const collators = new Map(
  Object.keys(LANGUAGES).map((tag) => [tag, new Intl.Collator(tag, { sensitivity: "base", numeric: true })]),
);
/** Of more rows than this titles are compared letter by letter, which is twenty times as fast. */
const MANY = 50_000;

/** What a click on a column's head makes of the sorting: rising, falling, and back to the order of the data. */
export function nextSorting(sorting: Sorting | null, key: string): Sorting | null {
  if (sorting?.key !== key) return { key, falling: false };
  return sorting.falling ? null : { key, falling: true };
}

/**
 * The rows that the test lets through, sorted; what is equal stays in the order of the data, and what has no value comes
 * last either way.
 */
export function orderRows(
  rows: number,
  isShown: (row: number) => boolean,
  column: TableColumn | null,
  falling: boolean,
): Int32Array {
  const order: number[] = [];
  for (let row = 0; row < rows; row++) if (isShown(row)) order.push(row);
  if (!column) return Int32Array.from(order);
  const turn = falling ? -1 : 1;
  const keys = order.map(column.sortBy);
  const isMissing = (place: number) => keys[place] === "" || Number.isNaN(keys[place]);
  const places = Array.from(order.keys());
  const known = places.filter((place) => !isMissing(place));
  if (column.kind === "number") {
    const numbers = keys as number[];
    known.sort((a, b) => turn * (numbers[a] - numbers[b]) || a - b);
  } else {
    const compare = order.length > MANY ? byLetter : byReader;
    known.sort((a, b) => turn * compare(String(keys[a]), String(keys[b])) || a - b);
  }
  return Int32Array.from([...known, ...places.filter(isMissing)], (place) => order[place]);
}

const byReader = (a: string, b: string) => collators.get(language())!.compare(a, b);
const byLetter = (a: string, b: string) => (a < b ? -1 : Number(a > b));
