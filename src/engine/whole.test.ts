import { expect, test } from "vitest";
import { loadKernels, MomentsOfRows } from "../numeric";
import { flatten, steppedSpace } from "../numeric/testing/reference";
import { Coordinator } from "./coordinator";
import { localShard } from "./local-shard";
import type { ColumnBlock } from "./protocol";

const n = 900;
const sampled = 120;
const d = 150;
const columns = steppedSpace(n, d, 5);

/** The first rows of the space, with the moments of all of it. */
async function* sampleBlocks(): AsyncGenerator<ColumnBlock> {
  const moments = new MomentsOfRows(await loadKernels(), d);
  const row = new Float32Array(d);
  for (let r = 0; r < n; r++) {
    for (let j = 0; j < d; j++) row[j] = columns[j][r];
    moments.add(row);
  }
  const { means, scatter } = moments.finish();
  for (const [from, to] of [
    [0, 4],
    [4, 60],
    [60, d],
  ]) {
    const covariance = new Float32Array(to * (to - from));
    for (let j = from; j < to; j++) {
      for (let i = 0; i < to; i++) {
        const [low, high] = [Math.min(i, j), Math.max(i, j)];
        covariance[i * (to - from) + j - from] = scatter[(high * (high + 1)) / 2 + low] / (n - 1);
      }
    }
    const values = flatten(columns.slice(from, to).map((column) => column.slice(0, sampled)));
    yield { values, scales: null, whole: { means: means.slice(from, to), covariance } };
  }
}

test("a sample with the moments of its whole shows the whole's components, its own rows projected on them", async () => {
  const whole = await Coordinator.open(localShard, { rows: n, dims: d, type: "f4", shards: 1 });
  await whole.append({ values: flatten(columns), scales: null });
  const sample = await Coordinator.open(localShard, { rows: sampled, dims: d, type: "f4", shards: 2 });
  for await (const block of sampleBlocks()) await sample.append(block);
  for (const k of [4, 60, 61, d]) {
    const golden = await whole.frame({ k });
    const frame = await sample.frame({ k });
    for (let c = 0; c < 3; c++) {
      expect(Math.abs(frame.explainedVariance[c] / golden.explainedVariance[c] - 1)).toBeLessThan(1e-5);
    }
    expect(frame.scores).toHaveLength(sampled * 3);
    for (let i = 0; i < frame.scores.length; i++) {
      expect(Math.abs(frame.scores[i] - golden.scores[i])).toBeLessThan(2e-3 * golden.rms);
    }
  }
  expect(sample.std(0, d)[70]).toBeCloseTo(whole.std(0, d)[70], 5);
});
