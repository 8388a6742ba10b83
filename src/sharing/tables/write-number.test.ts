import { expect, test } from "vitest";
import { writeNumber } from "./write-number";

test("a single is written with the fewest figures that read as the same single", () => {
  for (const [value, text] of [
    [0.1, "0.1"],
    [-1e-7, "-1e-7"],
    [16777216, "16777216"],
    [1 / 3, "0.33333334"],
    [Number.NaN, ""],
  ] as const) {
    expect(writeNumber(Math.fround(value), "single")).toBe(text);
  }
  const random = Float32Array.from({ length: 5000 }, (_, i) => Math.tan(i) * 10 ** ((i % 60) - 30));
  expect(random.filter((value) => Math.fround(Number(writeNumber(value, "single"))) !== value)).toHaveLength(0);
});
