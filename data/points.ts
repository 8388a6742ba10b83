import { parquetWriteBuffer } from "hyparquet-writer";
import { CATEGORIES, chainOf, UNKIND } from "./selection";
import type { Synset } from "./wordnet";

/** Names of a chain that are kept, and the point from which on they say no more than that something exists. */
const LONGEST_CHAIN = 6;
const TOPMOST = new Set(
  ["entity", "physical entity", "abstraction", "thing", "object", "whole", "matter", "psychological feature"].concat([
    "attribute",
    "relation",
    "group",
    "measure",
    "causal agent",
    "living thing",
    "communication",
    "event",
  ]),
);

/** Name of a synset's category. */
export function categoryOf(synset: Synset): string {
  const category = CATEGORIES.find(({ lexicographer }) => lexicographer === synset.lexicographer);
  if (!category) throw new RangeError(`The texts hold none of lexicographer file ${synset.lexicographer}.`);
  return category.name;
}

/** What a synset is a kind of, nearest first, without the abstractions at the top: `big cat · feline · carnivore · …`. */
export function hypernymsOf(synset: Synset, byId: ReadonlyMap<string, Synset>): string {
  const names = chainOf(synset, byId).map((above) => above.lemmas[0]);
  const end = names.findIndex((name) => TOPMOST.has(name));
  return names.slice(0, Math.min(LONGEST_CHAIN, end < 0 ? names.length : Math.max(1, end))).join(" · ");
}

/** The table of the points, as Parquet (snappy, all rows in one group). */
export function pointsParquet(points: readonly Synset[], byId: ReadonlyMap<string, Synset>): Uint8Array {
  const text = (name: string, value: (synset: Synset) => string) => ({
    name,
    type: "STRING" as const,
    data: points.map(value),
    nullable: false,
    statistics: false,
  });
  const bytes = parquetWriteBuffer({
    columnData: [
      text("id", ({ id }) => id),
      text("title", ({ lemmas }) => lemmas[0]),
      text("text", ({ definition }) => definition),
      text("category", categoryOf),
      text("hypernyms", (synset) => hypernymsOf(synset, byId)),
      text("synonyms", ({ lemmas }) =>
        lemmas
          .slice(1)
          .filter((lemma) => !UNKIND.test(lemma))
          .join(", "),
      ),
    ],
    rowGroupSize: points.length,
    createdBy: "matryoscope",
  });
  return new Uint8Array(bytes);
}
