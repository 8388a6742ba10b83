import fc from "fast-check";
import { expect, test } from "vitest";
import { gaussian, steppedSpace } from "../numeric/testing/reference";
import { expectExact, ours, type Space, space, spectral } from "./testing/oracle";

// Every kind of matrix that breaks a PCA, at random sizes, prefixes, modes, numbers of shards and cuts into blocks,
// against a plain PCA in double precision.

/** What a kind makes of a size and a seed. */
type Kind = (n: number, d: number, seed: number) => Space;

const kinds: Record<string, Kind> = {
  "an ordinary space": steppedSpace,
  "white noise": (n, d, seed) => space(n, d, (_r, _j, z) => z, seed),
  "rank 1": (n, d, seed) => spectral(n, d, [1], seed),
  "rank 2": (n, d, seed) => spectral(n, d, [1, 0.4], seed),
  "near-equal eigenvalues": (n, d, seed) => spectral(n, d, [1, 1, 1, 0.999, 0.999, 0.1], seed),
  "fewer rows than dims": (n, d, seed) => steppedSpace(Math.max(4, n % d), d, seed),
  "one to three rows": (n, d, seed) => steppedSpace(1 + (n % 3), d, seed),
  "constant columns": (n, d, seed) => space(n, d, (_r, j, z) => (j % 3 ? z : 7), seed),
  "all-zero rows": (n, d, seed) => space(n, d, (r, _j, z) => (r % 4 ? z + 0.5 : 0), seed),
  "duplicated rows": (n, d, seed) => {
    const few = space(7, d, (_r, _j, z) => z, seed);
    return few.map((column) => Float32Array.from({ length: n }, (_, r) => column[r % 7]));
  },
  "rows far smaller than the mean": (n, d, seed) =>
    space(n, d, (r, _j, z) => (r % 4 ? z + 5 : 10 ** -(r % 13) * z), seed),
  "one huge outlier": (n, d, seed) => space(n, d, (r, _j, z) => (r === n >> 1 ? 1e6 * z : z), seed),
  "values around 1e20": (n, d, seed) => space(n, d, (_r, j, z) => 1e20 * z * (j < 3 ? 3 : 1), seed),
  "values around 1e-20": (n, d, seed) => space(n, d, (_r, j, z) => 1e-20 * z * (j < 3 ? 3 : 1), seed),
  "a mean of 10,000 over a deviation of 1": (n, d, seed) =>
    space(n, d, (_r, j, z) => 1e4 * (j % 2 ? 1 : -0.7) + z * (j < 5 ? 2 : 1), seed),
};

test.each(Object.entries(kinds))("%s: exact at any size, prefix, mode, sharding and cut", (_name, make) =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 5, max: 160 }),
      fc.integer({ min: 4, max: 110 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 1e6 }),
      fc.constantFrom("raw" as const, "unit" as const),
      fc.integer({ min: 1, max: 4 }),
      fc.uniqueArray(fc.integer({ min: 4, max: 100 }), { maxLength: 3 }),
      (n, d, part, seed, mode, shards, ends) => {
        const made = make(n, d, seed);
        const k = 4 + Math.round(part * (d - 4));
        const cuts = ends.sort((a, b) => a - b);
        return expectExact(made, k, mode, Math.min(shards, made[0].length), cuts);
      },
    ),
    { numRuns: 25 },
  ),
);

test("whatever finite numbers come, there is a frame of finite numbers or a plain error", () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 4, max: 70 }),
      fc.integer({ min: 0, max: 1e6 }),
      fc.constantFrom("raw" as const, "unit" as const),
      async (n, d, seed, mode) => {
        const normal = gaussian(seed);
        const largest = 3.4e38;
        const wild = space(
          n,
          d,
          (_r, j, z) => Math.max(-largest, Math.min(z * 10 ** (7 * normal() * (j % 2)), largest)),
          seed,
        );
        const frame = await ours(wild, d, mode).catch((error) => {
          expect(String(error)).toMatch(/^RangeError: Dimension \d+ holds values too large, beside/);
          return null;
        });
        if (!frame) return;
        for (const numbers of [frame.scores, frame.components, frame.explainedVariance, frame.explainedVarianceRatio]) {
          expect(numbers.every(Number.isFinite)).toBe(true);
        }
      },
    ),
    { numRuns: 150 },
  ));
