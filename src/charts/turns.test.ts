import { expect, test, vi } from "vitest";
import { takeTurn } from "./turns";

test("pieces of work take turns, a task each; one that is taken back or fails stops no other", () => {
  vi.useFakeTimers();
  const done: string[] = [];
  takeTurn(() => done.push("first"));
  const takeBack = takeTurn(() => done.push("taken back"));
  takeTurn(() => {
    throw new Error("failed");
  });
  takeTurn(() => done.push("last"));
  takeBack();
  expect(done).toEqual([]);
  vi.advanceTimersToNextTimer();
  expect(done).toEqual(["first"]);
  expect(() => vi.advanceTimersToNextTimer()).toThrow("failed");
  vi.advanceTimersToNextTimer();
  expect(done).toEqual(["first", "last"]);
  takeTurn(() => done.push("later"));
  vi.advanceTimersToNextTimer();
  expect(done).toEqual(["first", "last", "later"]);
  vi.useRealTimers();
});

test("the only piece can be taken back, and another asked for in its place is done once", () => {
  vi.useFakeTimers();
  const done: string[] = [];
  takeTurn(() => done.push("old"))();
  takeTurn(() => done.push("new"));
  vi.runAllTimers();
  expect(done).toEqual(["new"]);
  vi.useRealTimers();
});
