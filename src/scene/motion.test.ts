import { describe, expect, it } from "vitest";
import type { Frame } from "../state";
import { Motion } from "./motion";

function frame(scores: number[], rms: number): Frame {
  return {
    k: 4,
    mode: "raw",
    axes: "aligned",
    scores: new Float32Array(scores),
    components: new Float32Array(12),
    explainedVariance: [1, 1, 1],
    explainedVarianceRatio: [0.3, 0.2, 0.1],
    rms,
    converged: true,
  };
}

describe("the motion of the points", () => {
  it("shows the first frame at once, at a root mean square radius of 1", () => {
    const motion = new Motion(2);
    motion.aim(frame([2, 0, 0, -2, 0, 0], 2), 1000, "byHand");
    expect([...motion.from]).toEqual([1, 0, 0, -1, 0, 0]);
    expect(motion.step(1000)).toBe(true);
  });

  it("arrives at the next frame when its tween is over", () => {
    const motion = new Motion(1);
    motion.aim(frame([1, 0, 0], 1), 1000, "byHand");
    motion.aim(frame([0, 1, 0], 1), 5000, "byHand");
    expect(motion.step(5100)).toBe(false);
    expect(motion.step(5250)).toBe(true);
    expect([...motion.to]).toEqual([0, 1, 0]);
  });

  it("turns towards a frame that comes meanwhile from where the points are", () => {
    const motion = new Motion(1);
    motion.aim(frame([0, 0, 0], 1), 0, "byHand");
    motion.aim(frame([1, 0, 0], 1), 5000, "byHand");
    motion.step(5125);
    const weight = motion.weight;
    motion.aim(frame([0, 1, 0], 1), 5125, "byHand");
    expect(motion.from[0]).toBeCloseTo(weight);
    expect(motion.weight).toBe(0);
  });

  it("jumps where no motion is wanted", () => {
    const motion = new Motion(1);
    motion.aim(frame([0, 0, 0], 1), 0, "still");
    motion.aim(frame([1, 0, 0], 1), 5000, "still");
    expect(motion.weight).toBe(1);
  });

  it("keeps a space without spread where it is instead of dividing by nothing", () => {
    const motion = new Motion(1);
    motion.aim(frame([0, 0, 0], 0), 0, "byHand");
    expect([...motion.to]).toEqual([0, 0, 0]);
  });
});
