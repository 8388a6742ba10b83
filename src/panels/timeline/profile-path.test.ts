import { describe, expect, it } from "vitest";
import { type Axis, shareOf } from "./axis";
import { profilePaths } from "./profile-path";

const DIMS = 3072;
const LOG: Axis = { scale: "log", dims: DIMS };
const LINEAR: Axis = { scale: "linear", dims: DIMS };
const STEPPED = new Float32Array(DIMS).map((_, j) => (j < 512 ? 0.034 : 0.017));

function pointsOf(path: string): [number, number][] {
  return [...path.matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

describe("the profile on the timeline", () => {
  it("changes its level where the slider stands at the last dimension before the change", () => {
    const { line } = profilePaths(STEPPED, DIMS, LOG, 1000, 100);
    const at = shareOf(512, LOG) * 1000;
    const low = pointsOf(line).find(([, y]) => y > 50)!;
    expect(Math.abs(low[0] - at)).toBeLessThan(2);
  });

  it("draws one step a dimension at the low end, and about one a pixel at the high end", () => {
    const { line } = profilePaths(STEPPED, DIMS, LOG, 1000, 100);
    const points = pointsOf(line);
    expect(points[1][0]).toBeCloseTo(shareOf(5, LOG) * 1000, 0);
    expect(points.length).toBeLessThan(1100);
  });

  it("draws about one step a pixel where no dimension is as wide as one", () => {
    const { line } = profilePaths(STEPPED, DIMS, LINEAR, 1000, 100);
    const points = pointsOf(line);
    expect(points.length).toBeGreaterThan(700);
    expect(points.length).toBeLessThan(1100);
    expect(Math.abs(points.find(([, y]) => y > 50)![0] - shareOf(512, LINEAR) * 1000)).toBeLessThan(2);
  });

  it("ends where the columns that have arrived end", () => {
    const { end } = profilePaths(STEPPED, 700, LOG, 1000, 100);
    expect(end).toBeCloseTo(shareOf(700, LOG) * 1000, 3);
  });

  it("is empty before anything has arrived", () => {
    expect(profilePaths(STEPPED, 0, LOG, 1000, 100)).toEqual({ line: "", area: "", band: "", end: 0 });
    expect(profilePaths(STEPPED, 4, LOG, 1000, 100).end).toBe(0);
  });

  it("keeps to its box, also for a space without spread", () => {
    for (const std of [STEPPED, new Float32Array(DIMS)]) {
      for (const [x, y] of pointsOf(profilePaths(std, DIMS, LOG, 1000, 100).band)) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(1000);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(100);
      }
    }
  });
});
