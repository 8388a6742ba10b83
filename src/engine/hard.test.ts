import { EVD, Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { flatten, gaussian, principalAngle, steppedSpace } from "../numeric/testing/reference";
import { Coordinator } from "./coordinator";
import type { Frame, Mode } from "./frame";
import { localShard } from "./local-shard";

// The matrices that break a PCA, each with the answer of a plain one in double precision.

type Space = Float32Array[];

async function ours(space: Space, k: number, mode: Mode, shards = 1): Promise<Frame> {
  const shape = { rows: space[0].length, dims: space.length, type: "f4" as const, shards };
  const coordinator = await Coordinator.open(localShard, shape);
  await coordinator.append({ values: flatten(space.slice(0, 4)), scales: null });
  if (space.length > 4) await coordinator.append({ values: flatten(space.slice(4)), scales: null });
  return coordinator.frame({ k, mode, axes: "pc" });
}

/** All variances, largest first, their axes (rows) and the total, in double. */
function oracle(space: Space, k: number, mode: Mode): { values: number[]; axes: number[]; total: number } {
  const n = space[0].length;
  const rows = Array.from({ length: n }, (_, r) => space.slice(0, k).map((column) => column[r]));
  if (mode === "unit") {
    for (const row of rows) {
      const norm = Math.hypot(...row);
      if (norm > 0) for (let j = 0; j < k; j++) row[j] /= norm;
    }
  }
  const x = new Matrix(rows);
  x.subRowVector(x.mean("column"));
  const covariance = x
    .transpose()
    .mmul(x)
    .div(Math.max(1, n - 1));
  const evd = new EVD(covariance, { assumeSymmetric: true });
  const order = evd.realEigenvalues.map((_, i) => i).sort((a, b) => evd.realEigenvalues[b] - evd.realEigenvalues[a]);
  return {
    values: order.map((i) => Math.max(0, evd.realEigenvalues[i])),
    axes: order.slice(0, 3).flatMap((i) => evd.eigenvectorMatrix.getColumn(i)),
    total: covariance.trace(),
  };
}

async function expectExact(space: Space, k: number, mode: Mode, shards = 1): Promise<void> {
  const frame = await ours(space, k, mode, shards);
  const { values, axes, total } = oracle(space, k, mode);
  for (let i = 0; i < Math.min(3, values.length); i++) {
    // Single precision tells 1e-6 of the first variance apart: what is smaller is compared with the first.
    const size = Math.max(values[i], 1e-3 * values[0], Number.MIN_VALUE);
    expect(Math.abs(frame.explainedVariance[i] - values[i]) / size).toBeLessThan(1e-3);
    if (total > 0) expect(Math.abs(frame.explainedVarianceRatio[i] - values[i] / total)).toBeLessThan(1e-3);
  }
  expect(frame.scores.every(Number.isFinite)).toBe(true);
  expect(frame.components.every(Number.isFinite)).toBe(true);
  expect(Number.isFinite(frame.rms)).toBe(true);
  expect(frame.converged).toBe(true);
  if (k >= 4 && values[2] > 1e-4 * values[0] && values[2] / values[3] >= 1.05) {
    expect(principalAngle(axes, frame.components, k)).toBeLessThan(1e-3);
  }
}

function space(n: number, d: number, value: (row: number, column: number, normal: number) => number, seed = 1): Space {
  const normal = gaussian(seed);
  return Array.from({ length: d }, (_, j) => Float32Array.from({ length: n }, (_, r) => value(r, j, normal())));
}

/** A space with given variances along random directions. */
function spectral(n: number, d: number, variances: number[]): Space {
  const normal = gaussian(8);
  const directions = variances.map(() => Float64Array.from({ length: d }, () => normal() / Math.sqrt(d)));
  const out = Array.from({ length: d }, () => new Float32Array(n));
  for (let r = 0; r < n; r++) {
    const scores = variances.map((variance) => normal() * Math.sqrt(variance));
    for (let j = 0; j < d; j++) out[j][r] = scores.reduce((sum, score, i) => sum + score * directions[i][j], 0);
  }
  return out;
}

const modes: Mode[] = ["raw", "unit"];

describe.each(modes)("in %s mode", (mode) => {
  test.each([4, 5, 7, 8, 31, 64, 65, 130])("an ordinary space of %i dims", (k) =>
    expectExact(steppedSpace(300, 130, 2), k, mode),
  );

  test("an ordinary space on three shards", () => expectExact(steppedSpace(301, 120, 2), 120, mode, 3));

  test.each([20, 90])("fewer rows than dims, %i dims", (k) => expectExact(steppedSpace(20, 90, 5), k, mode));

  test.each([1, 2, 3])("%i rows", async (n) => {
    await expectExact(steppedSpace(n, 70, 4), 70, mode);
    if (n === 1) expect([...(await ours(steppedSpace(1, 70, 4), 70, mode)).scores]).toEqual([0, 0, 0]);
  });

  test.each([2, 3])("%i dims in all", async (d) => {
    const frame = await ours(steppedSpace(50, d, 4), d, mode);
    const { values } = oracle(steppedSpace(50, d, 4), d, mode);
    for (let i = 0; i < d; i++) expect(frame.explainedVariance[i]).toBeCloseTo(values[i], 6);
    if (d === 2) expect(frame.explainedVariance[2]).toBe(0);
  });

  test.each([12, 80])("rank 1, %i dims", (k) => expectExact(spectral(200, 80, [1]), k, mode));
  test.each([12, 80])("rank 2, %i dims", (k) => expectExact(spectral(200, 80, [1, 0.5]), k, mode));

  test("near-equal leading eigenvalues", () =>
    expectExact(spectral(4000, 100, [1, 0.9999, 0.9998, 0.9997, 0.9996, 0.1]), 100, mode));

  test("white noise, where no axis stands out", () =>
    expectExact(
      space(500, 90, (_r, _j, z) => z),
      90,
      mode,
    ));

  test("constant columns", () =>
    expectExact(
      space(200, 90, (_r, j, z) => (j % 3 ? z : 7)),
      90,
      mode,
    ));

  test("all-zero rows", () =>
    expectExact(
      space(200, 90, (r, _j, z) => (r % 4 ? z + 0.5 : 0)),
      90,
      mode,
    ));

  test("duplicated rows", () =>
    expectExact(
      space(200, 90, (r, j) => Math.sin((r % 7) * 13.7 + j * 1.3 * (r % 7))),
      90,
      mode,
    ));

  // In unit mode the mean is the outlier's, and what single precision leaves of the others beside it is the limit.
  test("one huge outlier", () => {
    const size = mode === "raw" ? 1e6 : 1e4;
    return expectExact(
      space(300, 90, (r, _j, z) => (r === 17 ? size * z : z)),
      90,
      mode,
    );
  });

  test.each([1e20, 1e-20])("values around %d", (size) =>
    expectExact(
      space(200, 80, (_r, j, z) => size * z * (j < 3 ? 3 : 1)),
      80,
      mode,
    ),
  );

  test("a mean of 10,000 over a deviation of 1", () =>
    expectExact(
      space(400, 90, (_r, j, z) => Math.fround(1e4 * (j % 2 ? 1 : -0.7) + z * (j < 5 ? 2 : 1))),
      90,
      mode,
    ));

  test("nothing but zeros", async () => {
    const frame = await ours(
      space(50, 70, () => 0),
      70,
      mode,
    );
    expect(frame.explainedVariance).toEqual([0, 0, 0]);
    expect(frame.explainedVarianceRatio).toEqual([0, 0, 0]);
    expect(frame.scores.every((score) => score === 0)).toBe(true);
  });

  test("nothing but one constant", async () => {
    const frame = await ours(
      space(50, 70, () => 0.1),
      70,
      mode,
    );
    expect(frame.scores.every(Number.isFinite)).toBe(true);
    expect(frame.explainedVariance[0]).toBeLessThan(1e-10);
  });
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])(
  "a value of %d is refused, and its dimension named",
  async (value) => {
    const broken = space(50, 8, (r, j, z) => (r === 9 && j === 6 ? value : z));
    await expect(ours(broken, 8, "raw")).rejects.toThrow("Dimension 7 holds a value that is not a finite number.");
  },
);
