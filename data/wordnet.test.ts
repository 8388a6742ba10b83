import { describe, expect, it } from "vitest";
import { parseNoun } from "./wordnet";

describe("a line of data.noun", () => {
  it("gives lemmas, definition and hypernyms", () => {
    const line =
      "02131409 05 n 03 snow_leopard 0 ounce 1 Panthera_uncia 0 004 @ 02130460 n 0000 #m 02129944 n 0000 " +
      "~ 00000001 n 0000 + 00977867 v 0101 | large feline of upland central Asia having long thick whitish fur  ";
    expect(parseNoun(line)).toEqual({
      id: "02131409-n",
      lexicographer: 5,
      lemmas: ["snow leopard", "ounce", "Panthera uncia"],
      definition: "large feline of upland central Asia having long thick whitish fur",
      hypernyms: ["02130460-n"],
      instance: false,
      usages: [],
    });
  });

  it("knows an instance, a usage domain, and a word count in hexadecimal", () => {
    const words = Array.from({ length: 10 }, (_, w) => `name_${w} 0`).join(" ");
    const synset = parseNoun(
      `11055953 18 n 0a ${words} 002 @i 10063451 n 0000 ;u 06730476 n 0000 | English economist (1899-1992)  `,
    );
    expect(synset).toMatchObject({ instance: true, hypernyms: ["10063451-n"], usages: ["06730476-n"] });
    expect(synset?.lemmas).toHaveLength(10);
  });

  it.each([
    ['not tested; "it was a trial"; "a test"', "not tested"],
    ['a loud noise: "bang"', "a loud noise"],
    ["a letter; the `x' of algebra", "a letter; the 'x' of algebra"],
    ["the act of going", "the act of going"],
  ])("keeps of the gloss %j the definition alone", (gloss, definition) => {
    expect(parseNoun(`00000042 04 n 01 word 0 000 | ${gloss}  `)?.definition).toBe(definition);
  });

  it("passes over the licence", () => {
    expect(parseNoun("  1 This software and database is being provided to you, the LICENSEE, by  ")).toBeUndefined();
  });
});
