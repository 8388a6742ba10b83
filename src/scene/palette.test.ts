import { describe, expect, it } from "vitest";
import { contrast, leastDistance } from "../../tests/support/color-vision";
import { categoryColor, GROUND_COLOR } from "./palette";

describe.each(["dark", "light"] as const)("the twelve colours on %s ground", (ground) => {
  const hexes = Array.from({ length: 12 }, (_, code) => categoryColor(code, ground));

  it("stay apart for normal eyes", () => {
    expect(leastDistance(hexes, "normal")).toBeGreaterThan(0.12);
  });

  it.each(["protanopic", "deuteranopic"] as const)("stay apart for %s eyes", (eyes) => {
    expect(leastDistance(hexes, eyes)).toBeGreaterThan(0.08);
  });

  it("stand out from the ground by 3 to 1", () => {
    for (const hex of hexes) expect(contrast(hex, GROUND_COLOR[ground]), hex).toBeGreaterThanOrEqual(3);
  });

  it("leave one grey for labels past the twelfth", () => {
    expect(categoryColor(12, ground)).toBe(categoryColor(40, ground));
    expect(hexes).not.toContain(categoryColor(12, ground));
  });
});
