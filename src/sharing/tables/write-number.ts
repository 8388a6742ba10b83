import type { CellType } from "./table";

/**
 * A number as text that reads as the same number again: of one in single precision the fewest figures that do, so that
 * 0.1 is not written as 0.10000000149011612. Empty for what is no number.
 */
export function writeNumber(value: number, type: CellType): string {
  if (!Number.isFinite(value)) return "";
  if (type !== "single" || Number.isInteger(value)) return String(value);
  // Eight figures are mostly the fewest: then seven are tried in vain, and no more.
  const eight = rounded(value, 8);
  if (eight === null) return String(Number(value.toPrecision(9)));
  const seven = rounded(value, 7);
  return String(seven === null ? eight : (rounded(value, 6) ?? seven));
}

/** A single in so many figures; null where that is another single. */
function rounded(value: number, figures: number): number | null {
  const shorter = Number(value.toPrecision(figures));
  return Math.fround(shorter) === value ? shorter : null;
}
