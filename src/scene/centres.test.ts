import { describe, expect, it } from "vitest";
import { centresOf } from "./centres";

describe("the centres of the labels", () => {
  it("are the means of their points", () => {
    const { places } = centresOf(new Float32Array([1, 0, 0, 3, 2, 0, -4, -2, 0]), new Uint16Array([0, 0, 1]), 2);
    expect([...places]).toEqual([2, 1, 0, -4, -2, 0]);
  });

  it("are clear where a label lies apart, and not where it lies around the middle", () => {
    const positions = new Float32Array([4.9, 0, 0, 5.1, 0, 0, -3, 0, 0, 3, 0, 0]);
    const { clarity } = centresOf(positions, new Uint16Array([0, 0, 1, 1]), 2);
    expect(clarity[0]).toBeGreaterThan(10);
    expect(clarity[1]).toBeLessThan(0.1);
  });

  it("stay finite for a label without points", () => {
    const { places, clarity } = centresOf(new Float32Array([1, 1, 1]), new Uint16Array([0]), 2);
    expect([...places.slice(3)]).toEqual([0, 0, 0]);
    expect(clarity[1]).toBe(0);
  });
});
