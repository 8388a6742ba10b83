import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { beforeAll, expect, test } from "vitest";
import { readSpace } from "../../../bench/space";
import { retrievalReference } from "../../../tests/support/retrieval-reference";
import { Coordinator } from "../coordinator";
import { localShard } from "../local-shard";
import { funnel } from "./funnel";
import { recall } from "./recall";
import { settling } from "./settling";
import { storage } from "./storage";
import type { StudyRun } from "./study";

// The studies on the first 2,000 points of the demo space, dealt to three shards, against brute force in double precision
// by another program.

const ROWS = 2000;
const reference = retrievalReference();
const expected = reference.first2000;
const queries = { among: Int32Array.from(expected.queries), most: ROWS };

let coordinator: Coordinator;
let codes: Int32Array;
beforeAll(async () => {
  const folder = "public/datasets/wordnet-mrl-3072";
  const space = readSpace(folder);
  coordinator = await Coordinator.open(localShard, { rows: ROWS, dims: space.dims, type: "i1", shards: 3 });
  const values = new Int8Array(ROWS * space.dims);
  for (let j = 0; j < space.dims; j++) {
    values.set(space.codes.subarray(j * space.rows, j * space.rows + ROWS), j * ROWS);
  }
  await coordinator.append({ values, scales: space.scales });
  const file = await asyncBufferFromFile(`${folder}/points.parquet`);
  const points = await parquetReadObjects({ file, columns: ["category"], rowStart: 0, rowEnd: ROWS });
  const labels = [...new Set(points.map(({ category }) => category))];
  codes = Int32Array.from(points, ({ category }) => labels.indexOf(category));
}, 60_000);

/** A run that notes its progress and counts its pauses. */
function watched(): StudyRun & { shares: number[]; pauses: number } {
  const run = {
    shares: [] as number[],
    pauses: 0,
    signal: new AbortController().signal,
    progress: (share: number) => void run.shares.push(share),
    pause: async () => void run.pauses++,
  };
  return run;
}

// A pair of points whose cosines are equal to seven digits may change places: that is a neighbour of one query in ten.
const near = (ours: number, theirs: number) => expect(Math.abs(ours - theirs)).toBeLessThan(0.0021);

test("recall and the votes of ten neighbours are those of numpy at every prefix, with an interval around them", async () => {
  const run = watched();
  const report = await recall(coordinator, { queries, codes }, run);
  expect(report.queries).toBe(expected.queries.length);
  expect(report.prefixes.map(({ prefix }) => prefix)).toEqual(expected.frames.map(({ prefix }) => prefix));
  report.prefixes.forEach(({ recall, accuracy }, p) => {
    const theirs = expected.frames[p];
    recall.forEach(({ mean, low, high }, i) => {
      const { mean: truth, deviation } = theirs.recall[(["1", "10", "100"] as const)[i]];
      near(mean, truth);
      expect(low).toBeLessThanOrEqual(mean);
      expect(high).toBeGreaterThanOrEqual(mean);
      // Twice 1.96 standard errors, but for what is added near 0 and 1.
      const width = (2 * 1.96 * deviation) / Math.sqrt(report.queries);
      expect(high - low).toBeGreaterThan(0.95 * width);
      expect(high - low).toBeLessThan(width + 0.035);
    });
    expect(Math.abs((accuracy?.mean ?? 0) - theirs.accuracy)).toBeLessThan(0.0051);
  });
  expect(run.shares.at(-1)).toBe(1);
  expect(run.shares).toEqual([...run.shares].sort((a, b) => a - b));
  expect(run.pauses).toBeGreaterThanOrEqual(Math.ceil(report.queries / 32));
});

test("what an index of each precision finds, alone and before a second pass, is what numpy finds", async () => {
  const run = watched();
  const { cells, shortlists } = await storage(coordinator, { queries }, run);
  expect(shortlists).toEqual(reference.shortlists);
  expect(cells).toHaveLength(expected.cells.length);
  for (const { precision, prefix, recall } of cells) {
    const theirs = expected.cells.find((cell) => cell.precision === precision && cell.prefix === prefix)!;
    recall.forEach(({ mean }, i) => {
      near(mean, theirs.recall[i]);
    });
  }
  expect(run.shares.at(-1)).toBeCloseTo(1, 12);
  const few = await storage(coordinator, { queries, prefixes: [512], precisions: ["bit"] }, watched());
  expect(few.cells).toEqual(cells.filter(({ precision, prefix }) => isAsked(precision, prefix)));
});

const isAsked = (precision: string, prefix: number) =>
  ["f32", "bit"].includes(precision) && [512, 3072].includes(prefix);

test("every point settles where numpy says", async () => {
  const { settles } = await settling(coordinator, null, watched());
  const others = expected.settles.filter((prefix, row) => prefix !== settles[row]);
  expect(others.length).toBeLessThanOrEqual(2);
  expect(new Set(settles).size).toBeGreaterThan(4);
});

test("the funnel of a point ends with its neighbours in all dims", async () => {
  const stages = await funnel(coordinator, { row: 40, count: 10 }, watched());
  expect(stages.map(({ prefix }) => prefix)).toEqual(expected.frames.map(({ prefix }) => prefix));
  const { ids } = await coordinator.neighbours(Int32Array.of(40), [3072], 10);
  expect(stages.at(-1)?.rows).toEqual(ids);
});

test("the answer does not depend on the pieces, and a study that is cancelled ends between two", async () => {
  const own = Int32Array.from({ length: 40 }, (_, i) => i * 50);
  const whole = await coordinator.neighbours(own, [8, 512], 30);
  let pauses = 0;
  const pause = async () => void pauses++;
  expect(await coordinator.neighbours(own, [8, 512], 30, { pieces: 7, pause })).toEqual(whole);
  expect(pauses).toBe(6);
  const run = watched();
  run.pause = async () => {
    if (++run.pauses === 3) throw new DOMException("enough", "AbortError");
  };
  await expect(settling(coordinator, null, run)).rejects.toMatchObject({ name: "AbortError" });
  expect(run.shares.at(-1)).toBeLessThan(0.1);
});
