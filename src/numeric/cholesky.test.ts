import { expect, test } from "vitest";
import { blockGram, rotateBlock, WIDTH } from "./block";
import { orthonormalizer } from "./cholesky";
import { gaussian } from "./testing/reference";

const k = 50;

test("the columns of a block times the matrix are orthonormal", () => {
  const v = new Float32Array(k * WIDTH).map(gaussian(3));
  const { x, rank } = orthonormalizer(blockGram(v, v, k));
  expect(rank).toBe(WIDTH);
  rotateBlock(v, x, k);
  const gram = blockGram(v, v, k);
  for (let i = 0; i < WIDTH * WIDTH; i++) expect(gram[i]).toBeCloseTo(i % (WIDTH + 1) ? 0 : 1, 5);
});

test("columns that depend on those before them, or are zero, become zero", () => {
  const v = new Float32Array(k * WIDTH).map(gaussian(3));
  for (let r = 0; r < k; r++) {
    v[r * WIDTH + 2] = v[r * WIDTH] - 2 * v[r * WIDTH + 1];
    v[r * WIDTH + 5] = 0;
  }
  const { x, rank } = orthonormalizer(blockGram(v, v, k));
  expect(rank).toBe(WIDTH - 2);
  rotateBlock(v, x, k);
  const gram = blockGram(v, v, k);
  for (let i = 0; i < WIDTH; i++) expect(gram[i * (WIDTH + 1)]).toBeCloseTo(i === 2 || i === 5 ? 0 : 1, 5);
});
