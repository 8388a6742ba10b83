import { beforeAll, expect, test } from "vitest";
import { flatten, steppedSpace } from "../../numeric/testing/reference";
import { controlOf, controlOrder } from "../controls";
import { principalComponents } from "../controls/principal-components";
import { Coordinator } from "../coordinator";
import { localShard } from "../local-shard";
import { sampleRows, shuffled } from "../sample-rows";
import type { OpenSpace } from "../service";
import { agreement, sharedShares } from "./agreement";
import { draws } from "./draws";
import { likeness } from "./likeness";
import { nearest } from "./nearest";
import type { StudyRun } from "./study";
import { truncation } from "./truncation";
import { vectors } from "./vectors";

// A space against a control of itself, by the way the page goes: what one answers is handed to the other.

const n = 240;
const d = 90;
const columns = steppedSpace(n, d, 5);
const queries = 100;
const run: StudyRun = { signal: new AbortController().signal, progress: () => {}, pause: async () => {} };

const space: OpenSpace = {
  rows: n,
  dims: d,
  type: "f4",
  totalBytes: n * d * 4,
  description: null,
  async *blocks() {
    yield { values: flatten(columns.slice(0, 40)), scales: null };
    yield { values: flatten(columns.slice(40)), scales: null };
  },
  points: async () => null,
};

async function opened({ blocks, ...shape }: OpenSpace, shards = 1): Promise<Coordinator> {
  const coordinator = await Coordinator.open(localShard, { ...shape, shards });
  for await (const block of blocks(() => {})) await coordinator.append(block);
  return coordinator;
}

/** The nearest of each row on some dims, in double, by plain loops. */
function plainNearest(dims: Int32Array, count: number): number[][] {
  const cosine = (a: number, b: number) => {
    let [dot, p, q] = [0, 0, 0];
    for (const j of dims) {
      dot += columns[j][a] * columns[j][b];
      p += columns[j][a] ** 2;
      q += columns[j][b] ** 2;
    }
    return dot / Math.sqrt(p * q);
  };
  return Array.from({ length: n }, (_, row) =>
    Array.from({ length: n }, (_, id) => ({ id, score: cosine(row, id) }))
      .filter(({ id }) => id !== row)
      .sort((a, b) => b.score - a.score)
      .slice(0, count)
      .map(({ id }) => id),
  );
}

const share = (a: number[][], b: number[][]) =>
  a.reduce((sum, list, q) => sum + list.filter((id) => b[q].includes(id)).length / list.length, 0) / a.length;

let whole: Coordinator;
beforeAll(async () => {
  whole = await opened(space, 2);
});

test("a control has the columns of the space in its own order, whatever the blocks", async () => {
  const order = controlOrder("shuffled", d);
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: d }, (_, i) => i));
  let at = 0;
  for await (const { values } of controlOf(space, "shuffled").blocks(() => {})) {
    for (let from = 0; from < values.length; from += n) {
      expect(values.subarray(from, from + n)).toEqual(columns[order[at++]]);
    }
  }
  expect(at).toBe(d);
  expect([...controlOrder("last", 4)]).toEqual([3, 2, 1, 0]);
});

test("scales go with their columns", async () => {
  const scaled: OpenSpace = {
    ...space,
    rows: 2,
    dims: 3,
    type: "i1",
    async *blocks() {
      yield { values: Int8Array.of(1, 2, 3, 4, 5, 6), scales: Float32Array.of(10, 20, 30) };
    },
  };
  const blocks = [];
  for await (const block of controlOf(scaled, "last").blocks(() => {})) blocks.push(block);
  expect(blocks).toEqual([{ values: Int8Array.of(5, 6, 3, 4, 1, 2), scales: Float32Array.of(30, 20, 10) }]);
});

test("overlap, recall of both and their difference are those of plain loops", async () => {
  const other = await opened(controlOf(space, "last"));
  const k = 20;
  const [lists] = await nearest(other, { queries, prefixes: [k], count: 10 }, run);
  const answer = await agreement(whole, { k, queries, count: 10, other: lists, otherWhole: null }, run);
  const sample = [...sampleRows(n, queries)];
  const first = plainNearest(
    Int32Array.from({ length: k }, (_, i) => i),
    10,
  );
  const last = plainNearest(controlOrder("last", d).slice(0, k), 10);
  const all = plainNearest(
    Int32Array.from({ length: d }, (_, i) => i),
    10,
  );
  const of = (table: number[][]) => sample.map((row) => table[row]);
  expect(answer.overlap.mean).toBeCloseTo(share(of(first), of(last)), 9);
  expect(answer.recall.mean).toBeCloseTo(share(of(first), of(all)), 9);
  expect(answer.otherRecall.mean).toBeCloseTo(share(of(last), of(all)), 9);
  expect(answer.difference.mean).toBeCloseTo(answer.otherRecall.mean - answer.recall.mean, 9);
  expect(answer.overlap.low).toBeLessThan(answer.overlap.mean);
  // The list at all dims is kept from one k to the next.
  const again = await agreement(whole, { k: d, queries, count: 10, other: lists, otherWhole: null }, run);
  expect(again.recall.mean).toBe(1);
});

