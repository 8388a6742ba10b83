import { expect, test } from "vitest";
import { vote } from "./vote";

test("the category that most neighbours have wins; of those that tie the one that came first", () => {
  const codes = [0, 1, 1, 2, -1, 2];
  expect(vote(Int32Array.of(0, 1, 2), codes)).toBe(1);
  expect(vote(Int32Array.of(3, 1, 2, 5), codes)).toBe(2);
  expect(vote(Int32Array.of(4, -1, 0), codes)).toBe(0);
  expect(vote(Int32Array.of(4, -1), codes)).toBe(-1);
});
