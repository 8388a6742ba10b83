import { expect, test } from "vitest";
import { jitterInWords } from "./jitter-words";

const k = Int32Array.from({ length: 78 }, (_, step) => Math.min(3072, Math.round(4 * 2 ** (step / 8))));
const at = (dims: number) => k.indexOf(dims);

/** A cloud whose every step is of one size, and that ends so far from where it was at 2,048. */
function measured(step: number, away: number) {
  const eighth = new Float64Array(k.length).fill(step);
  const toEnd = new Float64Array(k.length);
  toEnd[at(2048)] = away;
  const octave = new Float64Array(k.length).fill(0.31);
  const octaveFrom = k.map((dims) => (dims < 8 ? 0 : Math.round(dims / 2)));
  return { k, eighth, toEnd, octave, octaveFrom, ratio: eighth, angle: eighth, angles: new Float64Array(0) };
}

test("the sentence says what was measured, and of the way how much of it led anywhere", () => {
  expect(jitterInWords(measured(0.01, 0.02))).toBe(
    "From 2,048 to 3,072 dims the points end 2.0 % of the cloud’s radius from where they were, after 5 steps that add up to 5.0 %: mostly to and fro. From 256 to 512 dims they moved by 31 %.",
  );
  expect(jitterInWords(measured(0.01, 0.04))).toContain("partly to and fro, partly drift");
  expect(jitterInWords(measured(0.01, 0.05))).toContain("that is drift, all in one direction");
});
