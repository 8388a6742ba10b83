import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { jitter } from "../src/engine/studies/jitter";
import { norms } from "../src/engine/studies/norms";
import { prefixes } from "../src/engine/studies/prefixes";
import type { StudyRun } from "../src/engine/studies/study";
import { openData } from "../src/sources/node";
import { load } from "./load";

// What the Space panel shows of the demo spaces, against numpy, scipy and scikit-learn in double precision: see
// tests/reference/make-study-reference.py.

interface Moved {
  k: number;
  ratio: number[];
  angles: number[];
  eighth: number;
  octave: number;
  toEnd: number;
}
interface Reference {
  prefixes: { k: number; variance: number; meanSquare: number; effectiveRank: number }[];
  cuts: { k: number; worst: number[]; kept: number[] }[];
  jitter: Moved[];
  unitJitter?: Moved[];
}

const reference: Record<string, Reference> = JSON.parse(readFileSync("tests/reference/studies.json", "utf8"));
const run: StudyRun = { signal: new AbortController().signal, progress: () => {}, pause: async () => {} };

describe.each(Object.keys(reference))("%s", (name) => {
  test("has the shares, the ranks, the norms and the movements that numpy finds", async () => {
    const coordinator = await load(await openData(`public/datasets/${name}`));
    const golden = reference[name];
    const { variance, meanSquare, effectiveRank } = await prefixes(coordinator, {}, run);
    for (const one of golden.prefixes) {
      expect(variance[one.k - 1]).toBeCloseTo(one.variance, 5);
      expect(meanSquare[one.k - 1]).toBeCloseTo(one.meanSquare, 5);
      expect(effectiveRank[one.k - 1] / one.effectiveRank).toBeCloseTo(1, 4);
    }
    for (const one of golden.cuts) {
      const { shares, worst } = await norms(coordinator, { k: one.k }, run);
      // In single precision two that are equal to six figures may change places.
      expect(Array.from(worst).sort()).toEqual([...one.worst].sort());
      one.worst.forEach((row, i) => {
        expect(shares[row]).toBeCloseTo(one.kept[i], 5);
      });
    }
    for (const [mode, moves] of [
      ["raw", golden.jitter],
      ["unit", golden.unitJitter ?? []],
    ] as const) {
      if (moves.length === 0) continue;
      const found = await jitter(coordinator, { mode }, run);
      for (const one of moves) {
        const i = found.k.indexOf(one.k);
        expect(i).toBeGreaterThan(0);
        expect(found.ratio[i]).toBeCloseTo(
          one.ratio.reduce((sum, value) => sum + value, 0),
          4,
        );
        for (let c = 0; c < 3; c++) expect(Math.abs(found.angles[i * 3 + c] - one.angles[c])).toBeLessThan(2e-3);
        expect(Math.abs(found.eighth[i] - one.eighth)).toBeLessThan(2e-3);
        expect(Math.abs(found.octave[i] - one.octave)).toBeLessThan(2e-3);
        expect(Math.abs(found.toEnd[i] - one.toEnd)).toBeLessThan(2e-3);
      }
    }
    coordinator.close();
  });
});
