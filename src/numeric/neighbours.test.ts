import { expect, test } from "vitest";
import { loadKernels } from "./kernels/load";
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
