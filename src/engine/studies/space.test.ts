import { expect, test } from "vitest";
import { flatten } from "../../numeric/testing/reference";
import { Coordinator } from "../coordinator";
import { localShard } from "../local-shard";
import { jitter, jitterPrefixes } from "./jitter";
import { norms } from "./norms";
import { prefixes } from "./prefixes";
import type { StudyRun } from "./study";

// Small spaces whose answers are known on paper; the demo spaces are held against numpy's in cli/studies.test.ts.

const run: StudyRun = { signal: new AbortController().signal, progress: () => {}, pause: async () => {} };

async function open(columns: number[][], shards = 1): Promise<Coordinator> {
  const shape = { rows: columns[0].length, dims: columns.length, type: "f4" as const, shards };
  const coordinator = await Coordinator.open(localShard, shape);
  await coordinator.append({ values: flatten(columns.map((column) => Float32Array.from(column))), scales: null });
  return coordinator;
}

/** Columns of a Hadamard matrix: orthogonal, with mean 0. */
const WAVES = Array.from({ length: 7 }, (_, j) =>
  Array.from({ length: 8 }, (_, row) => ((row & (j + 1)).toString(2).replaceAll("0", "").length % 2 ? -1 : 1)),
);

test("equal variances that do not go together count each; a column said again adds no rank", async () => {
  const apart = await prefixes(await open(WAVES.slice(0, 5)), {}, run);
  expect(Array.from(apart.effectiveRank)).toEqual([1, 2, 3, 4, 5].map((k) => expect.closeTo(k, 5)));
  expect(Array.from(apart.variance)).toEqual([0.2, 0.4, 0.6, 0.8, 1].map((share) => expect.closeTo(share, 6)));
  const same = await prefixes(await open([0, 1, 2, 3, 4].map(() => WAVES[0])), {}, run);
  expect(Array.from(same.effectiveRank)).toEqual([1, 1, 1, 1, 1].map((k) => expect.closeTo(k, 5)));
});

test("the mean counts for the squared norm and not for the variance", async () => {
  const shifted = [WAVES[0].map((value) => value + 3), ...WAVES.slice(1, 4)];
  const { variance, meanSquare } = await prefixes(await open(shifted, 3), {}, run);
  expect(variance[0]).toBeCloseTo(1 / 4, 6);
  expect(meanSquare[0]).toBeCloseTo(10 / 13, 6);
});

test("values too small for single precision's squares give the same shares", async () => {
  const tiny = WAVES.slice(0, 5).map((column, j) => column.map((value) => (value + j) * 1e-25));
  const plain = WAVES.slice(0, 5).map((column, j) => column.map((value) => value + j));
  const [a, b] = [await prefixes(await open(tiny), {}, run), await prefixes(await open(plain), {}, run)];
  for (let k = 0; k < 5; k++) {
    expect(a.meanSquare[k]).toBeCloseTo(b.meanSquare[k], 5);
    expect(a.effectiveRank[k]).toBeCloseTo(b.effectiveRank[k], 4);
  }
});

test("norms are told row by row over all shards, and the worst first; a row of zeros is none of them", async () => {
  const columns = [
    [3, 0, 1, 0, 4, 1, 1],
    [0, 0, 1, 0, 0, 1, 1],
    [0, 1, 1, 0, 3, 1, 1],
    [4, 9, 1, 0, 0, 1, 0],
    [0, 0, 0, 0, 0, 5, 0],
  ];
  for (const shards of [1, 3]) {
    const { shares, worst, counts, from, to } = await norms(await open(columns, shards), { k: 4 }, run);
    expect(Array.from(shares)).toEqual([1, 1, 1, 0, 1, 4 / 29, 1].map((share) => expect.closeTo(share, 6)));
    expect(worst[0]).toBe(5);
    expect(Array.from(worst)).not.toContain(3);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6);
    expect([from, to]).toEqual([expect.closeTo(4 / 29, 6), 1]);
  }
});

test("a cloud that has all its dims early does not move afterwards", async () => {
  const columns = Array.from({ length: 12 }, (_, j) =>
    Array.from({ length: 8 }, (_, row) => (j < 4 ? (4 - j) * WAVES[j][row] : 0)),
  );
  for (const mode of ["raw", "unit"] as const) {
    const found = await jitter(await open(columns, 2), { mode }, run);
    expect(Array.from(found.k)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(found.ratio[0]).toBeGreaterThan(0.9);
    for (let i = 1; i < 9; i++) {
      expect(found.angle[i]).toBeLessThan(1e-3);
      expect(found.eighth[i]).toBeLessThan(2e-3);
    }
    expect(found.eighth[0]).toBeNaN();
    expect(found.octave[8]).toBeLessThan(2e-3);
  }
});

test("new dims that outweigh the old take all three axes with them: angles of 90°, and points at the size of the cloud", async () => {
  const columns = Array.from({ length: 7 }, (_, j) =>
    WAVES[j].map((value) => value * (j < 4 ? [3, 2.9, 2.8, 0.01][j] : 100 - j)),
  );
  const { k, angles } = await jitter(await open(columns), { mode: "raw" }, run);
  expect(k[k.length - 1]).toBe(7);
  const last = k.indexOf(5);
  expect(angles[last * 3 + 2]).toBeCloseTo(Math.PI / 2, 4);
  expect(angles[last * 3]).toBeLessThan(1e-3);
});

test("the prefixes are eight an octave, and end with all dims", () => {
  const found = jitterPrefixes(3072);
  expect(found.filter((k) => k >= 1024 && k < 2048)).toHaveLength(8);
  expect(found.slice(-2)).toEqual([2896, 3072]);
  expect(jitterPrefixes(4)).toEqual([4]);
});
