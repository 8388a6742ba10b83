import { setupI18n } from "@lingui/core";
import type { CompiledMessage } from "@lingui/message-utils/compileMessage";
import { type Said, type Sentence, setFormatter, type Values } from "./said";

/** The languages of the interface, each by its own name. */
export const LANGUAGES = { en: "English", zh: "中文" } as const;
export type Language = keyof typeof LANGUAGES;

// English stands in the code; a catalogue is fetched for any other language.
const i18n = setupI18n({ locale: "en", messages: { en: {} } });
setFormatter(({ sentence, values }) => t(sentence, values));

/**
 * A sentence in the language of the interface. Write it whole, in English and in ICU message format, where it is used:
 * `t("{n, plural, one {# row} other {# rows}}", { n })`. Numbers in `#` are set as the language sets them; others as
 * they come, so give them through `count` or the like.
 */
export function t(sentence: Sentence, values?: Values): string {
  const [id, compiled] = typeof sentence === "string" ? [sentence, undefined] : sentence;
  const plain = typeof sentence === "string" && !sentence.includes("{");
  const message = (compiled ?? (plain ? [id] : undefined)) as never;
  return i18n._(id, values && inWords(values), { message });
}

function inWords(values: Values): Record<string, string | number> {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "object" ? textIn(value) : value,
  ]);
  return Object.fromEntries(entries);
}

const textIn = ({ sentence, values }: Said) => t(sentence, values);

/** The language that is spoken now. */
export function language(): Language {
  return i18n.locale as Language;
}

/** Calls `listener` when another language is spoken; answers the way to stop that. */
export function onSpoken(listener: () => void): () => void {
  return i18n.on("change", listener);
}

let wished: Language = "en";

/**
 * Speaks a language from now on; resolves when its catalogue is there. Of several wishes the newest counts, in whatever
 * order their catalogues come.
 */
export async function speak(next: Language): Promise<void> {
  wished = next;
  if (next !== "en") i18n.load(next, (await import("./zh")).messages as unknown as Record<string, CompiledMessage>);
  if (wished === next) i18n.activate(next);
}

/** Lets sentences be put into words that no build has compiled: on the command line, where size does not matter. */
export function setCompiler(compile: (message: string) => CompiledMessage): void {
  i18n.setMessagesCompiler(compile);
}
