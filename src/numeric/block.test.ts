import { expect, test } from "vitest";
import { blockGram, orthonormalize, rotateBlock, WIDTH } from "./block";
import { gaussian } from "./testing/reference";

function expectOrthonormal(v: Float32Array, k: number): void {
  const gram = blockGram(v, v, k);
  for (let i = 0; i < WIDTH; i++) {
    for (let j = 0; j < WIDTH; j++) expect(gram[i * WIDTH + j]).toBeCloseTo(i === j ? 1 : 0, 5);
  }
}

test("a block is made orthonormal", () => {
  const k = 90;
  const v = new Float32Array(k * WIDTH).map(gaussian(5));
  orthonormalize(v, k);
  expectOrthonormal(v, k);
});

test("columns that repeat each other or are zero are drawn anew", () => {
  const k = 70;
  const v = new Float32Array(k * WIDTH);
  for (let r = 0; r < k; r++) for (const j of [0, 1, 4]) v[r * WIDTH + j] = Math.cos(r);
  orthonormalize(v, k);
  expectOrthonormal(v, k);
});

test("a rotation of the block is the product with the matrix", () => {
  const v = Float32Array.from({ length: 2 * WIDTH }, (_, i) => i);
  const swap = new Float64Array(WIDTH * WIDTH);
  for (let i = 0; i < WIDTH; i++) swap[i * WIDTH + (WIDTH - 1 - i)] = 1;
  rotateBlock(v, swap, 2);
  expect([...v]).toEqual([7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8]);
});
