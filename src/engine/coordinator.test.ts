import { beforeAll, expect, test } from "vitest";
import { flatten, principalAngle, steppedSpace } from "../numeric/testing/reference";
import { Coordinator } from "./coordinator";
import { localShard } from "./local-shard";

const n = 500;
const d = 260;
const columns = steppedSpace(n, d, 21);

async function open(shards: number, ends: number[]): Promise<Coordinator> {
  const coordinator = await Coordinator.open(localShard, { rows: n, dims: d, type: "f4", shards });
  let from = 0;
  for (const to of ends) {
    await coordinator.append({ values: flatten(columns.slice(from, to)), scales: null });
    from = to;
  }
  return coordinator;
}

function farthest(a: Float32Array, b: Float32Array): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i] - b[i]));
  return most;
}

let whole: Coordinator;
beforeAll(async () => {
  whole = await open(1, [d]);
});

test("a frame does not depend on the frames that were asked before it", async () => {
  const other = await open(1, [d]);
  for (const k of [260, 4, 77, 199, 130]) await other.frame({ k: k, axes: "aligned" });
  for (const k of [5, 64, 65, 131, 260]) {
    const straight = await whole.frame({ k: k, axes: "aligned" });
    expect((await other.frame({ k: k, axes: "aligned" })).scores).toEqual(straight.scores);
  }
});

test("a frame does not depend on how the columns arrived", async () => {
  const streamed = await open(1, [4, 8, 16, 61, 200, d]);
  const straight = await whole.frame({ k: 200, axes: "aligned" });
  expect(farthest((await streamed.frame({ k: 200, axes: "aligned" })).scores, straight.scores)).toBeLessThan(
    1e-5 * straight.rms,
  );
});

test("three shards show the same frame as one", async () => {
  const three = await open(3, [100, d]);
  for (const k of [4, 100, 260]) {
    const straight = await whole.frame({ k: k, axes: "aligned" });
    const gathered = await three.frame({ k: k, axes: "aligned" });
    expect(farthest(gathered.scores, straight.scores)).toBeLessThan(1e-4 * straight.rms);
    expect(gathered.explainedVariance[0]).toBeCloseTo(straight.explainedVariance[0], 6);
  }
});

test("scores have the variance that is reported, and are centred", async () => {
  const { scores, explainedVariance, rms } = await whole.frame({ k: 150, axes: "pc" });
  let square = 0;
  for (let c = 0; c < 3; c++) {
    let [sum, squares] = [0, 0];
    for (let r = 0; r < n; r++) {
      sum += scores[r * 3 + c];
      squares += scores[r * 3 + c] ** 2;
    }
    expect(Math.abs(sum / n)).toBeLessThan(1e-6);
    expect(Math.abs(squares / (n - 1) / explainedVariance[c] - 1)).toBeLessThan(1e-4);
    square += squares;
  }
  expect(rms).toBeCloseTo(Math.sqrt(square / n), 5);
});

test("aligned axes span what the principal axes span, and the aligned cloud moves less from rung to rung", async () => {
  let turned = 0;
  let plain = 0;
  let before: Record<"aligned" | "pc", Float32Array> | null = null;
  for (const k of [23, 32, 45, 64, 91, 128, 181]) {
    const aligned = await whole.frame({ k: k, axes: "aligned" });
    const pc = await whole.frame({ k: k, axes: "pc" });
    expect(principalAngle(aligned.components, pc.components, k)).toBeLessThan(1e-3);
    if (before) {
      for (let i = 0; i < aligned.scores.length; i++) {
        turned += (aligned.scores[i] - before.aligned[i]) ** 2;
        plain += (pc.scores[i] - before.pc[i]) ** 2;
      }
    }
    before = { aligned: aligned.scores, pc: pc.scores };
  }
  expect(turned).toBeLessThanOrEqual(plain * 1.0001);
});

test("the sign of a principal axis makes its largest entry positive", async () => {
  const { components, k } = await whole.frame({ k: 90, axes: "pc" });
  for (let c = 0; c < 3; c++) {
    const axis = components.subarray(c * k, (c + 1) * k);
    const peak = axis.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
    expect(peak).toBeGreaterThan(0);
  }
});

test("dims out of reach are refused in words", async () => {
  await expect(whole.frame({ k: 3, axes: "aligned" })).rejects.toThrow("Asked for 3 dims; a frame takes 4 to 260.");
  await expect(whole.frame({ k: 261, axes: "aligned" })).rejects.toThrow("Asked for 261 dims");
});
