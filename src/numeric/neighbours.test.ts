import { expect, test } from "vitest";
import { toHalf } from "../../cli/encode";
import { loadKernels } from "./kernels/load";
import { halfToNumber } from "./kernels/scalar";
import { mergedLists } from "./nearest-lists";
import type { Precision } from "./neighbours";
import { Shard } from "./shard";
import { flatten, steppedSpace } from "./testing/reference";

const n = 230;
const d = 60;
const space = steppedSpace(n, d, 41);

/** Neighbours by plain loops in double. */
function oracle(query: number, prefix: number, count: number): { id: number; cosine: number }[] {
  const cosine = (r: number) => {
    let [dot, a, b] = [0, 0, 0];
    for (let j = 0; j < prefix; j++) {
      dot += space[j][query] * space[j][r];
      a += space[j][query] ** 2;
      b += space[j][r] ** 2;
    }
    return dot / Math.sqrt(a * b);
  };
  return Array.from({ length: n }, (_, id) => ({ id, cosine: cosine(id) }))
    .filter(({ id }) => id !== query)
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, count);
}

test("the nearest rows of each query at each prefix are those of plain loops", async () => {
  const shard = new Shard(await loadKernels(), n, d, "f4");
  const sums = shard.append(flatten(space), null);
  shard.center(
    0,
    sums.map((sum) => sum / n),
  );
  // More queries than one group holds.
  const rows = Int32Array.from({ length: 70 }, (_, i) => (i * 37) % n);
  const prefixes = [4, 21, 60];
  const count = 7;
  const { ids, cosines } = shard.neighbours({ queries: shard.vectors(rows), own: rows, prefixes, count }, 0);
  prefixes.forEach((prefix, p) => {
    rows.forEach((row, q) => {
      const expected = oracle(row, prefix, count);
      const at = (p * rows.length + q) * count;
      expect([...ids.subarray(at, at + count)]).toEqual(expected.map(({ id }) => id));
      expected.forEach(({ cosine }, i) => {
        expect(cosines[at + i]).toBeCloseTo(cosine, 5);
      });
    });
  });
});

test("where there are fewer rows than neighbours wanted the rest is −1", async () => {
  const shard = new Shard(await loadKernels(), 3, d, "f4");
  shard.append(flatten(space.map((column) => column.slice(0, 3))), null);
  const queries = shard.vectors(Int32Array.of(1));
  const { ids } = shard.neighbours({ queries, own: Int32Array.of(101), prefixes: [d], count: 4 }, 100);
  expect([...ids].slice(2)).toEqual([-1, -1]);
});

/** What an index of a precision stores of the first `prefix` values of a row, in double. */
function stored(row: number, prefix: number, precision: Precision): number[] {
  const values = Array.from({ length: prefix }, (_, j) => space[j][row]);
  const length = Math.hypot(...values);
  const peak = Math.max(...values.map(Math.abs));
  if (precision === "f16") return values.map((value) => halfToNumber(toHalf(value / length)));
  if (precision === "i8") return values.map((value) => Math.round((value / peak) * 127));
  return precision === "bit" ? values.map((value) => (value > 0 ? 1 : -1)) : values;
}

test.each(["f16", "i8", "bit"] as const)("what %s stores is compared, of rows and queries alike", async (precision) => {
  const shard = new Shard(await loadKernels(), n, d, "f4");
  shard.append(flatten(space), null);
  const own = Int32Array.from({ length: 70 }, (_, i) => (i * 37) % n);
  const prefixes = [4, 21, 60];
  const count = 9;
  const question = { queries: shard.vectors(own), own, prefixes, count, precision };
  const { ids, cosines } = shard.neighbours(question, 0);
  // In parts of the rows the answer is the same.
  const ranges = [
    { from: 0, to: 16 },
    { from: 16, to: 200 },
    { from: 200, to: n },
  ];
  const parts = ranges.map((range) => shard.neighbours({ ...question, range }, 0));
  expect(mergedLists(parts, prefixes.length * own.length, count)).toEqual({ ids, cosines });
  prefixes.forEach((prefix, p) => {
    const rows = Array.from({ length: n }, (_, row) => stored(row, prefix, precision));
    own.forEach((row, q) => {
      const cosine = (r: number) =>
        rows[r].reduce((sum, value, j) => sum + value * rows[row][j], 0) /
        Math.hypot(...rows[r]) /
        Math.hypot(...rows[row]);
      const all = rows.map((_, r) => (r === row ? -2 : cosine(r)));
      const best = [...all.keys()].sort((a, b) => all[b] - all[a] || a - b).slice(0, count);
      const at = (p * own.length + q) * count;
      best.forEach((id, i) => {
        expect(cosines[at + i]).toBeCloseTo(all[id], 4);
      });
      // Signs of few dims tie: which of them is named is the earlier row, as in the sorting above.
      if (precision === "bit") expect([...ids.subarray(at, at + count)]).toEqual(best);
    });
  });
});

test("a space of one value, or of none, gives the first rows", async () => {
  const shard = new Shard(await loadKernels(), 40, 8, "f4");
  shard.append(new Float32Array(320), null);
  for (const precision of ["f32", "f16", "i8", "bit"] as const) {
    const question = { queries: new Float32Array(8), own: Int32Array.of(1), prefixes: [4, 8], count: 3, precision };
    expect([...shard.neighbours(question, 0).ids]).toEqual([0, 2, 3, 0, 2, 3]);
  }
});
