import { expect, test } from "vitest";
import { writerFor } from "./write-numbers";

test("the numbers of a column have the same decimals, as many as their size needs", () => {
  expect([0.4, -0.0021, 0].map(writerFor(0.22))).toEqual(["0.400", "−0.002", "0.000"]);
  expect([1234.5, 7].map(writerFor(900))).toEqual(["1,235", "7"]);
  expect(writerFor(0)(0)).toBe("0.00");
});

test("whole numbers stand as they are, and none is nothing", () => {
  expect([1984, 12345, -3, Number.NaN].map(writerFor(30, true))).toEqual(["1984", "12,345", "−3", ""]);
});