test("a space against itself: all neighbours shared, alignment 1, every cosine 1", async () => {
  const k = 33;
  const [own] = await nearest(whole, { queries, prefixes: [k], count: 10 }, run);
  expect((await agreement(whole, { k, queries, count: 10, other: own, otherWhole: null }, run)).overlap.mean).toBe(1);
  const { cka, cosine } = await likeness(
    whole,
    { k, rows: 150, other: await vectors(whole, { rows: 150, k }, run) },
    run,
  );
  expect(cka.mean).toBeCloseTo(1, 5);
  expect(cosine.mean).toBeCloseTo(1, 5);
});

test("prefixes of unequal length are held against each other over the dims that both have", async () => {
  const other = await vectors(whole, { rows: 150, k: 12 }, run);
  const { cosine, cka, rows } = await likeness(whole, { k: 60, rows: 150, other }, run);
  expect(rows).toBe(150);
  expect(cosine.mean).toBeCloseTo(1, 5);
  expect(cka.mean).toBeGreaterThan(0.5);
  expect(cka.mean).toBeLessThan(1);
});

test("shares are counted list by list, and of nothing in common there is none", () => {
  expect([...sharedShares(Int32Array.of(1, 2, 3, 4), Int32Array.of(2, 9, 8, 7), 2)]).toEqual([0.5, 0]);
});

test("cut vectors: cosine ranks as renormalised ones do, the dot product of others does not", async () => {
  const k = 12;
  const answer = await truncation(whole, { k, queries, count: 10 }, run);
  const row = (r: number, dims: number) => Array.from({ length: dims }, (_, j) => columns[j][r]);
  const ratios = Array.from({ length: n }, (_, r) => Math.hypot(...row(r, k)) / Math.hypot(...row(r, d)));
  expect(answer.ratio.mean).toBeCloseTo(ratios.reduce((sum, ratio) => sum + ratio, 0) / n, 5);
  expect(answer.ratio.least).toBeCloseTo(Math.min(...ratios), 5);
  expect(answer.ratio.most).toBeCloseTo(Math.max(...ratios), 5);
  expect(answer.cosine.least).toBeCloseTo(1, 6);
  expect(answer.same).toBe(1);
  const byDot = Array.from({ length: n }, (_, q) =>
    Array.from({ length: n }, (_, id) => ({ id, score: product(row(q, k), row(id, k)) / Math.hypot(...row(id, d)) }))
      .filter(({ id }) => id !== q)
      .sort((a, b) => b.score - a.score)
      .slice(0, 10)
      .map(({ id }) => id),
  );
  const all = plainNearest(
    Int32Array.from({ length: d }, (_, i) => i),
    10,
  );
  const sample = [...sampleRows(n, queries)];
  const of = (table: number[][]) => sample.map((q) => table[q]);
  expect(answer.byDot.mean).toBeCloseTo(share(of(byDot), of(all)), 9);
  expect(answer.byCosine.mean).toBeGreaterThan(answer.byDot.mean);
});

const product = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * b[i], 0);

test("all principal components are the space turned: the same neighbours; fewer of them keep more than the first dims", async () => {
  const all = await opened(principalComponents(space, d, localShard));
  const [lists] = await nearest(all, { queries, prefixes: [d], count: 10 }, run);
  const [own] = await nearest(whole, { queries, prefixes: [d], count: 10 }, run);
  expect(sharedShares(lists, own, 10).reduce((sum, one) => sum + one, 0) / queries).toBeGreaterThan(0.995);
  const k = 12;
  const few = await opened(principalComponents(space, k, localShard));
  const cut = await few.frame({ k, axes: "pc" });
  const first = await whole.frame({ k: d, axes: "pc" });
  cut.explainedVariance.forEach((variance, i) => {
    expect(variance / first.explainedVariance[i]).toBeCloseTo(1, 3);
  });
  const shown = await whole.frame({ k, axes: "pc" });
  expect(cut.explainedVariance[0]).toBeGreaterThan(shown.explainedVariance[0]);
});

test("random dims are drawn anew for every k, and their recall is that of plain loops", async () => {
  const answer = await draws(whole, { k: 20, queries, count: 10, draws: 3 }, run);
  const sample = [...sampleRows(n, queries)];
  const of = (table: number[][]) => sample.map((q) => table[q]);
  const all = of(
    plainNearest(
      Int32Array.from({ length: d }, (_, i) => i),
      10,
    ),
  );
  answer.recalls.forEach((recall, i) => {
    const chosen = shuffled(d, 100 + i + 20 * 31).slice(0, 20);
    expect(recall).toBeCloseTo(share(of(plainNearest(chosen, 10)), all), 9);
  });
  expect(new Set(answer.recalls).size).toBe(3);
  expect((await draws(whole, { k: d, queries, count: 10, draws: 2 }, run)).recalls).toEqual([1, 1]);
});
