import fc from "fast-check";
import { expect, test } from "vitest";
import { alignedScores, procrustes } from "./align";
import { gaussian } from "./testing/reference";

function cloud(points: number, seed: number): Float32Array {
  const normal = gaussian(seed);
  return Float32Array.from({ length: points * 3 }, (_, i) => normal() * [3, 2, 1][i % 3]);
}

/** A 3 × 3 rotation or reflection near nothing in particular: the polar factor of a random matrix. */
function orthogonal(seed: number): Float64Array {
  return procrustes(Float64Array.from(cloud(3, seed)));
}

test("a cloud that was turned, mirrored and scaled comes back to where it was", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0.01, max: 100, noNaN: true }), (seed, size) => {
      const towards = cloud(50, seed);
      const by = orthogonal(seed + 1);
      const moved = towards.map((_, i) => {
        const [at, j] = [i - (i % 3), i % 3];
        return size * (towards[at] * by[j] + towards[at + 1] * by[3 + j] + towards[at + 2] * by[6 + j]);
      });
      const { scores, residual } = alignedScores(moved, towards);
      expect(residual).toBeLessThan(2e-3);
      scores.forEach((value, i) => {
        expect(Math.abs(value / size - towards[i])).toBeLessThan(1e-4 * 12);
      });
    }),
    { numRuns: 40 },
  );
});

test("the residual is what is on paper: of one axis shared and one exchanged for another", () => {
  // Four points on two axes, whose second coordinates are uncorrelated with each other: the singular values of the cross
  // product are half the squares, so the residual is √(2 − 2·½) = 1.
  const a = Float32Array.of(1, 1, 0, 1, -1, 0, -1, 1, 0, -1, -1, 0);
  const b = Float32Array.of(1, 1, 0, 1, -1, 0, -1, -1, 0, -1, 1, 0);
  expect(alignedScores(a, b).residual).toBeCloseTo(1, 6);
});

test("a cloud that has shrunk to a point is as far from another as one that has nothing in common with it", () => {
  expect(alignedScores(new Float32Array(30), cloud(10, 3)).residual).toBeCloseTo(Math.SQRT2, 6);
});
