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

test("a fifth of 10,000 points takes a letter or two each", () => {
  const rows = Array.from({ length: 2_000 }, (_, i) => i * 5 + (i % 3));
  expect(writeRows(rows).length).toBeLessThan(2_700);
  expect(writeRows(Array.from({ length: 9_000 }, (_, i) => i))).toBe("0-8999");
});

test.each(["", ",", "1,,2", "-3", "5-2", "a", "1.5e3", "0-4000000", "99999999999", "*", "*!", "*gICAgICAgIA"])(
  "%j cannot be, and nothing is read",
  (text) => {
    expect(readRows(text)).toBeNull();
  },
);

test("any text at all is read without an error", () => {
  fc.assert(fc.property(fc.string(), (text) => void [readRows(text), readRows(`*${text}`)]));
});
