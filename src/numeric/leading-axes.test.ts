import { expect, test } from "vitest";
import { leadingAxes } from "./leading-axes";
import type { PrefixOperator } from "./operator";
import { symmetricEigen } from "./symmetric-eigen";
import { gaussian, plainCovariance, steppedSpace } from "./testing/reference";

function operatorOf(c: Float64Array, k: number): PrefixOperator {
  return {
    k,
    total: 0,
    apply(v) {
      const out = new Float32Array(k * 8);
      for (let r = 0; r < k; r++) {
        for (let j = 0; j < 8; j++) {
          let sum = 0;
          for (let i = 0; i < k; i++) sum += c[r * k + i] * v[i * 8 + j];
          out[r * 8 + j] = sum;
        }
      }
      return out;
    },
  };
}

/** Variance that orthonormal axes keep: the trace of AᵀCA. */
function kept(c: Float64Array, k: number, axes: Float32Array, count: number): number {
  let sum = 0;
  for (let a = 0; a < count; a++) {
    for (let r = 0; r < k; r++) {
      for (let i = 0; i < k; i++) sum += axes[r * count + a] * c[r * k + i] * axes[i * count + a];
    }
  }
  return sum;
}

test("of a small space, whose dims are no multiple of eight, all axes are exact", async () => {
  const k = 45;
  const c = plainCovariance(steppedSpace(120, k, 3), k);
  const { values, axes } = await leadingAxes(operatorOf(c, k), 45);
  const exact = symmetricEigen(c, k);
  values.forEach((value, i) => {
    expect(Math.abs(value - exact.values[i]) / exact.values[0]).toBeLessThan(1e-6);
  });
  for (let a = 0; a < k; a++) {
    let dot = 0;
    for (let r = 0; r < k; r++) dot += axes[r * k + a] * exact.vectors[a * k + r];
    expect(Math.abs(dot)).toBeGreaterThan(0.999);
  }
});

test("of a larger space the Krylov axes keep the variance that the best ones would, and are orthonormal", async () => {
  // A diagonal covariance turned nowhere: its axes are known. The variances fall as those of texts do.
  const k = 900;
  const normal = gaussian(5);
  const variances = Float64Array.from({ length: k }, (_, i) => (1 + 0.01 * normal()) / (i + 1)).sort((a, b) => b - a);
  const c = new Float64Array(k * k);
  for (let i = 0; i < k; i++) c[i * k + i] = variances[(i * 7) % k];
  const count = 40;
  const { values, axes } = await leadingAxes(operatorOf(c, k), count);
  const best = variances.slice(0, count).reduce((a, b) => a + b, 0);
  expect(1 - kept(c, k, axes, count) / best).toBeLessThan(1e-4);
  expect(values[0]).toBeCloseTo(variances[0], 5);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b <= a; b++) {
      let dot = 0;
      for (let r = 0; r < k; r++) dot += axes[r * count + a] * axes[r * count + b];
      expect(Math.abs(dot - (a === b ? 1 : 0))).toBeLessThan(1e-4);
    }
  }
});

test("a covariance of fewer ranks than axes asked for gives those, and variances of nothing", async () => {
  const k = 800;
  const c = new Float64Array(k * k);
  for (let i = 0; i < 5; i++) c[i * k + i] = 5 - i;
  const { values } = await leadingAxes(operatorOf(c, k), 12);
  expect([...values].map((value) => value.toFixed(3))).toEqual(
    [5, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0].map((v) => v.toFixed(3)),
  );
});
