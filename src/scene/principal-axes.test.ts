import fc from "fast-check";
import { Euler, Matrix4, Vector3 } from "three";
import { expect, test } from "vitest";
import { principalAxes } from "./principal-axes";

const angle = fc.double({ min: -3, max: 3, noNaN: true });

test("finds the axes of a box of points, however it is turned", () => {
  fc.assert(
    fc.property(angle, angle, angle, (x, y, z) => {
      const turn = new Matrix4().makeRotationFromEuler(new Euler(x, y, z));
      const corners = [-1, 1].flatMap((a) => [-1, 1].flatMap((b) => [-1, 1].map((c) => new Vector3(3 * a, 2 * b, c))));
      const scores = Float32Array.from(corners.flatMap((corner) => corner.applyMatrix4(turn).toArray()));
      principalAxes(scores).forEach((axis, i) => {
        const edge = new Vector3().setComponent(i, 1).applyMatrix4(turn);
        expect(Math.abs(edge.dot(new Vector3(...axis)))).toBeCloseTo(1, 5);
        const largest = axis.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most));
        expect(largest).toBeGreaterThan(0);
      });
    }),
  );
});

test("the axes of scores that are principal already are those of the picture", () => {
  expect(principalAxes(new Float32Array([3, 0, 0, -3, 0, 0, 0, 2, 0, 0, -2, 0, 0, 0, 1, 0, 0, -1]))).toEqual([
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]);
});
