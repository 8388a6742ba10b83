import { columnsIn } from "./columns";
import { isObject } from "./leaves";
import { type Place, recordOf } from "./look";

/** Rows in memory. */
export interface Records {
  count: number;
  record(row: number): unknown;
}

/** The rows that lie at a place in documents, those of the first before those of the second. */
export function recordsAt(documents: readonly unknown[], place: Place): Records {
  const groups = documents.flatMap((document) => valuesAt(document, place.path)).map((value) => groupOf(value, place));
  const starts: number[] = [];
  let count = 0;
  for (const group of groups) {
    starts.push(count);
    count += group.count;
  }
  let at = 0;
  return {
    count,
    record(row) {
      if (row < starts[at]) at = 0;
      while (at + 1 < groups.length && row >= starts[at + 1]) at++;
      return groups[at].record(row - starts[at]);
    },
  };
}

/** What lies at a path; null in it stands for every element of an array. */
export function valuesAt(document: unknown, path: Place["path"]): unknown[] {
  let values = [document];
  for (const key of path) {
    values = values.flatMap((value) => {
      if (key === null) return Array.isArray(value) ? value : [];
      return isObject(value) && Object.hasOwn(value, key) ? [value[key]] : [];
    });
  }
  return values;
}

function groupOf(value: unknown, { kind, names }: Place): Records {
  if (kind === "elements") {
    const elements = Array.isArray(value) ? value : [];
    return { count: elements.length, record: (row) => recordOf(elements[row], names) };
  }
  if (!isObject(value)) return { count: 0, record: () => null };
  if (kind === "itself") return { count: 1, record: () => value };
  if (kind === "entries") {
    const keys = Object.keys(value);
    return { count: keys.length, record: (row) => entryOf(keys[row], value[keys[row]]) };
  }
  const columns = [...columnsIn(value)];
  return {
    count: columns[0]?.[1].length ?? 0,
    record: (row) => Object.fromEntries(columns.map(([name, list]) => [name, list[row]])),
  };
}

/** What an object holds under a key as a record that knows its key. */
export function entryOf(key: string, value: unknown): unknown {
  return isObject(value) && !(0 in value) ? { key, ...value } : { key, vector: value };
}
