import { describe, expect, it, test } from "vitest";
import type { Playing } from "../../state";
import { advance, VisibleClock } from "./advance";
import type { Axis } from "./axis";

const axis: Axis = { scale: "log", dims: 3072 };
const up: Playing = { speed: 1, direction: "up", loop: false, from: 4, to: null };
const down: Playing = { ...up, direction: "down" };

describe("Play", () => {
  it("takes half a minute from end to end, in both directions", () => {
    expect(advance(4, up, axis, 3072, 29.9)).toMatchObject({ ended: false });
    expect(advance(4, up, axis, 3072, 30)).toEqual({ place: 3072, ended: true });
    expect(advance(3072, down, axis, 3072, 29.9)).toMatchObject({ ended: false });
    expect(advance(3072, down, axis, 3072, 30.1)).toEqual({ place: 4, ended: true });
  });

  it("takes as many times less as its speed says", () => {
    const { place } = advance(4, up, axis, 3072, 10);
    expect(advance(4, { ...up, speed: 4 }, axis, 3072, 2.5).place).toBeCloseTo(place);
  });

  it("ends at the end of its range, or begins there again", () => {
    const range = { ...up, from: 256, to: 1024 };
    expect(advance(1000, range, axis, 3072, 1)).toEqual({ place: 1024, ended: true });
    expect(advance(1000, { ...range, loop: true }, axis, 3072, 1)).toEqual({ place: 256, ended: false });
    expect(advance(260, { ...range, direction: "down", loop: true }, axis, 3072, 1).place).toBe(1024);
  });

  it("waits at the edge of what has arrived, and loops over all that will", () => {
    expect(advance(600, { ...up, loop: true }, axis, 640, 5)).toEqual({ place: 640, ended: false });
    expect(advance(600, { ...up, to: 1024, loop: true }, axis, 640, 20)).toEqual({ place: 640, ended: false });
    expect(advance(5, { ...down, loop: true }, axis, 640, 5)).toEqual({ place: 640, ended: false });
  });
});

test("time in the background, asleep or turned back does not count", () => {
  const clock = new VisibleClock(1000);
  expect(clock.elapsed(1016)).toBeCloseTo(0.016);
  // A slow machine's frame is time that was seen.
  expect(clock.elapsed(1716)).toBeCloseTo(0.7);
  expect(clock.elapsed(3_600_000)).toBe(0);
  expect(clock.elapsed(3_600_016)).toBeCloseTo(0.016);
  clock.restart(3_600_500);
  expect(clock.elapsed(3_600_516)).toBeCloseTo(0.016);
  expect(clock.elapsed(3_600_000)).toBe(0);
});
