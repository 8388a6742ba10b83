import fc from "fast-check";
import { expect, test } from "vitest";
import { labelsThatFit, linearTicks, logTicks, wantedTicks } from "./ticks";

test.each([
  [0, 0.04, 4, [0, 0.01, 0.02, 0.03, 0.04]],
  [0, 1, 3, [0, 0.5, 1]],
  [0, 3255, 3, [0, 1000, 2000, 3000]],
  [-0.13, 0.17, 3, [-0.1, 0, 0.1]],
  [0.3, 0.66, 4, [0.3, 0.4, 0.5, 0.6]],
])("from %s to %s about %s ticks are %j", (from, to, count, ticks) => {
  expect(linearTicks(from, to, count)).toEqual(ticks);
});

test("linear ticks are within the range and hardly more than were asked for", () => {
  const bound = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(
      bound,
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      fc.integer({ min: 2, max: 9 }),
      (a, b, count) => {
        const ticks = linearTicks(a, a + b, count);
        expect(ticks.length).toBeLessThanOrEqual(1.6 * count + 1);
        for (const tick of ticks) expect(tick).toBeGreaterThanOrEqual(a - b * 1e-6);
        for (const tick of ticks) expect(tick).toBeLessThanOrEqual(a + b * (1 + 1e-6));
      },
    ),
    { seed: 6 },
  );
});

test("logarithmic ticks are 1, 2 and 5 of each decade, or the powers of ten where that is too many", () => {
  expect(logTicks(0.009, 0.04, 4)).toEqual([0.01, 0.02]);
  expect(logTicks(0.0008, 0.9, 4)).toEqual([0.001, 0.01, 0.1]);
  expect(logTicks(0.021, 0.024, 3)).toEqual(linearTicks(0.021, 0.024, 3));
});

test("few places are labelled themselves, many by powers of four or by round numbers, the ends first", () => {
  const every = Array.from({ length: 3072 }, (_, i) => i + 1);
  expect(wantedTicks([1, 2, 4, 8], "log")).toEqual([1, 8, 2, 4]);
  expect(wantedTicks(every, "log")).toEqual([1, 3072, 4, 16, 64, 256, 1024]);
  expect(wantedTicks(every, "linear")).toEqual([1, 3072, 1000, 2000, 3000]);
  expect(wantedTicks([], "log")).toEqual([]);
});

test("of labels that overlap the first ones stay", () => {
  const spot = (at: number) => ({ at, width: 20 });
  expect(labelsThatFit([100, 110, 0, 140], spot)).toEqual([100, 0, 140]);
});
