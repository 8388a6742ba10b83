import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { procrustes, turned } from "./align";
import { movement, principalAngles } from "./angles";
import { gaussian } from "./testing/reference";

/** Three of k unit axes, each leaning by an angle towards an axis of its own beyond them. */
function leaning(k: number, by: readonly [number, number, number]): Float32Array {
  const axes = new Float32Array(k * 3);
  by.forEach((angle, c) => {
    axes[c * 3 + c] = Math.cos(angle);
    axes[(c + 3) * 3 + c] = Math.sin(angle);
  });
  return axes;
}

describe("principal angles", () => {
  const upright = leaning(3, [0, 0, 0].map(() => 0) as [number, number, number]).subarray(0, 9);

  test.each([[[0, 0, 0]], [[1e-4, 0.3, 1.2]], [[0.001, 0.001, Math.PI / 2]]] as const)(
    "of axes that lean by %j are these",
    (by) => {
      const found = principalAngles(Float32Array.from(upright), leaning(6, by));
      by.forEach((angle, i) => {
        expect(Math.abs(found[i] - angle)).toBeLessThan(1e-6);
      });
    },
  );

  test("do not depend on the axes within the subspaces", () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (turn) => {
        const [c, s] = [Math.cos(turn), Math.sin(turn)];
        const turn3 = Float64Array.of(c, s, 0, -s, c, 0, 0, 0, -1);
        const found = principalAngles(turned(Float32Array.from(upright), turn3), leaning(6, [0.1, 0.2, 0.9]));
        [0.1, 0.2, 0.9].forEach((angle, i) => {
          expect(found[i]).toBeCloseTo(angle, 5);
        });
      }),
    );
  });
});

describe("movement", () => {
  const normal = gaussian(4);
  const n = 300;
  const cloud = Float32Array.from({ length: n * 3 }, normal);
  const other = cloud.map((value) => value + 0.3 * normal());

  function products(a: Float32Array, b: Float32Array): { cross: Float64Array; square: number; other: number } {
    const cross = new Float64Array(9);
    let [square, second] = [0, 0];
    for (let r = 0; r < n; r++) {
      for (let i = 0; i < 3; i++) {
        square += a[r * 3 + i] ** 2;
        second += b[r * 3 + i] ** 2;
        for (let j = 0; j < 3; j++) cross[i * 3 + j] += a[r * 3 + i] * b[r * 3 + j];
      }
    }
    return { cross, square, other: second };
  }

  test("is how far the points are once they are turned and of one size", () => {
    const { cross, square, other: second } = products(cloud, other);
    const moved = turned(cloud, procrustes(cross));
    let sum = 0;
    for (let i = 0; i < n * 3; i++) sum += (moved[i] / Math.sqrt(square) - other[i] / Math.sqrt(second)) ** 2;
    expect(movement(cross, square, second)).toBeCloseTo(Math.sqrt(sum), 5);
  });

  test("is nothing where the cloud is only turned, mirrored and grown", () => {
    const grown = turned(cloud, Float64Array.of(0, 2, 0, 2, 0, 0, 0, 0, -2));
    const { cross, square, other: second } = products(cloud, grown);
    expect(movement(cross, square, second)).toBeLessThan(1e-3);
  });

  test("of points that all lie in one place is 0", () => {
    expect(movement(new Float64Array(9), 0, 0)).toBe(0);
  });
});
