import type { Input, TableReport, ValueType, VectorReport } from "../../state";
import { count } from "../figures";

/** What a value is kept as, as people call it. */
export const PRECISIONS: Record<ValueType, string> = { f4: "float32", f2: "float16", i1: "int8" };

/** Lengths of vectors in words: "unit length", "all of length 12.4", "lengths 3.1 to 18". */
export function lengths({ norms, values }: VectorReport): string | null {
  if (!norms) return null;
  const { least, mean, most } = norms;
  const off = Math.max(1 - least, most - 1);
  if (off <= 1e-3) return "unit length";
  if (off <= 0.02 && values !== "f4") return "unit length, rounded";
  if (most - least <= 0.005 * mean) return `all of length ${figure(mean)}`;
  return `lengths ${figure(least)} to ${figure(most)}`;
}

/** Three figures at most: "0.00123", "12.4", "1,240". */
function figure(value: number): string {
  return new Intl.NumberFormat("en", { maximumSignificantDigits: 3 }).format(value);
}

/** How many rows a table has: "10,000", "about 1,000,000", "rows not counted yet". */
export function rowsIn({ rows, about }: Pick<TableReport, "rows" | "about">): string {
  if (rows !== null) return count(rows);
  return about === undefined ? "an unknown number of" : `about ${count(Number(about.toPrecision(2)))}`;
}

/** Who will be asked for what was given; null where nothing leaves the machine. */
export function askedHost(input: Input): string | null {
  if (input.kind === "hub") return "huggingface.co";
  if (input.kind === "url") return URL.parse(input.url)?.host ?? null;
  return null;
}
