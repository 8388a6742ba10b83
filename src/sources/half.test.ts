import fc from "fast-check";
import { expect, test } from "vitest";
import { fromHalf, singleToHalf, toHalf } from "./half";

test("every half comes back from its number", () => {
  const wrong: number[] = [];
  for (let bits = 0; bits < 65_536; bits++) {
    const value = fromHalf(bits);
    const back = Number.isNaN(value) ? 0x7e00 : bits;
    if (singleToHalf(value) !== back || toHalf(value) !== back) wrong.push(bits);
  }
  expect(wrong).toEqual([]);
});

test("the fast way rounds as the exact one, ties and subnormals included", () => {
  const value = fc.oneof(
    fc.float(),
    fc.float({ min: Math.fround(-0.0001), max: Math.fround(0.0001) }),
    // Half way between two halves, and beside it.
    fc.integer({ min: 0, max: 0x7bff }).map((bits) => Math.fround((fromHalf(bits) + fromHalf(bits + 1)) / 2)),
  );
  fc.assert(
    fc.property(value, (x) => singleToHalf(x) === toHalf(x)),
    { numRuns: 3000 },
  );
});
