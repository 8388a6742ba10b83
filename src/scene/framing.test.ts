import { describe, expect, it } from "vitest";
import { frameInto, layersOf, pointDiameter } from "./framing";

const NONE = { top: 0, right: 0, bottom: 0, left: 0 };

describe("framing", () => {
  it("moves the middle of the cloud into the middle of the free area", () => {
    const { offsetX, offsetY } = frameInto(1440, 900, { top: 52, right: 24, bottom: 152, left: 200 });
    // The free area's middle is 88 px right of and 50 px above the window's.
    expect(offsetX).toBe(-88);
    expect(offsetY).toBe(50);
  });

  it("steps back as the free area shrinks", () => {
    const all = frameInto(1440, 900, NONE);
    const less = frameInto(1440, 900, { ...NONE, bottom: 300 });
    expect(less.distance).toBeGreaterThan(all.distance);
    expect(less.radius).toBeLessThan(all.radius);
  });

  it("keeps the cloud within a phone's width", () => {
    const { radius } = frameInto(390, 844, { ...NONE, top: 100, bottom: 180 });
    expect(radius * 2 * 1.3).toBeLessThan(390);
  });

  it("stays finite in a window that the panels fill", () => {
    const { distance } = frameInto(200, 100, { top: 90, right: 90, bottom: 90, left: 90 });
    expect(Number.isFinite(distance)).toBe(true);
    expect(distance).toBeGreaterThan(0);
  });

  it("draws fewer points larger, within bounds", () => {
    expect(pointDiameter(256, 10_000)).toBeCloseTo(3.3);
    expect(pointDiameter(256, 100)).toBe(8);
    expect(pointDiameter(256, 1_000_000)).toBe(1);
    expect(pointDiameter(120, 10_000)).toBeLessThan(pointDiameter(256, 10_000));
  });

  it("counts less than one layer at 10,000 points, and many at a million", () => {
    expect(layersOf(256, 10_000, pointDiameter(256, 10_000))).toBeLessThan(0.4);
    expect(layersOf(256, 1_000_000, pointDiameter(256, 1_000_000))).toBeGreaterThan(2);
  });
});
