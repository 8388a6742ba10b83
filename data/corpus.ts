import type { Pairs } from "./batches";
import { phraseCounts, phraseOf } from "./familiarity";
import { LEAST_TEXTS, TEXTS_SEED } from "./recipe";
import { selectTexts } from "./selection";
import { type Bags, bagsOf } from "./vocabulary";
import { readNouns, readSenseUse, type Synset } from "./wordnet";

/** All that the spaces are made of. */
export interface Corpus {
  byId: ReadonlyMap<string, Synset>;
  /** One text for every noun synset. */
  bags: Bags;
  vocabulary: number;
  /** Each synset with its main hypernym. */
  pairs: Pairs;
  /** Rows of the bags that become points, in the order of the points. */
  rows: Int32Array;
  /** Their synsets. */
  points: Synset[];
}

/** Reads WordNet and chooses the points. */
export async function readCorpus(): Promise<Corpus> {
  const synsets = await readNouns();
  const { bags, vocabulary } = bagsOf(synsets, LEAST_TEXTS);
  const titles = new Set(synsets.map(({ lemmas }) => phraseOf(lemmas[0])));
  const rows = selectTexts(synsets, await readSenseUse(), await phraseCounts(titles), TEXTS_SEED);
  return {
    byId: new Map(synsets.map((synset) => [synset.id, synset])),
    bags,
    vocabulary,
    pairs: hypernymPairs(synsets),
    rows,
    points: Array.from(rows, (row) => synsets[row]),
  };
}

/** Every synset that has a hypernym, with its main one: positions in `synsets`. */
export function hypernymPairs(synsets: readonly Synset[]): Pairs {
  const position = new Map(synsets.map(({ id }, i) => [id, i]));
  const anchors: number[] = [];
  const positives: number[] = [];
  synsets.forEach(({ hypernyms }, i) => {
    const above = position.get(hypernyms[0]);
    if (above === undefined) return;
    anchors.push(i);
    positives.push(above);
  });
  return { anchors: Int32Array.from(anchors), positives: Int32Array.from(positives) };
}
