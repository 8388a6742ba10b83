import { said } from "../../i18n/said";
import type { Input } from "../input";
import type { SkippedRow } from "../table";
import type { Embedded } from "./embed";

/** What an endpoint has embedded, to be opened like a file: all texts, of which those without a vector are told. */
export function embeddedInput(texts: readonly string[], embedded: Embedded, title: string, model: string): Input {
  const { rows, vectors, dims, skipped } = embedded;
  const reasons = new Map(skipped.map(({ row, why }) => [row, why]));
  const done = new Set(rows);
  const missing: SkippedRow[] = [];
  for (const [row, text] of texts.entries()) {
    if (done.has(row)) continue;
    missing.push({ row, place: `“${text.slice(0, 40)}”`, why: reasons.get(row) ?? said("was not embedded") });
  }
  return { kind: "embedded", title, model, texts: [...texts], vectors, dims, missing };
}
