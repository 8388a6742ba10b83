import { beforeEach, describe, expect, it } from "vitest";
import { Curve, type Knot } from "./curve";

const knot = (k: number): Knot => ({ k, scores: new Float32Array(3), rms: 1 });
const held = new Map<number, Knot>();
let curve: Curve;
beforeEach(() => {
  held.clear();
  for (const k of [4, 6, 8, 64, 91, 128, 181]) held.set(k, knot(k));
  curve = new Curve({
    get ks() {
      return [...held.keys()];
    },
    get largestRms() {
      return Math.max(0, ...[...held.values()].map(({ rms }) => rms));
    },
    get: (k) => held.get(k) ?? null,
  });
});

describe("the curve of the cloud", () => {
  it("lies between the two keyframes around a place, and on one at its own", () => {
    expect(curve.around(Math.log(100))).toEqual([91, 128]);
    expect(curve.around(Math.log(128))).toEqual([128, 128]);
    expect(curve.around(Math.log(5))).toEqual([4, 6]);
  });

  it("shows nothing beyond its ends, nor between keyframes that are not neighbours on the ladder", () => {
    expect(curve.around(Math.log(200))).toBeNull();
    expect(curve.around(Math.log(3))).toBeNull();
    expect(curve.around(Math.log(20))).toBeNull();
  });

  it("covers a way without a gap, up or down", () => {
    expect(curve.covers(Math.log(70), Math.log(150))).toBe(true);
    expect(curve.covers(Math.log(150), Math.log(70))).toBe(true);
    expect(curve.covers(Math.log(5), Math.log(70))).toBe(false);
    expect(curve.covers(Math.log(70), Math.log(300))).toBe(false);
  });

  it("tells its knots between two places, from below, without the place itself", () => {
    expect(curve.between(Math.log(60), Math.log(128)).map(({ k }) => k)).toEqual([64, 91]);
    expect(curve.between(Math.log(9), Math.log(60))).toEqual([]);
  });

  it("passes through the newest exact frames as well", () => {
    const exact = knot(100);
    curve.add(exact);
    expect(curve.around(Math.log(99))).toEqual([91, 100]);
    expect(curve.around(Math.log(100))).toEqual([100, 100]);
    expect(curve.at(100)).toBe(exact);
    curve.forget();
    expect(curve.around(Math.log(99))).toEqual([91, 128]);
  });

  it("prefers the exact frame to the keyframe of the same k, and keeps only a few", () => {
    const exact = knot(91);
    curve.add(exact);
    expect(curve.at(91)).toBe(exact);
    for (const k of [92, 93, 94, 95]) curve.add(knot(k));
    expect(curve.at(91)).not.toBe(exact);
    expect(curve.around(Math.log(91.5))).toEqual([91, 92]);
  });
});
