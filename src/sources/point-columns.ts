import type { CategoryColumn, NumberColumn, TextColumn } from "./types";

const MOST_LABELS = 256;
/** Numbers of no more different values than this are names of groups: clusters, grades, years of a decade. */
const FEW_VALUES = 12;

/** A value as text: nothing for what is missing, what is nested as JSON. */
export function textOf(value: unknown): string {
  if (value == null) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== "object") return String(value);
  return JSON.stringify(value, (_, part) => (typeof part === "bigint" ? Number(part) : part)) ?? "";
}

/** The values of a column, one a point, as categories where their different ones are few, else as numbers or as text. */
export function pointColumn(name: string, values: ArrayLike<unknown>): CategoryColumn | NumberColumn | TextColumn {
  return numbersOf(name, values) ?? labelsOf(name, Array.from(values, textOf));
}

/** The column as numbers; null where it is not of numbers, or of few. What is missing is NaN. */
function numbersOf(name: string, values: ArrayLike<unknown>): NumberColumn | null {
  const different = new Set<unknown>();
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value == null) continue;
    if (typeof value !== "number" && typeof value !== "bigint") return null;
    if (different.size <= FEW_VALUES) different.add(value);
  }
  if (different.size <= FEW_VALUES) return null;
  return {
    kind: "number",
    name,
    values: Float32Array.from(values, (value) => (value == null ? Number.NaN : Number(value))),
  };
}

function labelsOf(name: string, values: string[]): CategoryColumn | TextColumn {
  const counts = new Map<string, number>();
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size > MOST_LABELS) return { kind: "text", name, values };
  }
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const codeOf = new Map(ordered.map(([label], code) => [label, code]));
  return {
    kind: "category",
    name,
    labels: ordered.map(([label]) => label),
    counts: ordered.map(([, count]) => count),
    codes: Uint16Array.from(values, (value) => codeOf.get(value) as number),
  };
}
