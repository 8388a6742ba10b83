import { isFormula } from "./formula";

/** A table of a chart: heads and rows; null is an empty cell. */
export interface ChartRows {
  heads: readonly string[];
  count: number;
  /** The cells of one row. */
  row: (index: number) => readonly (number | string | null)[];
}

/**
 * The rows as CSV (RFC 4180): numbers as they are, unrounded; texts quoted where they must be, and behind an apostrophe
 * where a spreadsheet would run them.
 */
export function csvOf({ heads, count, row }: ChartRows): string {
  const lines = [heads.map(cell).join(",")];
  for (let i = 0; i < count; i++) lines.push(row(i).map(cell).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

function cell(value: number | string | null): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = isFormula(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A file's name after what is in it: "wordnet-mrl-3072-recall-10-by-prefix.csv". */
export function fileName(parts: readonly string[], ending: string): string {
  const name = parts
    .join(" ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 120);
  return `${name || "chart"}.${ending}`;
}
