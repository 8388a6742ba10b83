import { type Said, said } from "../../../i18n/said";
import type { Column } from "../../table";
import { mostCommon } from "../csv/dialect";
import { parseBase64, parseList } from "../text/list";

const DEPTH = 6;
const LEAST_DIMS = 4;

/** A column of records in JSON; `parts` where a vector has a field a dimension: d0, d1, d2 … */
export interface JsonColumn extends Column {
  parts?: string[];
}

/** The values in a record by their paths: objects are gone into, and so is an array of one object. */
export function leavesOf(record: unknown, stem: string, prefix = ""): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  const walk = (value: unknown, path: string, depth: number): void => {
    const only = Array.isArray(value) && value.length === 1 && isObject(value[0]) ? value[0] : value;
    if (isObject(only) && depth < DEPTH && !isKeyed(only)) {
      for (const [key, inner] of Object.entries(only)) walk(inner, path ? `${path}.${key}` : key, depth + 1);
    } else leaves.set(path || stem, only);
  };
  walk(record, prefix, 0);
  return leaves;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether an object stands for an array, its keys counted from 0: what JSON.stringify makes of a Float32Array. */
function isKeyed(value: Record<string, unknown>): boolean {
  if (typeof value[0] !== "number" || typeof value[1] !== "number") return false;
  const keys = Object.keys(value);
  // Keys that are whole numbers come first and rising.
  return keys.at(-1) === String(keys.length - 1);
}

/**
 * A value as a vector: an array of numbers (null for none), an object of them whose keys are counted, base64 of singles,
 * or a list as text; null where it is none.
 */
export function vectorOf(value: unknown): ArrayLike<number> | null {
  if (typeof value === "string") return parseBase64(value) ?? (value.length > 3 ? parseList(value) : null);
  const array = isObject(value) && isKeyed(value) ? Object.values(value) : value;
  if (!Array.isArray(array) || array.length < 2) return null;
  let numbers = 0;
  for (const x of array) {
    if (typeof x === "number") numbers++;
    else if (x !== null) return null;
  }
  return numbers === 0 ? null : array.map((x) => x ?? Number.NaN);
}

/** What columns records have, by the first of them. */
export function columnsOf(records: readonly unknown[], stem: string): JsonColumn[] {
  return columnsOfLeaves(records.map((record) => leavesOf(record, stem)));
}

/** The same, of records whose values are known by their paths. */
export function columnsOfLeaves(records: readonly Map<string, unknown>[]): JsonColumn[] {
  const values = new Map<string, unknown[]>();
  for (const leaves of records) {
    for (const [path, value] of leaves) {
      if (value === null) continue;
      const all = values.get(path);
      if (all) all.push(value);
      else values.set(path, [value]);
    }
  }
  return withSeries([...values].map(([name, all]) => columnOf(name, all)));
}

function columnOf(name: string, all: unknown[]): JsonColumn {
  const vectors = all.flatMap((value) => vectorOf(value)?.length ?? []);
  const { width: dims } = mostCommon(vectors);
  if (vectors.length >= 0.8 * all.length && dims >= 2) {
    const type = typeof all[0] === "string" ? "text" : "array";
    return { name, kind: "vector", type, vector: { dims, values: "f4" } };
  }
  if (all.every((value) => typeof value === "number")) return { name, kind: "number", type: "number" };
  if (all.every((value) => typeof value !== "object")) return { name, kind: "text", type: typeof all[0] };
  return { name, kind: "other", type: "array" };
}

/** Numbers whose names are counted, d0, d1, d2 …, are a vector. */
function withSeries(columns: JsonColumn[]): JsonColumn[] {
  const found: JsonColumn[] = [];
  for (let from = 0; from < columns.length; ) {
    let to = from + 1;
    while (to < columns.length && follows(columns[to - 1], columns[to])) to++;
    if (to - from < LEAST_DIMS) found.push(...columns.slice(from, to));
    else {
      const parts = columns.slice(from, to).map(({ name }) => name);
      const dims = parts.length;
      const name = `${parts[0]} … ${parts[dims - 1]}`;
      found.push({
        name,
        kind: "vector",
        type: said("{dims} fields", { dims }),
        vector: { dims, values: "f4" },
        parts,
      });
    }
    from = to;
  }
  return found;
}

function follows(before: JsonColumn, after: JsonColumn): boolean {
  if (before.kind !== "number" || after.kind !== "number") return false;
  const [a, b] = [before, after].map(({ name }) => /^(.*?)(\d+)$/.exec(name));
  return a !== null && b !== null && a[1] === b[1] && Number(b[2]) === Number(a[2]) + 1;
}

/** Reads the vector of a record into `target`; says what is wrong with it otherwise. */
export function fillVector(leaves: Map<string, unknown>, column: JsonColumn, target: Float32Array): Said | null {
  if (column.parts) {
    for (const [i, part] of column.parts.entries()) {
      const value = leaves.get(part);
      if (typeof value !== "number") return said('has no number at "{part}"', { part });
      target[i] = value;
    }
    return null;
  }
  const vector = vectorOf(leaves.get(column.name));
  if (vector === null) return said('has no list of numbers at "{name}"', { name: column.name });
  if (vector.length !== target.length)
    return said("has {count} numbers where the others have {dims}", { count: vector.length, dims: target.length });
  target.set(vector);
  return null;
}
