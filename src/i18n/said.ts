/**
 * A sentence of the interface as it stands in the code: English, in ICU message format, which is also the name by which
 * catalogues know it. The build puts what it compiles to beside it.
 */
export type Sentence = string | readonly [id: string, compiled: unknown];

/** What a sentence is filled with: a number or text as it is, or something said, which is translated too. */
export type Values = Readonly<Record<string, string | number | Said>>;

/** Something that is said where no language is known, in a worker for one: it is put into words where it is shown. */
export interface Said {
  readonly sentence: Sentence;
  readonly values?: Values;
}

/** What is shown: text that has no language (a file's name, a user's own words), or something said. */
export type Words = string | Said;

/** Says something that will be put into words later, by `textOf`. It can be sent to another thread. */
export function said(sentence: Sentence, values?: Values): Said {
  return values ? { sentence, values } : { sentence };
}

let formatter: (said: Said) => string = ({ sentence }) => (typeof sentence === "string" ? sentence : sentence[0]);

/** Sets what puts things into words on this thread; until then a sentence stands as it is in the code. */
export function setFormatter(format: (said: Said) => string): void {
  formatter = format;
}

/** What is said, in the language of the interface. */
export function textOf(words: Words): string {
  return typeof words === "string" ? words : formatter(words);
}

/** Says a list of things: "a, b, c" in English. */
export function saidList([first, ...rest]: readonly (Words | number)[]): Words {
  const all = typeof first === "number" ? String(first) : (first ?? "");
  return rest.reduce<Words>((list, next) => said("{list}, {next}", { list, next }), all);
}

/** Says sentences one behind the other. */
export function saidOn<W extends Words>(first: W, more: readonly Words[]): W | Said {
  return more.reduce<W | Said>((before, next) => said("{before} {next}", { before, next }), first);
}

/** Says what has no language: a sentence of another program, or of one that speaks English alone. */
export function verbatim(text: string): Said {
  return said("{text}", { text });
}
