import { type Language, language } from "./words";

/** What stands between sentences, between things told one after the other, and between the parts of one. */
const MARKS: Record<Language, Record<"sentences" | "things" | "parts", string>> = {
  en: { sentences: " ", things: "; ", parts: ", " },
  zh: { sentences: "", things: "；", parts: "，" },
};

/** Texts one after the other, as the language sets them apart; what is empty is left out. */
export function joined(kind: "sentences" | "things" | "parts", texts: readonly string[]): string {
  return texts.filter(Boolean).join(MARKS[language()][kind]);
}
