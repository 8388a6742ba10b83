import { expect, test } from "vitest";
import { lineFor } from "./use-roving";

test("arrows, pages and ends lead from line to line and never out of the list", () => {
  expect(lineFor("ArrowDown", 3, 10)).toBe(4);
  expect(lineFor("ArrowUp", 3, 10)).toBe(2);
  expect(lineFor("ArrowUp", 0, 10)).toBe(0);
  expect(lineFor("ArrowDown", 9, 10)).toBe(9);
  expect(lineFor("PageDown", 0, 100)).toBe(8);
  expect(lineFor("PageUp", 3, 100)).toBe(0);
  expect([lineFor("Home", 5, 10), lineFor("End", 5, 10)]).toEqual([0, 9]);
  expect(lineFor("x", 5, 10)).toBeNull();
  expect(lineFor("toString", 5, 10)).toBeNull();
});
