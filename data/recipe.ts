import type { Training } from "./training";

/** A demo space: its name in links, its title, and how it is trained. */
export interface Recipe {
  name: string;
  title: string;
  description: string;
  model: string;
  training: Training;
  /** Dims worth stopping at. */
  stops: number[];
}

/** Decides which order the points stand in, the same in every space. */
export const TEXTS_SEED = 2_026;

/** A token that stands in fewer texts tells nothing about any other. */
export const LEAST_TEXTS = 2;

const shared = { steps: 1200, batch: 512, rate: 0.0025, scale: 20, dropout: 0.3, spread: 0.004 };

const TEXTS =
  "10,000 nouns of WordNet 3.1 in twelve categories, each with its definition, embedded by a static embedding (an " +
  "IDF-weighted mean of token vectors) that was trained for this page, on WordNet itself";
const MODEL =
  "static embedding trained here on WordNet (synset, hypernym) pairs: InfoNCE with in-batch negatives, row-wise Adagrad";

/** The three spaces over the same texts, in the order they are offered. */
export const RECIPES: readonly Recipe[] = [
  {
    name: "wordnet-mrl-3072",
    title: "WordNet · Matryoshka 3,072",
    description: `${TEXTS}, with nested losses at 512, 1,024, 1,536 and 3,072 dims (Matryoshka representation learning).`,
    model: `${MODEL}; loss summed over the prefixes 512, 1024, 1536, 3072`,
    training: { prefixes: [512, 1024, 1536, 3072], seed: 3072, ...shared },
    stops: [64, 256, 512, 1024, 1536, 3072],
  },
  {
    name: "wordnet-mrl-1536",
    title: "WordNet · Matryoshka 1,536",
    description: `${TEXTS}, with nested losses at 512 and 1,536 dims. Its own seed: not compatible with the larger space.`,
    model: `${MODEL}; loss summed over the prefixes 512, 1536`,
    training: { prefixes: [512, 1536], seed: 1536, ...shared },
    stops: [64, 256, 512, 1024, 1536],
  },
  {
    name: "wordnet-plain-1536",
    title: "WordNet · plain 1,536",
    description: `${TEXTS}, with one loss over all 1,536 dims and none nested: what a space looks like without Matryoshka training.`,
    model: `${MODEL}; one loss over all dims`,
    training: { prefixes: [1536], seed: 7, ...shared },
    stops: [64, 256, 512, 1024, 1536],
  },
];
