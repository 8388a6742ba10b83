import { expect, test } from "vitest";
import { bitrateOf, firstSettings, shapeOf, sizeOf, withinReach } from "./settings";

const settings = firstSettings(3072, "dark");

test("what was typed is brought to what can be", () => {
  const typed = { ...settings, from: 0, to: 99_999, seconds: 0, turn: 5000, fps: 48 };
  expect(withinReach(typed, 1536)).toMatchObject({ from: 4, to: 1536, seconds: 0.5, turn: 1080, fps: 30 });
  expect(withinReach({ ...settings, from: Number.NaN, turn: Number.NaN }, 1536)).toMatchObject({ from: 4, turn: 0 });
  expect(withinReach(settings, 3)).toMatchObject({ from: 3, to: 3 });
});

test("a GIF has no 60 frames a second: browsers slow down a delay of a hundredth", () => {
  expect(withinReach({ ...settings, format: "gif", fps: 60 }, 3072).fps).toBe(30);
  expect(withinReach({ ...settings, fps: 60 }, 3072).fps).toBe(60);
});

test("a size tells its shape and shorter side", () => {
  for (const shape of ["wide", "square", "tall"] as const) {
    expect(shapeOf(sizeOf(shape, 1080))).toEqual({ shape, short: 1080 });
  }
});

test("bits go with the codec and the quality, and grow less than pixels and frames do", () => {
  const rate = bitrateOf(settings);
  expect(rate / 1e6).toBeCloseTo(13.7, 1);
  expect(bitrateOf({ ...settings, ...sizeOf("wide", 2160) })).toBeCloseTo(4 ** 0.75 * rate, -4);
  // A small picture has as many points.
  expect(bitrateOf({ ...settings, ...sizeOf("wide", 240) })).toBeGreaterThan(1_200_000);
  expect(bitrateOf({ ...settings, format: "mp4-av1" })).toBeLessThan(rate);
  expect(bitrateOf({ ...settings, quality: "high" })).toBeGreaterThan(2 * rate);
  expect(bitrateOf({ ...settings, fps: 60 })).toBeLessThan(1.6 * rate);
});
