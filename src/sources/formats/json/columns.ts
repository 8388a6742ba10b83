import { isObject, vectorOf } from "./leaves";

/**
 * The columns of an object: its arrays that are as long as the others, or its objects that have the same keys. Fields
 * that are neither stand aside. Empty where it has none.
 */
export function columnsIn(value: Record<string, unknown>): Map<string, readonly unknown[]> {
  const entries = Object.entries(value);
  const arrays = entries.filter(
    (entry): entry is [string, unknown[]] => Array.isArray(entry[1]) && entry[1].length > 0,
  );
  return arrays.length > 0 ? arraysOf(arrays) : objectsOf(entries);
}

function arraysOf(arrays: [string, unknown[]][]): Map<string, readonly unknown[]> {
  // Of a query Chroma sends an array for each text that was asked for.
  const inner = arrays.map(([name, list]): [string, unknown] => [name, list[0]]);
  const isQuery = inner.some(([, list]) => Array.isArray(list) && vectorOf(list[0]) !== null);
  if (isQuery && arrays.every(([, list]) => list.length === 1 && Array.isArray(list[0]))) {
    return columnsIn(Object.fromEntries(inner));
  }
  const length = (arrays.find(([, list]) => vectorOf(list[0]) !== null) ?? arrays[0])[1].length;
  const even = arrays.filter(([, list]) => list.length === length);
  return even.length > 1 || vectorOf(even[0][1][0]) !== null ? new Map(even) : new Map();
}

function objectsOf(entries: [string, unknown][]): Map<string, readonly unknown[]> {
  const objects = entries.filter((entry): entry is [string, Record<string, unknown>] => isObject(entry[1]));
  if (objects.length === 0 || objects.length < entries.length) return new Map();
  const marks = (one: Record<string, unknown>) => {
    const keys = Object.keys(one);
    return [keys.length, keys[0], keys.at(-1)].join("\n");
  };
  const rows = Object.keys(objects[0][1]).length;
  // Columns are fewer than rows, or some are of texts: an object of records has neither.
  const isText = (one: Record<string, unknown>) => Object.values(one).every((value) => typeof value === "string");
  if (rows < 2 || (rows < objects.length && !objects.some(([, one]) => isText(one)))) return new Map();
  if (!objects.every(([, one]) => marks(one) === marks(objects[0][1]))) return new Map();
  return new Map(objects.map(([name, one]) => [name, Object.values(one)]));
}
