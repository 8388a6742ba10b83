import type { CellType } from "./table";

/**
 * A number as text that reads as the same number again: of one in single precision the fewest figures that do, so that
 * 0.1 is not written as 0.10000000149011612. Empty for what is no number.
 */
export function writeNumber(value: number, type: CellType): string {
  if (!Number.isFinite(value)) return "";
  if (type !== "single" || Number.isInteger(value)) return String(value);
  for (let figures = 6; figures < 9; figures++) {
    const shorter = Number(value.toPrecision(figures));
    if (Math.fround(shorter) === value) return String(shorter);
  }
  return String(Number(value.toPrecision(9)));
}
