import { PCA } from "ml-pca";
import { beforeAll, expect, test } from "vitest";
import { WIDTH } from "./block";
import { Covariance } from "./covariance";
import { loadKernels } from "./kernels/load";
import { leadingSpectrum, type Spectrum } from "./spectrum";
import { plainCovariance, principalAngle, steppedSpace } from "./testing/reference";

const n = 400;
const d = 320;
const columns = steppedSpace(n, d, 11);
const exact = plainCovariance(columns, d);
let covariance: Covariance;

beforeAll(async () => {
  covariance = new Covariance(await loadKernels(), n, d);
  covariance.extend(d, [Float32Array.from(exact, (value) => value * (n - 1))], new Float64Array(d));
});

function oracle(k: number): { values: number[]; axes: Float64Array } {
  const rows = Array.from({ length: k }, (_, i) => Array.from(exact.subarray(i * d, i * d + k)));
  const pca = new PCA(rows, { isCovarianceMatrix: true });
  const vectors = pca.getEigenvectors();
  const axes = Float64Array.from({ length: 3 * k }, (_, at) => vectors.get(at % k, Math.floor(at / k)));
  return { values: pca.getEigenvalues(), axes };
}

function axesOf({ vectors, k }: Spectrum): Float64Array {
  return Float64Array.from({ length: 3 * k }, (_, at) => vectors[(at % k) * WIDTH + Math.floor(at / k)]);
}

test.each([4, 5, 8, 63, 64, 65, 128, 200, 320])("the first %i dims have ml-pca's variances and axes", async (k) => {
  const spectrum = await leadingSpectrum(covariance.prefix(k), null);
  const { values, axes } = oracle(k);
  for (let i = 0; i < 3; i++) expect(Math.abs(spectrum.values[i] / values[i] - 1)).toBeLessThan(1e-4);
  expect(values[2] / values[3]).toBeGreaterThan(1.02);
  expect(principalAngle(axes, axesOf(spectrum), k)).toBeLessThan(1e-3);
});

test("a start from a shorter prefix takes fewer products and ends at the same answer", async () => {
  const below = await leadingSpectrum(covariance.prefix(280), null);
  const cold = await leadingSpectrum(covariance.prefix(300), null);
  const warm = await leadingSpectrum(covariance.prefix(300), below);
  expect(warm.products).toBeLessThan(cold.products);
  expect(warm.converged && cold.converged).toBe(true);
  expect(principalAngle(axesOf(cold), axesOf(warm), 300)).toBeLessThan(1e-3);
});

test("the residual of each of the three is within the bound", async () => {
  const { vectors, values, residual } = await leadingSpectrum(covariance.prefix(320), null);
  let largest = 0;
  for (let c = 0; c < 3; c++) {
    let sum = 0;
    for (let i = 0; i < 320; i++) {
      let image = -values[c] * vectors[i * WIDTH + c];
      for (let j = 0; j < 320; j++) image += exact[i * d + j] * vectors[j * WIDTH + c];
      sum += image * image;
    }
    largest = Math.max(largest, Math.sqrt(sum));
  }
  expect(largest / values[0]).toBeLessThan(1e-4);
  expect(residual).toBeLessThan(1e-4);
});

test("work that is no longer wanted stops", async () => {
  const signal = AbortSignal.abort(new Error("superseded"));
  await expect(leadingSpectrum(covariance.prefix(320), null, signal)).rejects.toThrow("superseded");
});

test("new dims that answer to none of the old are found all the same", async () => {
  // Two blocks that know nothing of each other; the leading directions lie in the second.
  const size = 240;
  const block = new Float32Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (i < 120 !== j < 120) continue;
      const waves = i < 120 ? [1, 0.8, 0.7, 0.6] : [9, 7, 5, 2];
      const of = (r: number, w: number) => Math.sin(((r % 120) + 1) * (w + 1) * (Math.PI / 121)) / Math.sqrt(60.5);
      for (let w = 0; w < 4; w++) block[i * size + j] += waves[w] * of(i, w) * of(j, w);
      if (i === j) block[i * size + j] += 0.01;
    }
  }
  const split = new Covariance(await loadKernels(), 2, size);
  split.extend(size, [block], new Float64Array(size));
  const below = await leadingSpectrum(split.prefix(120), null);
  const { values, converged } = await leadingSpectrum(split.prefix(size), below);
  expect(converged).toBe(true);
  [9, 7, 5].forEach((value, i) => {
    expect(values[i]).toBeCloseTo(value + 0.01, 3);
  });
});
