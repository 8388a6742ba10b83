import { expect, test } from "vitest";
import { meanInterval } from "./mean-interval";
import { pairedRows } from "./paired-rows";
import { gaussian } from "./testing/reference";

test("a renormalised prefix has cosine 1 with its vector's prefix, and the ratio of norms is what was divided by", () => {
  // 3, 4 | 12: the prefix has length 5, the whole 13.
  const { cosines, ratios } = pairedRows(Float32Array.of(3, 4, 12), 3, Float32Array.of(0.6, 0.8), 2);
  expect(cosines[0]).toBeCloseTo(1, 7);
  expect(ratios[0]).toBeCloseTo(5 / 13, 7);
});

test("opposite vectors have cosine −1, orthogonal ones 0, and a row of zeros 0", () => {
  const long = Float32Array.of(1, 0, 1, 0, 0, 0);
  const { cosines, ratios } = pairedRows(long, 2, Float32Array.of(-2, 0, 0, 5, 1, 1), 2);
  expect([...cosines]).toEqual([-1, 0, 0]);
  expect([...ratios]).toEqual([1, 1, 0]);
});

test("vectors that have nothing to do with each other have a mean cosine whose interval holds 0", () => {
  const held = Array.from({ length: 40 }, (_, seed) => {
    const normal = gaussian(seed + 1);
    const [a, b] = [0, 1].map(() => Float32Array.from({ length: 300 * 16 }, normal));
    const { low, high } = meanInterval(pairedRows(a, 16, b, 16).cosines);
    return low <= 0 && high >= 0;
  });
  // 95 % of them, within what 40 draws can tell.
  expect(held.filter(Boolean).length).toBeGreaterThanOrEqual(34);
});

test("of one value there is a mean and no interval", () => {
  expect(meanInterval([0.5])).toEqual({ mean: 0.5, low: Number.NaN, high: Number.NaN });
  const { mean, low, high } = meanInterval([0, 1, 0, 1]);
  expect([mean, low, high].map((value) => value.toFixed(3))).toEqual(["0.500", "-0.066", "1.066"]);
});
