import { expect, test } from "vitest";
import { loadKernels } from "./kernels/load";
import { Shard } from "./shard";
import { flatten, plainCovariance, steppedSpace } from "./testing/reference";

const n = 203;
const d = 37;
const columns = steppedSpace(n, d, 3);

// The same space in int8, and what its codes stand for.
const scales = Float32Array.from(columns, (column) => Math.max(...column.map(Math.abs)) / 127);
const codes = columns.map((column, j) => Int8Array.from(column, (value) => Math.round(value / scales[j])));
const decoded = codes.map((column, j) => Float32Array.from(column, (code) => code * scales[j]));

async function fill(type: "f4" | "i1"): Promise<{ shard: Shard; space: Float32Array[] }> {
  const shard = new Shard(await loadKernels(), n, d, type);
  for (const [from, to] of [
    [0, 4],
    [4, 20],
    [20, d],
  ]) {
    const sums =
      type === "f4"
        ? shard.append(flatten(columns.slice(from, to)), null)
        : shard.append(Int8Array.from(codes.slice(from, to).flatMap((c) => [...c])), scales.slice(from, to));
    shard.center(
      from,
      sums.map((sum) => sum / n),
    );
  }
  return { shard, space: type === "f4" ? columns : decoded };
}

test.each(["f4", "i1"] as const)("a shard of %s columns answers its part of the Gram matrix, centred", async (type) => {
  const { shard, space } = await fill(type);
  const covariance = plainCovariance(space, d);
  const [from, to] = [20, d];
  const block = shard.gram(from, to);
  for (let i = 0; i < to; i++) {
    for (let j = from; j < to; j++) {
      const expected = covariance[i * d + j] * (n - 1);
      expect(block[i * (to - from) + j - from]).toBeCloseTo(expected, 5);
    }
  }
});

test.each(["f4", "i1"] as const)("a shard of %s columns answers centred scores", async (type) => {
  const { shard, space } = await fill(type);
  const k = 29;
  const axes = Float32Array.from({ length: k * 3 }, (_, i) => Math.sin(i));
  const scores = shard.project([{ k, axes, unit: null }]);
  const means = space.map((column) => column.reduce((sum, value) => sum + value, 0) / n);
  for (let r = 0; r < n; r++) {
    for (let c = 0; c < 3; c++) {
      let sum = 0;
      for (let j = 0; j < k; j++) sum += (space[j][r] - means[j]) * axes[j * 3 + c];
      expect(scores[r * 3 + c]).toBeCloseTo(sum, 5);
    }
  }
});

test("a shard says so when it is handed more columns than it has room for", async () => {
  const { shard } = await fill("f4");
  expect(() => shard.append(columns[0], null)).toThrow(`after ${d} of ${d} columns`);
});

test("more int8 rows than one whole-number sum holds are added up without rounding", async () => {
  const rows = 150_001;
  const shard = new Shard(await loadKernels(), rows, 2, "i1");
  const codes = Int8Array.from({ length: rows * 2 }, (_, i) => (i % 3 ? -128 : 127));
  shard.center(0, new Float64Array(2));
  shard.append(codes, Float32Array.of(1, 2), 1);
  const block = shard.gram(0, 2);
  const dot = (a: number, b: number) => {
    let sum = 0;
    for (let r = 0; r < rows; r++) sum += codes[a * rows + r] * codes[b * rows + r];
    return sum;
  };
  expect([...block]).toEqual([dot(0, 0), 2 * dot(0, 1), 2 * dot(1, 0), 4 * dot(1, 1)].map(Math.fround));
});

test("a shard takes no more memory for the blocks that follow the first of their width", async () => {
  const kernels = await loadKernels();
  const [rows, dims] = [16, 2048];
  const shard = new Shard(kernels, rows, dims, "i1");
  const grow = (to: number) => {
    const from = shard.columns.count;
    shard.append(new Int8Array((to - from) * rows).fill(3), new Float32Array(to - from).fill(1));
    shard.gram(from, to);
    return kernels.allocate(0);
  };
  grow(4);
  const first = grow(132);
  for (let to = 260; to < dims; to += 128) expect(grow(to)).toBe(first);
});
