import fc from "fast-check";
import { Matrix, EigenvalueDecomposition as Reference } from "ml-matrix";
import { expect, test } from "vitest";
import { symmetricEigen } from "./symmetric-eigen";
import { gaussian } from "./testing/reference";

/** A random symmetric matrix with a given spectrum. */
function withSpectrum(spectrum: number[], seed: number): Float64Array {
  const n = spectrum.length;
  const random = gaussian(seed);
  const q = new Reference(symmetric(n, random)).eigenvectorMatrix;
  return Float64Array.from(q.mmul(Matrix.diag(spectrum)).mmul(q.transpose()).to1DArray());
}

function symmetric(n: number, random: () => number): Matrix {
  const matrix = new Matrix(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      matrix.set(i, j, random());
      matrix.set(j, i, matrix.get(i, j));
    }
  }
  return matrix;
}

// Orthonormal rows that diagonalise the matrix: with the values in order, that is all there is to say.
function expectSolved(matrix: Float64Array, n: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, n);
  const [a, v] = [Matrix.from1DArray(n, n, matrix), Matrix.from1DArray(n, n, vectors)];
  const scale = Math.max(...matrix.map(Math.abs), Number.MIN_VALUE);
  const rest = v.mmul(a).sub(Matrix.diag([...values]).mmul(v));
  expect(Math.max(...rest.to1DArray().map(Math.abs)) / scale).toBeLessThan(1e-13 * n);
  const square = v.mmul(v.transpose()).sub(Matrix.eye(n));
  expect(Math.max(...square.to1DArray().map(Math.abs))).toBeLessThan(1e-13 * n);
  expect(values).toEqual(values.toSorted((x, y) => y - x));
  return values;
}

test("random matrices have the eigenvalues that ml-matrix finds, at any scale", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 48 }),
      fc.integer({ min: 0, max: 1e6 }),
      fc.constantFrom(-100, -20, 0, 20, 100),
      (n, seed, exponent) => {
        const matrix = symmetric(n, gaussian(seed)).mul(10 ** exponent);
        const values = expectSolved(Float64Array.from(matrix.to1DArray()), n);
        const reference = new Reference(matrix, { assumeSymmetric: true }).realEigenvalues.sort((x, y) => y - x);
        const largest = Math.max(...reference.map(Math.abs));
        values.forEach((value, i) => {
          expect(Math.abs(value - reference[i]) / largest).toBeLessThan(1e-12);
        });
      },
    ),
    { numRuns: 60 },
  );
});

test("equal, near-equal, zero and negative eigenvalues are told apart no more than they are", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(0, 1, 1, 1 + 1e-12, -1, 5, 1e-9), { minLength: 1, maxLength: 24 }),
      fc.integer({ min: 0, max: 1e6 }),
      (spectrum, seed) => {
        const values = expectSolved(withSpectrum(spectrum, seed), spectrum.length);
        spectrum
          .toSorted((x, y) => y - x)
          .forEach((value, i) => {
            expect(values[i]).toBeCloseTo(value, 11);
          });
      },
    ),
    { numRuns: 60 },
  );
});

test("a matrix of zeros, and one that is diagonal already", () => {
  expect([...expectSolved(new Float64Array(25), 5)]).toEqual([0, 0, 0, 0, 0]);
  expect([...expectSolved(Float64Array.of(2, 0, 0, 0, 7, 0, 0, 0, 3), 3)]).toEqual([7, 3, 2]);
});
