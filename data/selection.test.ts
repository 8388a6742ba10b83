import { describe, expect, it } from "vitest";
import { hypernymsOf } from "./points";
import { CATEGORIES, selectTexts } from "./selection";
import type { SenseUse, Synset } from "./wordnet";

const synset = (id: string, title: string, above: string, more: Partial<Synset> = {}): Synset => ({
  id,
  lexicographer: 5,
  lemmas: [title],
  definition: "a thing that is well described",
  hypernyms: above ? [above] : [],
  instance: false,
  usages: [],
  ...more,
});

const synsets = [
  synset("0", "entity", "", { lexicographer: 3 }),
  synset("1", "animal", "0"),
  synset("2", "big cat", "1"),
  synset("3", "lion", "2"),
  synset("4", "cheetah", "2"),
  synset("5", "lion", "1"),
  synset("6", "taxonomic group", "0", { lexicographer: 14 }),
  synset("7", "genus Panthera", "6"),
  synset("8", "worm", "1", { definition: "an offensive word for a person" }),
  synset("9", "Canis lupus", "1"),
  synset("10", "lemon", "1"),
  synset("11", "swine", "1", { usages: ["12"] }),
  synset("12", "disparagement", "0", { lexicographer: 10 }),
];
const uses = new Map<string, SenseUse>([
  ["3", { tags: 40, senseNumber: new Map([["lion", 1]]) }],
  ["10", { tags: 0, senseNumber: new Map([["lemon", 3]]) }],
]);
const titles = (seed: number) => Array.from(selectTexts(synsets, uses, new Map(), seed), (i) => synsets[i].id);

describe("the choice of texts", () => {
  it("adds up to 10,000", () => {
    expect(CATEGORIES.reduce((sum, { texts }) => sum + texts, 0)).toBe(10_000);
  });

  it("keeps what is known and its family, one of a title, and no taxa, insults or unused meanings", () => {
    expect(titles(1).sort()).toEqual(["1", "12", "2", "3", "4"]);
  });

  it("has an order that depends on the seed alone", () => {
    expect(titles(1)).toEqual(titles(1));
    expect(new Set([1, 2, 3, 4].map((seed) => titles(seed).join())).size).toBeGreaterThan(1);
  });
});

describe("a chain of hypernyms", () => {
  const byId = new Map(synsets.map((one) => [one.id, one]));

  it("begins with the nearest and leaves out the abstractions at the top", () => {
    expect(hypernymsOf(synsets[4], byId)).toBe("big cat · animal");
  });

  it("keeps the nearest even where it is one of them", () => {
    expect(hypernymsOf(synsets[1], byId)).toBe("entity");
  });
});
