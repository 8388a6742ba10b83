import { familiarity } from "./familiarity";
import { seeded, shuffle } from "./random";
import type { SenseUse, Synset } from "./wordnet";

/** The categories of the points: lexicographer file, name, and how many texts are taken (10,000 in all). */
export const CATEGORIES = [
  { lexicographer: 6, name: "artifact", texts: 1800 },
  { lexicographer: 18, name: "person", texts: 1300 },
  { lexicographer: 5, name: "animal", texts: 1150 },
  { lexicographer: 10, name: "communication", texts: 900 },
  { lexicographer: 4, name: "act", texts: 850 },
  { lexicographer: 20, name: "plant", texts: 800 },
  { lexicographer: 15, name: "location", texts: 750 },
  { lexicographer: 13, name: "food", texts: 700 },
  { lexicographer: 26, name: "state", texts: 500 },
  { lexicographer: 27, name: "substance", texts: 450 },
  { lexicographer: 9, name: "cognition", texts: 450 },
  { lexicographer: 8, name: "body", texts: 350 },
] as const;

// What is left out with all its kinds: Latin taxa, and germs (WordNet files them under animals).
const UNWANTED = ["taxonomic group", "microorganism", "protoctist"];
// Usage domains that mark a word as an insult.
const INSULTS = ["ethnic slur", "disparagement", "obscenity", "derogation", "vulgarism"];
// Latin names that stand in no taxon of WordNet's, virus families above all.
const LATIN =
  /^[A-Z][a-z]+(idae|aceae|ales|virales)$|^[A-Z][a-z]+ [a-z]+(us|um|ae|is|ii|ens|era|es|ra|na|ca|ea|ia|ta|la|ma)$/;
const LIVING: readonly number[] = [5, 20];
/** Words of the dictionary that a demo need not show. */
export const UNKIND =
  /\b(negro|negroid|whore\w*|harlot|retard|moron|imbecile|idiot|cretin|cripple|spastic|midget|savage|squaw|bitch|fag|homo|clit|fuckup|slut|half-breed|lunatic|pimp|broad)\b/i;
const INSULTING = /offensive|slur|disparag|derogat|vulgar|obscene|pejorative|insulting|contempt/i;

/**
 * Chooses the texts: of every category those that people are most likely to know, with their families (the others below
 * the same hypernym), so that the clusters have names. Latin taxa and insults are left out.
 *
 * @param uses how often each meaning was tagged
 * @param counts how often each title stands in the glosses (`phraseCounts`)
 * @returns positions in `synsets`, in a seeded order
 */
export function selectTexts(
  synsets: readonly Synset[],
  uses: ReadonlyMap<string, SenseUse>,
  counts: ReadonlyMap<string, number>,
  seed: number,
): Int32Array {
  const byId = new Map(synsets.map((synset) => [synset.id, synset]));
  const unwanted = new Set(synsets.filter((s) => INSULTS.includes(s.lemmas[0])).map((s) => s.id));
  const eligible = synsets.filter((synset) => isEligible(synset, byId, unwanted, uses.get(synset.id)));
  const known = new Map(eligible.map((synset) => [synset.id, familiarity(synset, uses.get(synset.id), counts)]));

  const families = new Map<string, number[]>();
  for (const { id, hypernyms } of eligible) {
    const family = families.get(hypernyms[0]) ?? [];
    family.push(known.get(id)!);
    families.set(hypernyms[0], family);
  }
  const fame = new Map([...families].map(([id, family]) => [id, betterHalf(family)]));
  const score = (synset: Synset): number => {
    const own = known.get(synset.id)!;
    const family = fame.get(synset.hypernyms[0])!;
    // Einstein needs no physicists beside him.
    return own + 1.5 * (synset.instance ? Math.max(own, family) : family);
  };

  const position = new Map(synsets.map(({ id }, i) => [id, i]));
  const chosen: number[] = [];
  for (const { lexicographer, texts } of CATEGORIES) {
    const ranked = eligible
      .filter((synset) => synset.lexicographer === lexicographer)
      .map((synset) => ({ synset, score: score(synset) }))
      .sort((a, b) => b.score - a.score || (a.synset.id < b.synset.id ? -1 : 1));
    const titles = new Set<string>();
    for (const { synset } of ranked) {
      // One meaning of a title in a category: two points that read the same help nobody.
      const title = synset.lemmas[0].toLowerCase();
      if (titles.size === texts || titles.has(title)) continue;
      titles.add(title);
      chosen.push(position.get(synset.id)!);
    }
  }
  return shuffle(Int32Array.from(chosen), seeded(seed));
}

/** Mean of the better-known half of a family: the cheetah comes in with the lion, and no crowd of strangers shuts it out. */
function betterHalf(family: number[]): number {
  const best = family.sort((a, b) => b - a).slice(0, Math.ceil(family.length / 2));
  return best.reduce((sum, value) => sum + value, 0) / best.length;
}

function isEligible(
  synset: Synset,
  byId: ReadonlyMap<string, Synset>,
  unwanted: ReadonlySet<string>,
  use: SenseUse | undefined,
): boolean {
  const title = synset.lemmas[0];
  if (synset.hypernyms.length === 0 || synset.definition.length < 8) return false;
  // A meaning that is not the word's first and was never tagged would only puzzle: a lemon is a fruit, not a car.
  if ((use?.senseNumber.get(title.toLowerCase()) ?? 1) > 1 && use?.tags === 0) return false;
  if (UNKIND.test(title) || INSULTING.test(synset.definition) || synset.usages.some((id) => unwanted.has(id)))
    return false;
  if (LIVING.includes(synset.lexicographer) && LATIN.test(title)) return false;
  return !chainOf(synset, byId).some((above) => UNWANTED.includes(above.lemmas[0]));
}

/** What a synset is a kind of, nearest first, along the main hypernyms, up to `entity`. */
export function chainOf(synset: Synset, byId: ReadonlyMap<string, Synset>): Synset[] {
  const chain: Synset[] = [];
  for (let above = byId.get(synset.hypernyms[0]); above; above = byId.get(above.hypernyms[0])) chain.push(above);
  return chain;
}
