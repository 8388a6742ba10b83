import { expect, test } from "vitest";
import { linearCka } from "./cka";
import { DotProducts } from "./dot-products";
import { gaussian } from "./testing/reference";

type Matrix = number[][];

const product = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * b[i], 0);
const gramOf = (x: Matrix) => Float32Array.from(x.flatMap((row) => x.map((other) => product(row, other))));

function random(rows: number, dims: number, seed: number): Matrix {
  const normal = gaussian(seed);
  return Array.from({ length: rows }, () => Array.from({ length: dims }, normal));
}

/** A random orthogonal matrix, by Gram and Schmidt. */
function turn(dims: number, seed: number): Matrix {
  const basis: Matrix = [];
  for (const row of random(dims, dims, seed)) {
    let rest = row;
    for (let pass = 0; pass < 2; pass++) {
      for (const one of basis) {
        const along = product(rest, one);
        rest = rest.map((x, i) => x - along * one[i]);
      }
    }
    const norm = Math.hypot(...rest);
    basis.push(rest.map((x) => x / norm));
  }
  return basis;
}

test("the alignment of a space with itself turned, shifted and scaled is 1", () => {
  const x = random(60, 8, 1);
  const axes = turn(8, 2);
  const other = x.map((row) => axes.map((axis, i) => 3 * product(row, axis) + i));
  expect(linearCka(gramOf(x), gramOf(other), 60).mean).toBeCloseTo(1, 4);
});

test("spaces that have nothing in common have none, however few the rows: 0 lies in the interval", () => {
  // 40 rows of 200 dims: the plain ratio would be 0.8.
  const within = Array.from({ length: 20 }, (_, i) => {
    const { mean, low, high } = linearCka(gramOf(random(40, 200, 2 * i + 5)), gramOf(random(40, 200, 2 * i + 6)), 40);
    expect(Math.abs(mean)).toBeLessThan(0.2);
    return low <= 0 && high >= 0;
  });
  expect(within.filter(Boolean).length).toBeGreaterThanOrEqual(17);
});

test("a space of two parts, one of them shared, has the alignment that is on paper", () => {
  // X = (a, b), Y = (a, c) of independent unit variances: ‖XᵀY‖² ÷ (‖XᵀX‖·‖YᵀY‖) = 1 ÷ 2.
  const [a, b, c] = [1, 2, 3].map((seed) => random(900, 1, seed + 40).map(([x]) => x));
  const x = a.map((value, i) => [value, b[i]]);
  const y = a.map((value, i) => [value, c[i]]);
  const { mean, low, high } = linearCka(gramOf(x), gramOf(y), 900);
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.05);
  expect(low).toBeLessThan(0.5);
  expect(high).toBeGreaterThan(0.5);
});

test("what does not vary is like nothing: not a number", () => {
  expect(linearCka(gramOf(random(30, 3, 1)), new Float32Array(900), 30).mean).toBeNaN();
});

test("the dot products of rows are those of plain loops, a batch at a time", async () => {
  const x = random(37, 21, 9);
  const flat = Float32Array.from(x.flat());
  const products = await DotProducts.of(flat, 21, 16);
  const all = [0, 16, 32].flatMap((from) => [...products.with(flat.subarray(from * 21, (from + 16) * 21))]);
  const plain = gramOf(x);
  expect(all.length).toBe(plain.length);
  all.forEach((value, i) => {
    expect(value).toBeCloseTo(plain[i], 3);
  });
  expect(() => products.with(flat)).toThrow("room for 16");
});
