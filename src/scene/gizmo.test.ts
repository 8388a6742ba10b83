import { PerspectiveCamera, Vector3 } from "three";
import { expect, test } from "vitest";
import type { Camera } from "../state";
import { gizmoNames, seenBy } from "./gizmo";

test("a camera sees a direction as three.js has it", () => {
  for (const cam of [
    [0, 0, 1, 0, 0, 0],
    [0.5, -0.3, 0.8, 0.1, 0.2, -0.1],
    [-0.9, 0.7, -0.2, 0, 0.4, 0],
  ] as Camera[]) {
    const camera = new PerspectiveCamera();
    camera.position.set(cam[0], cam[1], cam[2]);
    camera.lookAt(cam[3], cam[4], cam[5]);
    camera.updateMatrixWorld();
    const seen = new Vector3(0.2, 0.9, -0.4).transformDirection(camera.matrixWorldInverse).toArray();
    const own = seenBy(cam, [0.2, 0.9, -0.4]);
    const length = Math.hypot(...own);
    for (let i = 0; i < 3; i++) expect(own[i] / length).toBeCloseTo(seen[i], 6);
  }
});

test("names of axes stand beyond their tips and cover no other", () => {
  const names = gizmoNames([
    { x: 30, y: 0 },
    { x: 28, y: 6 },
    { x: 0, y: 0 },
  ]);
  expect(names[0]!.x).toBeGreaterThan(30);
  for (const [i, one] of names.entries()) {
    for (const other of names.slice(i + 1)) {
      expect(Math.abs(one!.x - other!.x) >= 28 || Math.abs(one!.y - other!.y) >= 14).toBe(true);
    }
  }
});
