import { expect, test } from "vitest";
import { seeded } from "../../numeric/block";
import { Coordinator } from "../coordinator";
import { fill } from "../fill";
import { localShard } from "../local-shard";
import { frame } from "./frame";
import { lists } from "./lists";
import type { StudyRun } from "./study";

const [ROWS, DIMS] = [90, 12];
const random = seeded(3);
const values = Float32Array.from({ length: ROWS * DIMS }, () => random() - 0.5);
const run: StudyRun = { signal: new AbortController().signal, progress: () => {}, pause: async () => {} };

async function opened(): Promise<Coordinator> {
  const space = { rows: ROWS, dims: DIMS, type: "f4" as const, shards: 2 };
  const coordinator = await Coordinator.open(localShard, space);
  await fill(
    coordinator,
    (async function* () {
      yield { values, scales: null };
    })(),
  );
  return coordinator;
}

test("lists of many points, asked in batches, are those of each point by itself", async () => {
  const coordinator = await opened();
  // More than a batch, in no order.
  const rows = Int32Array.from({ length: 70 }, (_, i) => (i * 37) % ROWS);
  const prefixes = [4, DIMS];
  const { ids, cosines } = await lists(coordinator, { rows, prefixes, count: 5 }, run);
  for (const [i, row] of rows.entries()) {
    const alone = await coordinator.neighbours(Int32Array.of(row), prefixes, 5);
    for (const p of [0, 1]) {
      const at = (p * rows.length + i) * 5;
      expect([...ids.slice(at, at + 5)]).toEqual([...alone.ids.slice(p * 5, p * 5 + 5)]);
      alone.cosines.slice(p * 5, p * 5 + 5).forEach((cosine, r) => {
        expect(cosines[at + r]).toBeCloseTo(cosine, 6);
      });
    }
  }
});

test("where there are fewer neighbours than are asked for, −1 stands in their place", async () => {
  const { ids } = await lists(await opened(), { rows: Int32Array.of(0), prefixes: [DIMS], count: ROWS }, run);
  expect(ids.at(-1)).toBe(-1);
  expect(new Set(ids.slice(0, -1)).size).toBe(ROWS - 1);
});

test("a frame that a study answers is the one that the slider gets", async () => {
  const coordinator = await opened();
  const wish = { k: 7, axes: "pc", mode: "unit" } as const;
  expect(await frame(coordinator, wish, run)).toEqual(await coordinator.frame(wish));
});
