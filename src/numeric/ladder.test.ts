import fc from "fast-check";
import { expect, test } from "vitest";
import { ladder, rungBelow } from "./ladder";

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
