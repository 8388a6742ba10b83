import { PerspectiveCamera } from "three";
import { describe, expect, it } from "vitest";
import type { Places } from "./motion";
import { nearestRow, projectRow, type View } from "./picking";

const SHOWN = new Uint8Array(100).fill(1);

function viewFrom(distance: number): View {
  const camera = new PerspectiveCamera(40, 2, 0.1, 100);
  camera.position.set(0, 0, distance);
  camera.updateMatrixWorld();
  camera.updateProjectionMatrix();
  return {
    matrix: camera.projectionMatrix.clone().multiply(camera.matrixWorldInverse).elements,
    width: 800,
    height: 400,
  };
}

function pointsAt(...places: number[][]): Places {
  const at = () => Float32Array.from(places.flat());
  return { rows: places.length, a: at(), b: at(), offset: new Float32Array(places.length * 3), mix: 0, rest: 0 };
}

describe("the pick", () => {
  const view = viewFrom(5);

  it("finds the point under the pointer, in the middle and off it", () => {
    const motion = pointsAt([0, 0, 0], [1, 0.5, 0]);
    expect(nearestRow(motion, view, 400, 200, 10, SHOWN)).toBe(0);
    const place = projectRow(motion, view, 1)!;
    expect(place.x).toBeGreaterThan(400);
    expect(place.y).toBeLessThan(200);
    expect(nearestRow(motion, view, place.x + 3, place.y - 3, 10, SHOWN)).toBe(1);
  });

  it("finds nothing beyond its reach", () => {
    expect(nearestRow(pointsAt([0, 0, 0]), view, 411, 200, 10, SHOWN)).toBe(-1);
    expect(nearestRow(pointsAt([0, 0, 0]), view, 411, 200, 16, SHOWN)).toBe(0);
  });

  it("takes the nearest of several, and of those equally near the one in front", () => {
    const motion = pointsAt([0, 0, -1], [0, 0, 1], [0.06, 0, 0]);
    expect(nearestRow(motion, view, 400, 200, 10, SHOWN)).toBe(1);
    const beside = projectRow(motion, view, 2)!;
    expect(nearestRow(motion, view, beside.x + 1, beside.y, 10, SHOWN)).toBe(2);
  });

  it("passes over muted points and those behind the camera", () => {
    const motion = pointsAt([0, 0, 0], [0, 0, 9]);
    expect(nearestRow(motion, view, 400, 200, 10, SHOWN)).toBe(0);
    expect(nearestRow(motion, view, 400, 200, 10, new Uint8Array([0, 1]))).toBe(-1);
    expect(projectRow(motion, view, 1)).toBeNull();
  });

  it("looks for points where they are drawn, between two frames", () => {
    const motion = pointsAt([-1, 0, 0]);
    motion.b.set([1, 0, 0]);
    motion.mix = 0.5;
    expect(nearestRow(motion, view, 400, 200, 10, SHOWN)).toBe(0);
    motion.offset.set([0, 1, 0]);
    motion.rest = 1;
    expect(nearestRow(motion, view, 400, 200, 10, SHOWN)).toBe(-1);
    motion.rest = 0;
    motion.mix = 0;
    expect(nearestRow(motion, view, 400, 200, 10, SHOWN)).toBe(-1);
  });
});
