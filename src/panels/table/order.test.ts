import fc from "fast-check";
import { expect, test } from "vitest";
import type { TableColumn } from "./columns";
import { nextSorting, orderRows } from "./order";

const column = (values: (number | string)[]): TableColumn => ({
  key: "x",
  title: "X",
  kind: typeof values[0] === "number" ? "number" : "text",
  textOf: (row) => String(values[row]),
  sortBy: (row) => values[row],
});
const all = () => true;

test("a head sorts up, then down, then not at all", () => {
  const up = nextSorting(null, "title");
  const down = nextSorting(up, "title");
  expect([up, down, nextSorting(down, "title")]).toEqual([
    { key: "title", falling: false },
    { key: "title", falling: true },
    null,
  ]);
  expect(nextSorting(down, "axis1")).toEqual({ key: "axis1", falling: false });
});

test("titles are sorted as a reader would, and what is missing comes last either way", () => {
  const titles = column(["Éclair", "", "eclipse", "apple", "b10", "b9"]);
  expect([...orderRows(6, all, titles, false)]).toEqual([3, 5, 4, 0, 2, 1]);
  expect([...orderRows(6, all, titles, true)]).toEqual([2, 0, 4, 5, 3, 1]);
  expect([...orderRows(3, all, column([Number.NaN, 2, 1]), true)]).toEqual([1, 2, 0]);
});

test("only what is shown is listed, in the order of the data until it is sorted", () => {
  expect([...orderRows(6, (row) => row % 2 === 0, null, false)]).toEqual([0, 2, 4]);
});

test("numbers rise or fall, and what is equal keeps its order", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 3 })), fc.boolean(), (values, falling) => {
      const rows = [...orderRows(values.length, all, column(values), falling)];
      expect([...rows].sort((a, b) => a - b)).toEqual(values.map((_, row) => row));
      for (let i = 1; i < rows.length; i++) {
        const step = (values[rows[i]] - values[rows[i - 1]]) * (falling ? -1 : 1);
        expect(step > 0 || (step === 0 && rows[i] > rows[i - 1])).toBe(true);
      }
    }),
  );
});
