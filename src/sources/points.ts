import { parquetReadObjects } from "hyparquet";
import { SourceError } from "./problem";
import type { CategoryColumn, NumberColumn, PointTable, TextColumn } from "./types";

const MOST_LABELS = 256;
/** Numbers of no more different values than this are names of groups: clusters, grades, years of a decade. */
const FEW_VALUES = 12;

/**
 * Reads `points.parquet`: `title` and `text`, and every further column as categories where its values are few, else as
 * numbers or as text.
 *
 * @throws SourceError when it is not a Parquet file or its rows are not as many as the vectors'
 */
export async function readPoints(file: ArrayBuffer, rows: number, where: string): Promise<PointTable> {
  let objects: Record<string, unknown>[];
  try {
    objects = await parquetReadObjects({ file });
  } catch (error) {
    throw new SourceError({
      what: `The table of points cannot be read as Parquet (${error instanceof Error ? error.message : error}).`,
      where,
      remedy: "Make the dataset folder again, or open another dataset.",
    });
  }
  if (objects.length !== rows) {
    throw new SourceError({
      what: `The table of points has ${objects.length.toLocaleString("en")} rows, and there are ${rows.toLocaleString("en")} vectors.`,
      where,
      remedy: "Make the dataset folder again, so that every vector has its row.",
    });
  }
  const names = Object.keys(objects[0] ?? {});
  const values = (name: string) => objects.map((row) => (row[name] == null ? "" : String(row[name])));
  return {
    rows,
    titles: names.includes("title") ? values("title") : objects.map((_, i) => `Point ${i + 1}`),
    texts: names.includes("text") ? values("text") : objects.map(() => ""),
    columns: names
      .filter((name) => name !== "title" && name !== "text")
      .map((name) => numbersOf(name, objects) ?? columnOf(name, values(name))),
  };
}

/** The column as numbers; null where it is not of numbers, or of few. What is missing is NaN. */
function numbersOf(name: string, objects: Record<string, unknown>[]): NumberColumn | null {
  const different = new Set<unknown>();
  for (const row of objects) {
    const value = row[name];
    if (value == null) continue;
    if (typeof value !== "number" && typeof value !== "bigint") return null;
    different.add(value);
  }
  if (different.size <= FEW_VALUES) return null;
  return {
    kind: "number",
    name,
    values: Float32Array.from(objects, (row) => (row[name] == null ? Number.NaN : Number(row[name]))),
  };
}

function columnOf(name: string, values: string[]): CategoryColumn | TextColumn {
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
