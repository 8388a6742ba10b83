import { describe, expect, it } from "vitest";
import type { NumberColoring } from "../state";
import { GROUND_COLOR, rgbOf } from "./palette";
import { pointColor, rampColors, rampStep } from "./ramp";

const linear = (byte: number) => (byte <= 10 ? byte / 3294.6 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string) => rgbOf(hex).reduce((sum, v, i) => sum + linear(v) * [0.2126, 0.7152, 0.0722][i], 0);

describe.each(["dark", "light"] as const)("the ramp on %s ground", (ground) => {
  const levels = rampColors(ground).map(luminance);
  const base = luminance(GROUND_COLOR[ground]);

  it("goes away from the ground at every step, so that it is read without hues as well", () => {
    const away = levels.map((level) => Math.abs(level - base));
    expect(away).toEqual([...away].sort((a, b) => a - b));
    expect(new Set(rampColors(ground)).size).toBe(levels.length);
  });

  it("stands out from it by 3 to 1 from the first step on", () => {
    const [low, high] = [base, levels[0]].sort((a, b) => a - b);
    expect((high + 0.05) / (low + 0.05)).toBeGreaterThanOrEqual(3);
  });

  it("gives numbers beyond its ends the colour of the end, and none the grey of the unlabelled", () => {
    const values = Float32Array.of(-5, 0, 5, 10, 99, Number.NaN);
    const coloring: NumberColoring = {
      kind: "number",
      name: "age",
      title: "Age",
      values,
      low: 0,
      high: 10,
      write: String,
    };
    const colors = Array.from(values, (_, row) => pointColor(coloring, row, ground));
    const ramp = rampColors(ground);
    expect(colors.slice(0, 2)).toEqual([ramp[0], ramp[0]]);
    expect(colors[2]).toBe(ramp[rampStep(5, 0, 10)]);
    expect(colors.slice(3, 5)).toEqual([ramp.at(-1), ramp.at(-1)]);
    expect(colors[5]).toBe(pointColor(null, 0, ground));
  });
});
