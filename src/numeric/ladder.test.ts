import fc from "fast-check";
import { expect, test } from "vitest";
import { isStart, ladder, rungBelow, startBelow } from "./ladder";

test("the ladder has two rungs an octave and ends at d", () => {
  expect(ladder(64)).toEqual([4, 6, 8, 11, 16, 23, 32, 45, 64]);
  expect(ladder(3072).length).toBeLessThan(22);
  expect(ladder(3072).at(-1)).toBe(3072);
  expect(ladder(5)).toEqual([4, 5]);
});

test("the rung below k is the highest of the ladder under it, whatever d is", () => {
  const dims = fc.integer({ min: 4, max: 5000 });
  fc.assert(
    fc.property(dims, dims, (a, b) => {
      const [k, d] = [Math.min(a, b), Math.max(a, b)];
      const expected = ladder(d)
        .filter((rung) => rung < k && rung !== d)
        .at(-1);
      expect(rungBelow(k)).toBe(expected ?? null);
    }),
  );
});

test("the start below k is near it, and no rung lies between the two", () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 20_000 }), (k) => {
      const start = startBelow(k) as number;
      expect(isStart(start)).toBe(true);
      expect(k - start).toBeLessThanOrEqual(Math.ceil(k * (1 - 2 ** (-1 / 128))));
      const between = rungBelow(k) as number;
      expect(between).toBeLessThanOrEqual(start);
    }),
  );
  expect(startBelow(4)).toBe(null);
});
