import { expect, test } from "vitest";
import { smoothed } from "./smooth";

test("a level stays a level, up to its step and behind it", () => {
  const std = Float32Array.from({ length: 300 }, (_, j) => (j < 100 ? 4 : 1));
  expect(smoothed(std, [100])).toEqual(Float64Array.from(std));
  expect(smoothed(std, [])[99]).toBeCloseTo(4 - (3 * 4) / 9, 6);
});

test("what alternates is brought to its mean", () => {
  const std = Float32Array.from({ length: 2000 }, (_, j) => (j % 2 ? 2 : 0));
  const line = smoothed(std, []);
  expect(Math.abs(line[1500] - 1)).toBeLessThan(0.02);
  expect(line).toHaveLength(2000);
});
