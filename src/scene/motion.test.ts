import { beforeEach, describe, expect, it } from "vitest";
import type { Frame } from "../state";
import { Curve, type Knot } from "./curve";
import { type Mood, Motion } from "./motion";

/** One point whose first coordinate is what it shows. */
function frame(k: number, x: number, rms = 1): Frame {
  return {
    k,
    mode: "raw",
    axes: "aligned",
    scores: new Float32Array([x, 0, 0]),
    components: new Float32Array(3 * k),
    explainedVariance: [1, 1, 1],
    explainedVarianceRatio: [0.3, 0.2, 0.1],
    rms,
    converged: true,
  };
}

const held = new Map<number, Knot>();
let motion: Motion;
beforeEach(() => {
  held.clear();
  motion = new Motion(
    1,
    new Curve({
      get ks() {
        return [...held.keys()];
      },
      get largestRms() {
        return Math.max(0, ...[...held.values()].map(({ rms }) => rms));
      },
      get: (k) => held.get(k) ?? null,
    }),
  );
});

const shown = () => motion.a[0] + (motion.b[0] - motion.a[0]) * motion.mix + motion.offset[0] * motion.rest;

/** What is on screen at each of a series of animation frames; anything may happen between two of them. */
function film(from: number, to: number, happens: (now: number) => void = () => {}): number[] {
  const film: number[] = [];
  for (let now = from; now <= to; now += 16) {
    happens(now);
    motion.step(now);
    film.push(shown());
  }
  return film;
}

const steps = (film: number[]) => film.slice(1).map((x, i) => x - film[i]);

describe("without keyframes", () => {
  it("shows the first frame at once, at a root mean square radius of 1", () => {
    motion.aim(frame(4, 2, 2), 1000, "byHand");
    expect(shown()).toBe(1);
    expect(motion.step(1000)).toBe(true);
    expect(motion.settled).toBe(true);
  });

  it.each([[5], [900]])("arrives at the frame of %i dims when its tween is over", (k) => {
    motion.aim(frame(4, 1), 1000, "byHand");
    expect(motion.lead(k, 5000, "byHand")).toBe(false);
    motion.aim(frame(k, 0), 5040, "byHand");
    expect(shown()).toBeCloseTo(1);
    expect(motion.step(5140)).toBe(false);
    expect(motion.settled).toBe(false);
    expect(motion.step(5290)).toBe(true);
    expect(shown()).toBe(0);
    expect(motion.settled).toBe(true);
  });

  it("turns towards a frame that comes meanwhile from where the points are", () => {
    motion.aim(frame(4, 0), 0, "byHand");
    motion.aim(frame(900, 1), 5000, "byHand");
    motion.step(5125);
    const before = shown();
    motion.aim(frame(40, -1), 5125, "byHand");
    expect(shown()).toBeCloseTo(before);
    motion.step(9000);
    expect(shown()).toBe(-1);
  });

  it("jumps where no motion is wanted", () => {
    motion.aim(frame(4, 0), 0, "still");
    motion.aim(frame(5, 1), 5000, "still");
    expect(shown()).toBe(1);
    motion.aim(frame(500, 2), 6000, "still");
    expect(shown()).toBe(2);
    expect(motion.settled).toBe(true);
  });

  it("keeps a space without spread where it is instead of dividing by nothing", () => {
    motion.aim(frame(4, 0, 0), 0, "byHand");
    expect(shown()).toBe(0);
  });

  it("shows what has arrived of the dims that are asked for", () => {
    motion.aim(frame(4, 1), 0, "byHand");
    motion.lead(512, 100, "byHand");
    motion.aim(frame(100, 2), 200, "byHand");
    motion.step(2000);
    expect(shown()).toBe(2);
    expect(motion.settled).toBe(true);
  });
});

