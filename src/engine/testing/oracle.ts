import { EVD, Matrix } from "ml-matrix";
import { expect } from "vitest";
import { flatten, gaussian, principalAngle } from "../../numeric/testing/reference";
import { Coordinator } from "../coordinator";
import type { Frame, Mode } from "../frame";
import { localShard } from "../local-shard";

/** Columns of a space. */
export type Space = Float32Array[];

/** Our frame of a space that arrives in blocks which end at `ends` and at d. */
export async function ours(space: Space, k: number, mode: Mode, shards = 1, ends = [4]): Promise<Frame> {
  const shape = { rows: space[0].length, dims: space.length, type: "f4" as const, shards };
  const coordinator = await Coordinator.open(localShard, shape);
  let from = 0;
  for (const to of [...ends.filter((end) => end < space.length), space.length]) {
    await coordinator.append({ values: flatten(space.slice(from, to)), scales: null });
    from = to;
  }
  return coordinator.frame({ k, mode, axes: "pc" });
}

/** All variances, largest first, their axes (rows), the total, and the centred rows (n × k), in double. */
export function oracle(
  space: Space,
  k: number,
  mode: Mode,
): { values: number[]; axes: number[]; total: number; rows: Matrix } {
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
    rows: x,
  };
}

/** Holds our frame against the oracle's: variances, ratios, the axes where they are told apart, and the scores on ours. */
export async function expectExact(space: Space, k: number, mode: Mode, shards = 1, ends = [4]): Promise<void> {
  const frame = await ours(space, k, mode, shards, ends);
  const { values, axes, total, rows } = oracle(space, k, mode);
  // The 64 rows that are summed in single precision leave up to 64·2⁻²⁴, 4e-6, of the first variance untold; and where
  // all unit rows are one and the same, 1e-7 of their own square.
  const alike = mode === "unit" ? 1e-4 : Number.MIN_VALUE;
  for (let i = 0; i < Math.min(3, values.length); i++) {
    const size = Math.max(values[i], 4e-3 * values[0], alike);
    expect(Math.abs(frame.explainedVariance[i] - values[i]) / size).toBeLessThan(1e-3);
    if (total > alike) expect(Math.abs(frame.explainedVarianceRatio[i] - values[i] / total)).toBeLessThan(1e-3);
  }
  const scores = rows.mmul(
    new Matrix(Array.from({ length: 3 }, (_, c) => [...frame.components.subarray(c * k, c * k + k)])).transpose(),
  );
  const apart = scores.to1DArray().map((score, i) => Math.abs(frame.scores[i] - score));
  expect(Math.max(...apart)).toBeLessThan(1e-3 * Math.sqrt(Math.max(values[0], alike)));
  expect(frame.components.every(Number.isFinite)).toBe(true);
  expect(Number.isFinite(frame.rms)).toBe(true);
  expect(frame.converged).toBe(true);
  if (k >= 4 && values[2] > Math.max(1e-4 * values[0], alike) && values[2] / values[3] >= 1.05) {
    // What is left untold turns the plane by as much, at most, as it is of the gap below (Davis & Kahan, 1970).
    const turned = (4e-6 * values[0]) / (values[2] - values[3]);
    expect(principalAngle(axes, frame.components, k)).toBeLessThan(1e-3 + turned);
  }
}

/** A space of n rows and d columns by a function of row, column and a normal deviate. */
export function space(
  n: number,
  d: number,
  value: (row: number, column: number, normal: number) => number,
  seed = 1,
): Space {
  const normal = gaussian(seed);
  return Array.from({ length: d }, (_, j) => Float32Array.from({ length: n }, (_, r) => value(r, j, normal())));
}

/** A space with given variances along random directions. */
export function spectral(n: number, d: number, variances: number[], seed = 8): Space {
  const normal = gaussian(seed);
  const directions = variances.map(() => Float64Array.from({ length: d }, () => normal() / Math.sqrt(d)));
  const out = Array.from({ length: d }, () => new Float32Array(n));
  for (let r = 0; r < n; r++) {
    const scores = variances.map((variance) => normal() * Math.sqrt(variance));
    for (let j = 0; j < d; j++) out[j][r] = scores.reduce((sum, score, i) => sum + score * directions[i][j], 0);
  }
  return out;
}
