import { expect, test } from "vitest";
import type { Frame, Keyframe } from "../engine";
import { Keyframes } from "./keyframes";
import { sizeDue } from "./sizing";

const of = (k: number) => ({ k, mode: "raw", axes: "aligned", scores: new Float32Array(3), rms: k }) as Keyframe;
const TRUE = { size: "true", mode: "raw" } as const;
const space = (k: number, columns = 1536) => ({ frame: { k } as Frame, dims: 1536, columns });

test("true size waits for the frame of all dims, until that has been seen", () => {
  const held = new Keyframes(2 * 12);
  held.put(of(64));
  expect(sizeDue(TRUE, space(64), held)).toBe(1536);
  expect(sizeDue(TRUE, space(1536), held)).toBeNull();
  held.put(of(1536));
  expect(sizeDue(TRUE, space(64), held)).toBeNull();
  // Its scores make room for others; its size is known on.
  for (const k of [91, 128, 181]) held.put(of(k));
  expect(held.ks).toEqual([128, 181]);
  expect(sizeDue(TRUE, space(64), held)).toBeNull();
  expect(held.largestRms).toBe(1536);
  held.clear();
  expect(sizeDue(TRUE, space(64), held)).toBe(1536);
});

test("nothing is due at one size, in unit mode, or before all dims are there", () => {
  const held = new Keyframes();
  expect(sizeDue({ ...TRUE, size: "same" }, space(64), held)).toBeNull();
  expect(sizeDue({ ...TRUE, mode: "unit" }, space(64), held)).toBeNull();
  expect(sizeDue(TRUE, space(64, 1280), held)).toBeNull();
});
