import { describe, expect, it } from "vitest";
import { quantise, stdPerDim } from "./quantise";
import { seeded } from "./random";

describe("quantised columns", () => {
  const rows = 50;
  const random = seeded(1);
  const columns = Float32Array.from({ length: rows * 4 }, (_, at) => (random() - 0.5) * 10 ** -Math.floor(at / rows));
  columns.fill(0, rows, 2 * rows);
  const space = quantise(columns, rows);

  it("are off by half a step at most", () => {
    columns.forEach((value, at) => {
      const scale = space.scale[Math.floor(at / rows)];
      expect(Math.abs(space.values[at] * scale - value)).toBeLessThanOrEqual(scale * 0.5001);
    });
  });

  it("use the whole range of a byte, and keep a column of zeros", () => {
    expect(Math.max(...Array.from(space.values.subarray(0, rows), Math.abs))).toBe(127);
    expect(space.values.subarray(rows, 2 * rows).every((value) => value === 0)).toBe(true);
    expect(space.scale[1]).toBe(1);
  });

  it("have the standard deviation of the values", () => {
    const column = Array.from(space.values.subarray(0, rows), (value) => value * space.scale[0]);
    const mean = column.reduce((sum, value) => sum + value) / rows;
    const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (rows - 1);
    expect(stdPerDim(space)[0]).toBeCloseTo(Math.sqrt(variance), 7);
  });
});
