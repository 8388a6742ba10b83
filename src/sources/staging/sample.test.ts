import fc from "fast-check";
import { expect, test } from "vitest";
import { Reservoir, sampleGroups, sampleRows } from "./sample";

test("as many different rows as asked for, rising, the same for the same seed", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), fc.nat(), (rows, count, seed) => {
      const drawn = [...sampleRows(rows, count, seed)];
      expect(drawn).toHaveLength(Math.min(rows, count));
      expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b));
      expect(drawn.every((row) => row >= 0 && row < rows)).toBe(true);
      expect([...sampleRows(rows, count, seed)]).toEqual(drawn);
    }),
  );
});

test("every row is as likely as any other", () => {
  const hits = new Float64Array(40);
  for (let seed = 0; seed < 4000; seed++) for (const row of sampleRows(40, 10, seed)) hits[row]++;
  // 1,000 expected each, with a standard deviation of 27.
  for (const count of hits) expect(Math.abs(count - 1000)).toBeLessThan(135);
});

test("a sample by groups is of whole groups' rows and of no others", () => {
  const groups = Float64Array.from({ length: 50 }, (_, g) => g * 100);
  const { rows, groups: count } = sampleGroups(4950, groups, 300, 7);
  expect(rows).toHaveLength(300);
  expect(count).toBe(16);
  expect(new Set([...rows].map((row) => Math.floor(row / 100))).size).toBeLessThanOrEqual(16);
  expect([...rows]).toEqual([...new Set(rows)].sort((a, b) => a - b));
  expect(rows.at(-1)).toBeLessThan(4950);
});

test("a reservoir draws every row of a stream as likely as any other", () => {
  const hits = new Float64Array(40);
  for (let seed = 0; seed < 4000; seed++) {
    const reservoir = new Reservoir(10, seed);
    const held: number[] = [];
    for (let row = 0; row < 40; row++) {
      const place = reservoir.next();
      if (place !== null) held[place] = row;
    }
    for (const row of held) hits[row]++;
  }
  for (const count of hits) expect(Math.abs(count - 1000)).toBeLessThan(135);
});
