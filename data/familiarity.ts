import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DICTIONARY, type SenseUse, type Synset } from "./wordnet";

/** Longest title, in words, that is looked for in the glosses. */
const LONGEST = 3;

// Case is kept: "Lamb" is a writer, "lamb" is not.
const wordsOf = (text: string): string[] => text.match(/[A-Za-z0-9]+/g) ?? [];

/** A title as `phraseCounts` spells it. */
export const phraseOf = (title: string): string => wordsOf(title).join(" ");

/**
 * How often each phrase stands in the glosses and examples of all of WordNet, verbs and adjectives included: what people
 * know is what explanations are made of.
 */
export async function phraseCounts(phrases: ReadonlySet<string>, folder = DICTIONARY): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const part of ["noun", "verb", "adj", "adv"]) {
    const text = await readFile(join(folder, `data.${part}`), "latin1");
    for (const line of text.split("\n")) {
      const bar = line.indexOf(" | ");
      if (bar < 0) continue;
      const words = wordsOf(line.slice(bar + 3));
      for (let i = 0; i < words.length; i++) {
        let phrase = "";
        for (let n = 0; n < LONGEST && i + n < words.length; n++) {
          phrase = n === 0 ? words[i] : `${phrase} ${words[i + n]}`;
          if (phrases.has(phrase)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
        }
      }
    }
  }
  return counts;
}

/**
 * How well a synset is likely to be known, on a logarithmic scale: how often its meaning was tagged in running text, and
 * how often its title is used to explain others. That fame is the word's; a meaning that is not the word's first has
 * little of it, and less the rarer it is.
 */
export function familiarity(synset: Synset, use: SenseUse | undefined, counts: ReadonlyMap<string, number>): number {
  const title = synset.lemmas[0];
  const sense = use?.senseNumber.get(title.toLowerCase()) ?? 1;
  const uses = counts.get(phraseOf(title)) ?? 0;
  const share = sense === 1 ? 1 : 0.1 / sense;
  return Math.log(1 + (use?.tags ?? 0)) + Math.log(1 + uses * share) - 0.7 * Math.min(sense - 1, 4);
}
