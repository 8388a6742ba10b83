import fc from "fast-check";
import { expect, test } from "vitest";
import { seeded } from "./block";
import { Tally } from "./estimate";

function estimateOf(shares: number[]) {
  const tally = new Tally();
  for (const share of shares) tally.add(share);
  return tally.estimate;
}

test("of ones and zeros it is all but Wilson's interval", () => {
  // 81 of 263, a worked example (Altman, Statistics with Confidence): 0.255 to 0.366.
  const { mean, low, high } = estimateOf(Array.from({ length: 263 }, (_, i) => Number(i < 81)));
  expect(mean).toBeCloseTo(0.308, 3);
  expect(low).toBeCloseTo(0.255, 2);
  expect(high).toBeCloseTo(0.366, 2);
});

test("where every query had the same share the interval keeps its width", () => {
  const { mean, low, high } = estimateOf(new Array(100).fill(1));
  expect([mean, high]).toEqual([1, 1]);
  expect(low).toBeCloseTo(1 - 3.84 / 103.84, 3);
});

test("one query has a share and no interval, none has nothing", () => {
  expect(estimateOf([0.7])).toEqual({ mean: 0.7, low: Number.NaN, high: Number.NaN });
  expect(estimateOf([]).mean).toBeNaN();
});

test("the interval holds the mean and lies within 0 and 1, whatever the shares", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 50 }), (tenths) => {
      const { mean, low, high } = estimateOf(tenths.map((tenth) => tenth / 10));
      expect(low).toBeLessThanOrEqual(mean + 1e-12);
      expect(high).toBeGreaterThanOrEqual(mean - 1e-12);
      expect(Math.min(low, 1 - high)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("it holds the truth in 94 to 99 of 100 samples, also where neighbours are lost together", () => {
  const random = seeded(5);
  for (const [queries, truth] of [
    [20, 0.9],
    [40, 0.9],
    [200, 0.95],
    [200, 0.6],
  ]) {
    let held = 0;
    for (let trial = 0; trial < 1000; trial++) {
      // Half of the queries keep all ten or none, the others each neighbour by itself.
      const shares = Array.from({ length: queries }, () => {
        if (random() < 0.5) return Number(random() < truth);
        let kept = 0;
        for (let i = 0; i < 10; i++) kept += Number(random() < truth);
        return kept / 10;
      });
      const { low, high } = estimateOf(shares);
      if (low <= truth && truth <= high) held++;
    }
    expect(held).toBeGreaterThan(930);
    expect(held).toBeLessThan(995);
  }
});
