import { numberFormat, t } from "../../i18n";
import type { Input, TableReport, ValueType, VectorReport } from "../../state";
import { count } from "../figures";

/** What a value is kept as, as people call it. */
export const PRECISIONS: Record<ValueType, string> = { f4: "float32", f2: "float16", i1: "int8" };

/** Lengths of vectors in words: "unit length", "all of length 12.4", "lengths 3.1 to 18". */
export function lengths({ norms, values }: VectorReport): string | null {
  if (!norms) return null;
  const { least, mean, most } = norms;
  const off = Math.max(1 - least, most - 1);
  if (off <= 1e-3) return t("unit length");
  if (off <= 0.02 && values !== "f4") return t("unit length, rounded");
  if (most - least <= 0.005 * mean) return t("all of length {length}", { length: figure(mean) });
  return t("lengths {least} to {most}", { least: figure(least), most: figure(most) });
}

/** Three figures at most: "0.00123", "12.4", "1,240". */
const figure = numberFormat({ maximumSignificantDigits: 3 });

/** How many rows a table has: "10,000", "about 1,000,000", "an unknown number of". */
export function rowsIn({ rows, about }: Pick<TableReport, "rows" | "about">): string {
  if (rows !== null) return count(rows);
  return about === undefined
    ? t("an unknown number of")
    : t("about {rows}", { rows: count(Number(about.toPrecision(2))) });
}

/** Who will be asked for what was given; null where nothing leaves the machine. */
export function askedHost(input: Input): string | null {
  if (input.kind === "hub") return "huggingface.co";
  if (input.kind === "url") return URL.parse(input.url)?.host ?? null;
  return null;
}
