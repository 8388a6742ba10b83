import type { Plan } from "../plan";
import { pointColumn, textOf } from "../point-columns";
import type { PointTable } from "../types";

/** What is known of the points, from the columns that the plan names. */
export function pointTable(rows: number, columns: Record<string, unknown[]>, plan: Plan): PointTable {
  const numbered = () => Array.from({ length: rows }, (_, i) => `Point ${i + 1}`);
  return {
    rows,
    titles: plan.titles === null ? numbered() : columns[plan.titles].map(textOf),
    texts: plan.texts === null ? Array.from({ length: rows }, () => "") : columns[plan.texts].map(textOf),
    columns: plan.colors.map((name) => pointColumn(name, columns[name])),
    ...(plan.images === null ? {} : { images: columns[plan.images].map(imageOf) }),
  };
}

function imageOf(value: unknown): Blob | string | null {
  if (value instanceof Uint8Array) return new Blob([value as Uint8Array<ArrayBuffer>]);
  return typeof value === "string" && value ? value : null;
}
