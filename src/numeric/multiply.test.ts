import fc from "fast-check";
import { expect, test } from "vitest";
import { loadKernels } from "./kernels/load";
import { Multiplier } from "./multiply";
import { gaussian } from "./testing/reference";

test.each(["plain", "relaxed"] as const)("the %s product agrees with plain loops at any size", async (build) => {
  const kernels = await loadKernels(build);
  const multiplier = new Multiplier(kernels);
  const most = 700;
  const left = kernels.allocate(most * 90 * 4);
  const right = kernels.allocate(most * 90 * 4);
  const c = kernels.allocate(96 * 96 * 4);
  const size = fc.integer({ min: 1, max: 90 });
  fc.assert(
    fc.property(size, size, fc.integer({ min: 1, max: most }), fc.integer(), (rows, columns, depth, seed) => {
      const normal = gaussian(seed);
      const l = kernels.f32(left, rows * depth).map(normal);
      const r = kernels.f32(right, columns * depth).map(normal);
      kernels.f32(left, l.length).set(l);
      kernels.f32(right, r.length).set(r);
      const stride = 96;
      kernels.f32(c, 96 * stride).fill(0);
      const packer =
        (base: number) => (panel: number, from: number, count: number, start: number, deep: number, width: number) =>
          kernels.packF32(panel, base + (from * depth + start) * 4, count, deep, 1, depth, width, 0);
      multiplier.multiply(packer(left), packer(right), rows, columns, 0, depth, c, stride);
      const got = kernels.f32(c, 96 * stride);
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          let sum = 0;
          for (let p = 0; p < depth; p++) sum += l[i * depth + p] * r[j * depth + p];
          expect(Math.abs(got[i * stride + j] - sum)).toBeLessThan(2e-5 * Math.sqrt(depth) * 10);
        }
      }
    }),
    { numRuns: 25 },
  );
});
