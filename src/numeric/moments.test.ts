import fc from "fast-check";
import { expect, test } from "vitest";
import { seeded } from "./block";
import { loadKernels } from "./kernels/load";
import { Moments } from "./moments";
import { MomentsOfRows } from "./moments-of-rows";

const DIMS = 13;

/** Rows of unequal spreads, far from the origin. */
function rowsOf(count: number, seed: number): Float32Array {
  const random = seeded(seed);
  return Float32Array.from({ length: count * DIMS }, (_, i) => 40 + (i % DIMS) + (random() - 0.5) / (1 + (i % DIMS)));
}

async function momentsOf(values: Float32Array): Promise<Moments> {
  const moments = new MomentsOfRows(await loadKernels(), DIMS);
  for (let at = 0; at < values.length; at += DIMS) moments.add(values, at);
  return moments.finish();
}

/** In double, by two passes. */
function reference(values: Float32Array): { means: number[]; scatter: number[] } {
  const rows = values.length / DIMS;
  const at = (r: number, j: number) => values[r * DIMS + j];
  const means = Array.from({ length: DIMS }, (_, j) => {
    let sum = 0;
    for (let r = 0; r < rows; r++) sum += at(r, j);
    return sum / rows;
  });
  const scatter: number[] = [];
  for (let j = 0; j < DIMS; j++) {
    for (let i = 0; i <= j; i++) {
      let sum = 0;
      for (let r = 0; r < rows; r++) sum += (at(r, i) - means[i]) * (at(r, j) - means[j]);
      scatter.push(sum);
    }
  }
  return { means, scatter };
}

/** The largest difference of two scatters, in units of what their dims spread. */
function apart(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const diagonal = Array.from({ length: DIMS }, (_, j) => Math.sqrt(b[(j * (j + 1)) / 2 + j]));
  let most = 0;
  for (let j = 0, at = 0; j < DIMS; j++) {
    for (let i = 0; i <= j; i++, at++) most = Math.max(most, Math.abs(a[at] - b[at]) / (diagonal[i] * diagonal[j]));
  }
  return most;
}

test.each([1, 2, 500, 2048, 2049, 5000])("the moments of %i rows are those of two passes in double", async (count) => {
  const values = rowsOf(count, count);
  const { rows, means, scatter } = await momentsOf(values);
  const golden = reference(values);
  expect(rows).toBe(count);
  for (let j = 0; j < DIMS; j++) expect(means[j]).toBeCloseTo(golden.means[j], 9);
  if (count > 1) expect(apart(scatter, golden.scatter)).toBeLessThan(1e-6);
  else expect(Math.max(...scatter.map(Math.abs))).toBeLessThan(1e-9);
});

test("values near the ends of single precision have moments too", async () => {
  for (const size of [1e-30, 1e30]) {
    const values = rowsOf(300, 4).map((value) => (value - 40) * size);
    expect(apart((await momentsOf(values)).scatter, reference(values).scatter)).toBeLessThan(1e-6);
  }
});

test("parts add up to the whole, in any order and grouping", async () => {
  const values = rowsOf(4000, 9);
  const whole = await momentsOf(values);
  const ends = [0, 1, 700, 702, 2900, 4000];
  const parts: Moments[] = [];
  for (let i = 1; i < ends.length; i++)
    parts.push(await momentsOf(values.subarray(ends[i - 1] * DIMS, ends[i] * DIMS)));
  const copyOf = ({ rows, means, scatter }: Moments) => {
    const copy = new Moments(DIMS, means.slice(), scatter.slice());
    copy.rows = rows;
    return copy;
  };
  fc.assert(
    fc.property(
      fc.shuffledSubarray(parts, { minLength: parts.length }),
      fc.infiniteStream(fc.nat()),
      (order, places) => {
        const left = order.map(copyOf);
        while (left.length > 1) {
          const i = (places.next().value ?? 0) % (left.length - 1);
          left[i].add(left[i + 1]);
          left.splice(i + 1, 1);
        }
        expect(left[0].rows).toBe(4000);
        expect(apart(left[0].scatter, whole.scatter)).toBeLessThan(1e-6);
      },
    ),
    { seed: 5, numRuns: 50 },
  );
});

test("rows of other dims are refused", () => {
  expect(() => new Moments(4).add(new Moments(5))).toThrow("Rows of 5 dims do not add to those of 4.");
});
