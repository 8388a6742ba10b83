import { describe, expect, it } from "vitest";
import { categoryColor, GROUND_COLOR, rgbOf } from "./palette";

type Triple = [number, number, number];
type Matrix = [Triple, Triple, Triple];

// Machado, Oliveira and Fernandes 2009, full severity, on linear RGB.
const PROTANOPIA: Matrix = [
  [0.152286, 1.052583, -0.204868],
  [0.114503, 0.786281, 0.099216],
  [-0.003882, -0.048116, 1.051998],
];
const DEUTERANOPIA: Matrix = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
];
const TO_LMS: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

const times = (matrix: Matrix, v: Triple) =>
  matrix.map((row) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]) as Triple;
const linear = (hex: string) =>
  rgbOf(hex).map((byte) => {
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Triple;
const clip = (v: Triple) => v.map((value) => Math.min(1, Math.max(0, value))) as Triple;
const oklab = (v: Triple) => times(TO_LAB, times(TO_LMS, v).map(Math.cbrt) as Triple);
const luminance = (hex: string) => linear(hex).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);

function leastDistance(colors: Triple[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < colors.length; i++) {
    for (let j = 0; j < i; j++) {
      least = Math.min(least, Math.hypot(...colors[i].map((value, axis) => value - colors[j][axis])));
    }
  }
  return least;
}

describe.each(["dark", "light"] as const)("the twelve colours on %s ground", (ground) => {
  const hexes = Array.from({ length: 12 }, (_, code) => categoryColor(code, ground));
  const colors = hexes.map(linear);

  it("stay apart for normal eyes", () => {
    expect(leastDistance(colors.map(oklab))).toBeGreaterThan(0.12);
  });

  it.each([
    ["protanopic", PROTANOPIA],
    ["deuteranopic", DEUTERANOPIA],
  ])("stay apart for %s eyes", (_, matrix) => {
    expect(leastDistance(colors.map((color) => oklab(clip(times(matrix as Matrix, color)))))).toBeGreaterThan(0.08);
  });

  it("stand out from the ground by 3 to 1", () => {
    const base = luminance(GROUND_COLOR[ground]);
    for (const hex of hexes) {
      const [low, high] = [luminance(hex), base].sort((a, b) => a - b);
      expect((high + 0.05) / (low + 0.05), hex).toBeGreaterThanOrEqual(3);
    }
  });

  it("leave one grey for labels past the twelfth", () => {
    expect(categoryColor(12, ground)).toBe(categoryColor(40, ground));
    expect(hexes).not.toContain(categoryColor(12, ground));
  });
});
