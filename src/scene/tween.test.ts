import { describe, expect, it } from "vitest";
import { nextMeanGap, paceFor, weightAt } from "./tween";

describe("a tween", () => {
  it("eases out over a quarter of a second for a frame that comes alone", () => {
    const pace = paceFor(5000, 60, false);
    expect(pace).toEqual({ duration: 250, even: false });
    expect(weightAt(0, pace)).toBe(0);
    expect(weightAt(125, pace)).toBeCloseTo(0.875);
    expect(weightAt(250, pace)).toBe(1);
  });

  it("moves at even speed, a little longer than the usual gap, in a stream of frames", () => {
    const pace = paceFor(50, 50, false);
    expect(pace.even).toBe(true);
    expect(pace.duration).toBeCloseTo(60);
    expect(weightAt(30, pace)).toBeCloseTo(0.5);
  });

  it("moves all the way between frames that are a second apart while playing", () => {
    const pace = paceFor(1000, 900, true);
    expect(pace).toEqual({ duration: 1080, even: true });
    expect(paceFor(1000, 900, false).even).toBe(false);
  });

  it("shows a frame at once where the duration is 0", () => {
    expect(weightAt(0, { duration: 0, even: true })).toBe(1);
  });

  it("never weighs more than 1 or less than 0", () => {
    expect(weightAt(-5, paceFor(5000, 60, false))).toBe(0);
    expect(weightAt(9999, paceFor(50, 50, false))).toBe(1);
  });

  it("follows the gaps of a stream and forgets them after a pause", () => {
    let mean = 60;
    for (let i = 0; i < 40; i++) mean = nextMeanGap(mean, 100, false);
    expect(mean).toBeCloseTo(100, 3);
    expect(nextMeanGap(mean, 3000, false)).toBe(60);
  });
});
