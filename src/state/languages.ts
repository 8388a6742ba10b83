import { LANGUAGES, type Language } from "../i18n";
import { recall, remember } from "./preferences";
import { scope } from "./scope";

const CHOSEN = "matryoscope.lang";

/** The language of who looks, where no link says another: the one chosen here before, else the browser's. */
export function ownLanguage(): Language {
  const chosen = recall(CHOSEN);
  return chosen && isLanguage(chosen) ? chosen : languageAmong(navigator.languages);
}

/** The first wish, such as "zh-TW", that the interface has a language for; English where there is none. */
export function languageAmong(wishes: readonly string[]): Language {
  const tags = wishes.map((wish) => wish.toLowerCase().split("-")[0]);
  return tags.find(isLanguage) ?? "en";
}

/** What a link says of the language: nothing where whoever opens it in a browser such as this one has it anyway. */
export function languageInLink(lang: Language): Language | undefined {
  return lang === ownLanguage() && lang === languageAmong(navigator.languages) ? undefined : lang;
}

/** Chooses the language, also for the next visit. */
export function setLanguage(lang: Language): void {
  remember(CHOSEN, lang);
  scope.setState({ lang });
}

function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(LANGUAGES, tag);
}
