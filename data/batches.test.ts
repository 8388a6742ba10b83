import { describe, expect, it } from "vitest";
import { Sampler } from "./batches";
import { bagsOf } from "./vocabulary";
import type { Synset } from "./wordnet";

const synsets = Array.from({ length: 40 }, (_, i): Synset => {
  const definition = `word${i % 7} word${i % 5} thing word${(i * 3) % 11}`;
  return { id: `${i}`, lexicographer: 5, lemmas: [`only${i}`], definition, hypernyms: [], instance: false, usages: [] };
});
const { bags, vocabulary } = bagsOf(synsets);
const pairs = {
  anchors: Int32Array.from({ length: 39 }, (_, i) => i + 1),
  positives: Int32Array.from({ length: 39 }, (_, i) => i >> 1),
};
const sampler = (seed: number) => new Sampler(bags, vocabulary, pairs, 8, 0.3, seed);

describe("bags", () => {
  it("hold every token of two texts or more, once a text, the rarer the heavier", () => {
    expect(vocabulary).toBe(12);
    expect(bags.starts[40]).toBe(bags.tokens.length);
    // "thing" stands in every text, and still counts.
    expect(Math.min(...bags.weights)).toBeCloseTo(Math.log(41 / 40), 6);
  });
});

describe("batches", () => {
  it("are the same from the same seed, and others from another", () => {
    const [a, b, other] = [sampler(1), sampler(1), sampler(2)];
    for (let step = 0; step < 12; step++) expect(a.next()).toEqual(b.next());
    expect(other.next()).not.toEqual(sampler(1).next());
  });

  it("bring every pair once before any comes again", () => {
    const run = sampler(3);
    const groups = Array.from({ length: 4 }, () => [...run.next().groups]).flat();
    const most = new Map<number, number>();
    for (const group of groups) most.set(group, (most.get(group) ?? 0) + 1);
    // A synset is the positive of two pairs.
    expect(Math.max(...most.values())).toBeLessThanOrEqual(2);
  });

  it("have weights that add up to one in every text, and tokens within `distinct`", () => {
    const batch = sampler(5).next();
    for (let text = 0; text < 16; text++) {
      const weights = batch.weights.subarray(batch.starts[text], batch.starts[text + 1]);
      expect(weights.length).toBeGreaterThan(0);
      expect(weights.reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 12);
    }
    expect(new Set(batch.distinct).size).toBe(batch.distinct.length);
    expect(Math.max(...batch.slots)).toBe(batch.distinct.length - 1);
  });
});
