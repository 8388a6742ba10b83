import type { Column } from "../../table";
import { mostCommon } from "../csv/dialect";
import { parseBase64, parseList } from "../text/list";

const DEPTH = 6;

/** The values in a record by their paths: objects are gone into, and so is an array of one object. */
export function leavesOf(record: unknown, stem: string): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  const walk = (value: unknown, path: string, depth: number): void => {
    const only = Array.isArray(value) && value.length === 1 && isObject(value[0]) ? value[0] : value;
    if (isObject(only) && depth < DEPTH) {
      for (const [key, inner] of Object.entries(only)) walk(inner, path ? `${path}.${key}` : key, depth + 1);
    } else leaves.set(path || stem, only);
  };
  walk(record, "", 0);
  return leaves;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as a vector: an array of numbers (null for none), base64 of singles, or a list as text; null where it is none. */
export function vectorOf(value: unknown): ArrayLike<number> | null {
  if (typeof value === "string") return parseBase64(value) ?? (value.length > 3 ? parseList(value) : null);
  if (!Array.isArray(value) || value.length < 2) return null;
  for (const x of value) if (typeof x !== "number" && x !== null) return null;
  return value.map((x) => x ?? Number.NaN);
}

/** What columns records have, by the first of them. */
export function columnsOf(records: readonly unknown[], stem: string): Column[] {
  const values = new Map<string, unknown[]>();
  for (const record of records) {
    for (const [path, value] of leavesOf(record, stem)) {
      if (value !== null) values.set(path, [...(values.get(path) ?? []), value]);
    }
  }
  return [...values].map(([name, all]): Column => {
    const vectors = all.flatMap((value) => vectorOf(value)?.length ?? []);
    const { width: dims } = mostCommon(vectors);
    if (vectors.length >= 0.8 * all.length && dims >= 2) {
      return {
        name,
        kind: "vector",
        type: typeof all[0] === "string" ? "text" : "array",
        vector: { dims, values: "f4" },
      };
    }
    if (all.every((value) => typeof value === "number")) return { name, kind: "number", type: "number" };
    if (all.every((value) => typeof value !== "object")) return { name, kind: "text", type: typeof all[0] };
    return { name, kind: "other", type: "array" };
  });
}
