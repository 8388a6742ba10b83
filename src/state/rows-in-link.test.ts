import fc from "fast-check";
import { expect, test } from "vitest";
import { readRows, writeRows } from "./rows-in-link";

const focusFirst = (rows: number[], focus: number) => [
  focus,
  ...[...new Set(rows)].filter((row) => row !== focus).sort((a, b) => a - b),
];

test("few rows stand in a link as people write them, the focused one first", () => {
  expect(writeRows([12, 3, 4, 5, 20])).toBe("12,3-5,20");
  expect(readRows("12,3-5,20")).toEqual([12, 3, 4, 5, 20]);
  expect(readRows("7")).toEqual([7]);
  expect(readRows("9,2,2,1")).toEqual([9, 1, 2]);
});

test("any rows are read as they were written, and a link leaves their letters as they are", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 600 }), fc.nat(1_000_000), (some, focus) => {
      const rows = focusFirst(some, focus);
      const text = writeRows(rows);
      expect(readRows(text)).toEqual(rows);
      expect(new URLSearchParams({ sel: text }).toString().replaceAll("%2C", ",")).toBe(`sel=${text}`);
    }),
  );
});

const drawn = (count: number, of: number) => {
  let seed = 7;
  const rows = new Set<number>();
  while (rows.size < count) {
    seed = (seed * 48_271) % 2_147_483_647;
    rows.add(seed % of);
  }
  return [...rows].sort((a, b) => a - b);
};

test("rows drawn at random take about as many letters as information theory allows", () => {
  const lengths = [50, 500, 2_000, 5_000, 8_000].map((count) => writeRows(drawn(count, 10_000)).length);
  console.log(`letters for 50, 500, 2,000, 5,000 and 8,000 of 10,000 points: ${lengths.join(", ")}`);
  const least = [57, 358, 902, 1_250, 902].map((bytes) => Math.ceil((bytes * 4) / 3));
  // The shortest list is written out.
  for (const [i, letters] of lengths.entries()) if (i > 0) expect(letters / least[i]).toBeLessThan(1.2);
  expect(writeRows(Array.from({ length: 9_000 }, (_, i) => i))).toBe("0-8999");
});

test("no selection of 10,000 points takes more than 1,700 letters", () => {
  const half = Array.from({ length: 5_000 }, (_, i) => 2 * i);
  expect(writeRows(half).length).toBeLessThan(1_700);
  const pieces = fc.array(fc.record({ gap: fc.nat(60), run: fc.nat(60) }), { minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(pieces, (list) => {
      const rows: number[] = [];
      let at = 0;
      for (const { gap, run } of list) {
        at += gap + 1;
        for (let i = 0; i <= run && at < 10_000; i++) rows.push(at++);
      }
      expect(writeRows(rows).length).toBeLessThan(1_700);
      expect(readRows(writeRows(rows))).toEqual(rows);
    }),
  );
});

test("rows of a space of a million are packed and read again", () => {
  const rows = drawn(5_000, 1_000_000);
  expect(readRows(writeRows(rows))).toEqual(rows);
});

test.each([
  "",
  ",",
  "1,,2",
  "-3",
  "5-2",
  "a",
  "1.5e3",
  "0-4000000",
  "99999999999",
  "*",
  "*!",
  "*gICAgICAgIA",
  ".",
  ".!",
  ".AA",
  "._____w",
])("%j cannot be, and nothing is read", (text) => {
  expect(readRows(text)).toBeNull();
});

test("any text at all is read without an error", () => {
  fc.assert(fc.property(fc.string(), (text) => void [readRows(text), readRows(`*${text}`), readRows(`.${text}`)]));
});