describe("between keyframes", () => {
  // The exact frames lie on a line over the logarithm of k, but for a bend that the keyframes do not know of.
  const line = (k: number) => Math.log(k);
  const exact = (k: number) => frame(k, line(k) + (k % 2 === 0 ? 0 : 0.02));
  beforeEach(() => {
    for (const k of [45, 64, 91, 128, 181, 256]) held.set(k, frame(k, line(k)));
    motion.aim(exact(64), 0, "byHand");
  });

  it("shows at once what lies between the two around the slider, and is not settled there", () => {
    expect(motion.lead(101, 1000, "byHand")).toBe(true);
    motion.step(3000);
    expect(shown()).toBeCloseTo(line(101));
    expect(motion.settled).toBe(false);
  });

  it("goes on to the exact frame when it comes, without a jump", () => {
    motion.lead(101, 1000, "byHand");
    const moves = steps(film(1000, 2500, (now) => now === 1400 && motion.aim(exact(101), now, "byHand")));
    expect(Math.max(...moves.map(Math.abs))).toBeLessThan(0.2 * (line(101) - line(64)));
    expect(Math.max(...moves.slice(26).map(Math.abs))).toBeLessThan(0.006);
    expect(shown()).toBeCloseTo(exact(101).scores[0], 6);
    expect(motion.settled).toBe(true);
  });

  it.each(["byHand", "playing"] as Mood[])("follows a slider that moves evenly at an even pace (%s)", (mood) => {
    let k = 64;
    const waiting: { at: number; k: number }[] = [];
    const moves = steps(
      film(1000, 2600, (now) => {
        if (now < 2200) {
          k = Math.round(64 * 2 ** ((now - 1000) / 800));
          motion.lead(k, now, mood);
          if (waiting.length === 0) waiting.push({ at: now + 48, k });
        }
        if (waiting.length > 0 && waiting[0].at <= now) motion.aim(exact(waiting.pop()?.k ?? 0), now, mood);
      }),
    );
    const even = (Math.log(2) * 16) / 800;
    // Once it is under way it never stops or turns back, and never doubles its pace.
    for (const move of moves.slice(20, 70)) {
      expect(move).toBeGreaterThan(0);
      expect(move).toBeLessThan(2.2 * even);
    }
  });

  it("crosses a gap in the ladder straight from picture to picture", () => {
    held.delete(91);
    held.delete(128);
    expect(motion.lead(200, 1000, "byHand")).toBe(true);
    expect(shown()).toBeCloseTo(line(64));
    motion.step(2000);
    expect(shown()).toBeCloseTo(line(200));
  });

  it("does not jump when a keyframe comes between the two that it moves between", () => {
    held.delete(91);
    motion.lead(90, 500, "byHand");
    motion.aim(exact(90), 1000, "byHand");
    const moves = steps(film(1000, 2000, (now) => now === 1064 && held.set(76, frame(76, line(76) + 0.05))));
    expect(Math.max(...moves.map(Math.abs))).toBeLessThan(0.2 * (line(90) - line(64)));
    expect(shown()).toBeCloseTo(exact(90).scores[0], 6);
  });

  it("shows an exact frame that comes late as a part of the way, and does not turn back to it", () => {
    motion.lead(120, 1000, "byHand");
    motion.step(1100);
    const before = shown();
    motion.aim(exact(70), 1100, "byHand");
    const moves = steps([before, ...film(1116, 1400)]);
    expect(Math.min(...moves)).toBeGreaterThan(-1e-6);
    expect(shown()).toBeCloseTo(line(120), 5);
    expect(motion.settled).toBe(false);
  });

  it("jumps to what lies between where no motion is wanted", () => {
    motion.lead(101, 1000, "still");
    expect(shown()).toBeCloseTo(line(101));
  });
});

describe("at true size", () => {
  it("draws the largest frame at a radius of 1 and every other at its share of it", () => {
    motion.resize(false, 0, "still");
    motion.aim(frame(4, 2, 2), 0, "still");
    expect(shown()).toBe(1);
    motion.aim(frame(900, 8, 8), 100, "still");
    motion.step(1000);
    expect(shown()).toBe(1);
    motion.aim(frame(4, 2, 2), 2000, "still");
    motion.step(3000);
    expect(shown()).toBe(0.25);
  });

  it("draws the unit sphere at a radius of 1 in unit mode, whatever frames are known", () => {
    motion.resize(false, 0, "still");
    held.set(8, frame(8, 0.9, 0.9));
    motion.aim({ ...frame(4, 0.5, 0.5), mode: "unit" }, 0, "still");
    expect(shown()).toBe(0.5);
  });

  it("goes there and back without a jump, and a larger frame that comes to be known moves nothing at once", () => {
    held.set(8, frame(8, 8, 8));
    motion.aim(frame(4, 2, 2), 0, "byHand");
    const there = film(16, 600, (now) => now === 160 && motion.resize(false, now, "byHand"));
    expect(there[0]).toBe(1);
    expect(there.at(-1)).toBe(0.25);
    held.set(16, frame(16, 16, 16));
    const smaller = film(616, 1200);
    expect(smaller.at(-1)).toBe(0.125);
    const back = film(1216, 1800, (now) => now === 1248 && motion.resize(true, now, "byHand"));
    expect(back.at(-1)).toBe(1);
    for (const step of [...steps(there), ...steps(smaller), ...steps(back)]) expect(Math.abs(step)).toBeLessThan(0.25);
  });
});
