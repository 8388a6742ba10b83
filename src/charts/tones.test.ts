import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast, leastDistance } from "../../tests/support/color-vision";
import { dashOf, TONES, toneOf } from "./tones";

const css = readFileSync("src/charts/charts.css", "utf8") + readFileSync("src/styles/tokens.css", "utf8");

/** The colour of a custom property in one theme. */
function colorOf(property: string, theme: "light" | "dark"): string {
  const pair = css.match(new RegExp(`${property}: light-dark\\((#\\w{6}), (#\\w{6})\\)`))!;
  return pair[theme === "light" ? 1 : 2];
}

const tones = Array.from({ length: TONES }, (_, index) => index);

describe.each(["light", "dark"] as const)("the colours of series on %s", (theme) => {
  const hexes = tones.map((index) => colorOf(toneOf(index).slice(4, -1), theme));

  it.each([
    ["normal", 0.12],
    ["protanopic", 0.08],
    ["deuteranopic", 0.08],
  ] as const)("stay apart from each other and from the accent for %s eyes", (eyes, least) => {
    expect(leastDistance([...hexes, colorOf("--lit", theme)], eyes)).toBeGreaterThan(least);
  });

  it("stand out from the surface by 3 to 1", () => {
    for (const hex of hexes) expect(contrast(hex, colorOf("--surface", theme)), hex).toBeGreaterThanOrEqual(3);
  });
});

it("every series has a dash of its own", () => {
  expect(new Set(tones.map(dashOf)).size).toBe(TONES);
});
