import { beforeEach, expect, test } from "vitest";
import type { Keyframe } from "../engine";
import { Keyframes } from "./keyframes";

const ROWS = 10;
const ONE = ROWS * 12;
const keyframe = (k: number): Keyframe => ({
  k,
  axes: "aligned",
  mode: "raw",
  scores: new Float32Array(ROWS * 3),
  rms: 1,
});

let held: Keyframes;
beforeEach(() => {
  held = new Keyframes(3 * ONE);
  for (const k of [64, 91, 128]) held.put(keyframe(k));
});

test("the neighbours of a place are the nearest that are held", () => {
  expect(held.below(100)?.k).toBe(91);
  expect(held.above(100)?.k).toBe(128);
  expect(held.below(91)?.k).toBe(91);
  expect(held.above(91)?.k).toBe(91);
  expect(held.below(63)).toBeNull();
  expect(held.above(129)).toBeNull();
});

test("over the budget the one that was used the longest ago goes first", () => {
  held.get(64);
  held.put(keyframe(181));
  expect(held.ks).toEqual([64, 128, 181]);
  held.below(130);
  held.put(keyframe(256));
  expect(held.ks).toEqual([128, 181, 256]);
  expect(held.bytes).toBe(3 * ONE);
});

test("one that comes again takes the place of itself", () => {
  held.put(keyframe(64));
  expect(held.ks).toEqual([64, 91, 128]);
  expect(held.bytes).toBe(3 * ONE);
});

test("one that is larger than the budget is not held", () => {
  const small = new Keyframes(ONE - 1);
  small.put(keyframe(64));
  expect(small.ks).toEqual([]);
  expect(small.bytes).toBe(0);
});

test("capacity is counted in whole keyframes", () => {
  expect(held.capacity(ROWS)).toBe(3);
  expect(held.capacity(31)).toBe(0);
  expect(new Keyframes().capacity(10_000)).toBeGreaterThan(500);
});

test("all are let go for another space", () => {
  held.clear();
  expect(held.ks).toEqual([]);
  expect(held.bytes).toBe(0);
});
