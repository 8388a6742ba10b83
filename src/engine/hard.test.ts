import { describe, expect, test } from "vitest";
import { steppedSpace } from "../numeric/testing/reference";
import type { Mode } from "./frame";
import { expectExact, oracle, ours, space, spectral } from "./testing/oracle";

// The matrices that break a PCA, each with the answer of a plain one in double precision. `hard.property.test.ts` has
// the same at random sizes.

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

  test.each([12, 80])("rows far smaller than the mean, down to all but zero, %i dims", (k) =>
    expectExact(
      space(200, 80, (r, _j, z) => (r % 4 ? z + 5 : 10 ** -(r % 13) * z)),
      k,
      mode,
    ),
  );

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
