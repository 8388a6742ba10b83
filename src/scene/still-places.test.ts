import { expect, test } from "vitest";
import { Curve, type Knot } from "./curve";
import { Motion, type Places } from "./motion";
import { StillPlaces } from "./still-places";

const knot = (k: number, seed: number): Knot => {
  const scores = Float32Array.from({ length: 12 }, (_, i) => Math.sin(seed * 37 + i * i));
  return { k, scores, rms: Math.sqrt(scores.reduce((sum, value) => sum + value * value, 0) / 4) };
};
const [four, five, six] = [knot(4, 1), knot(5, 2), knot(6, 3)];

const drawn = ({ a, b, offset, mix, rest }: Places) => Array.from(a, (x, i) => x + (b[i] - x) * mix + offset[i] * rest);

/** Where the page's own motion has the points when it passes a place. */
function passing(place: number, sameSize: boolean): Places {
  const ks = [4, 5, 6];
  const held = new Map([four, five, six].map((one) => [one.k, one]));
  const motion = new Motion(4, new Curve({ ks, largestRms: six.rms, get: (k) => held.get(k) ?? null }));
  motion.resize(sameSize, 0, "still");
  motion.aim({ ...five } as never, 0, "still");
  motion.lead(place, 1_000, "still");
  return motion;
}

test("points that are put between two frames stand where the page's motion has them in passing", () => {
  for (const sameSize of [true, false]) {
    const still = new StillPlaces(4);
    for (const [k, first, second] of [
      [4, four, four],
      [4.25, four, five],
      [5, five, five],
      [5.5, five, six],
      [6, six, six],
      [4.25, four, five],
    ] as const) {
      const low = Math.log(first.k);
      const mix = first === second ? 0 : (Math.log(k) - low) / (Math.log(second.k) - low);
      const unit = sameSize ? null : Math.max(four.rms, five.rms, six.rms);
      still.put(first, second, mix, unit);
      const there = drawn(passing(k, sameSize));
      drawn(still).forEach((value, i) => {
        expect(value).toBeCloseTo(there[i], 6);
      });
    }
  }
});

test("arrays that stay as they are count as no change", () => {
  const still = new StillPlaces(4);
  still.put(four, five, 0.1, null);
  const before = still.version;
  still.put(four, five, 0.7, null);
  expect(still.version).toBe(before);
  still.put(five, six, 0, null);
  expect(still.version).toBe(before + 1);
  expect(drawn(still)).toEqual(Array.from(five.scores, (value) => Math.fround(value / five.rms)));
});
