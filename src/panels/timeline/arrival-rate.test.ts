import { expect, test } from "vitest";
import { ArrivalRate, timeLeft } from "./arrival-rate";

test("the time left follows the speed of the line", () => {
  const rate = new ArrivalRate();
  rate.note(0, 0);
  rate.note(200, 200_000);
  expect(rate.secondsLeft(10_000_000)).toBeNull();
  rate.note(1000, 1_000_000);
  expect(rate.secondsLeft(10_000_000)).toBeCloseTo(9);
  // The line slows down to a tenth: what was fast long ago is forgotten.
  for (let second = 2; second <= 20; second++) rate.note(1000 * second, 1_000_000 + 100_000 * (second - 1));
  expect(rate.secondsLeft(3_900_000)).toBeCloseTo(10);
  expect(rate.secondsLeft(1_000_000)).toBe(0);
});

test("another file begins anew", () => {
  const rate = new ArrivalRate();
  rate.note(0, 0);
  rate.note(1000, 1_000_000);
  rate.note(5000, 10);
  expect(rate.secondsLeft(1_000_000)).toBeNull();
});

test.each([
  [0.4, "a moment left"],
  [3.2, "3 s left"],
  [41, "40 s left"],
  [200, "3 min left"],
])("%d seconds are told as %s", (seconds, words) => expect(timeLeft(seconds)).toBe(words));
