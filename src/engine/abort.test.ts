import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { Covariance } from "../numeric";
import { flatten, steppedSpace } from "../numeric/testing/reference";
import { Coordinator } from "./coordinator";
import { localShard } from "./local-shard";
import type { Ask, ShardLink } from "./protocol";

// Idle work gives way at its next product. Products are counted: a clock would say something about the machine.

const n = 400;
const d = 362;
const columns = steppedSpace(n, d, 23);
const asked: Ask[] = [];

function countingShard(): ShardLink {
  const shard = localShard();
  const ask: ShardLink["ask"] = (name, question) => {
    asked.push(name);
    return shard.ask(name, question);
  };
  return { ...shard, ask };
}

async function open(): Promise<Coordinator> {
  const coordinator = await Coordinator.open(countingShard, { rows: n, dims: d, type: "f4", shards: 2 });
  await coordinator.append({ values: flatten(columns), scales: null });
  return coordinator;
}

afterEach(() => {
  vi.restoreAllMocks();
});
let fresh: Coordinator;
beforeAll(async () => {
  fresh = await open();
});

test.each(["raw", "unit"] as const)("after an abort no further product is begun, in %s mode", async (mode) => {
  const coordinator = await open();
  const products = vi.spyOn(Covariance.prototype, "apply");
  const done = () => products.mock.calls.length + asked.filter((name) => name === "apply").length;
  asked.length = 0;
  const whole = done();
  await coordinator.frame({ k: d, mode }, new AbortController().signal);
  const most = done() - whole;
  for (const share of [0.1, 0.5, 0.9]) {
    coordinator.forget();
    asked.length = 0;
    products.mockClear();
    const abort = new AbortController();
    const frame = coordinator.frame({ k: d, mode }, abort.signal);
    while (done() < most * share) await new Promise((resolve) => setImmediate(resolve));
    const before = done();
    abort.abort();
    await expect(frame).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve));
    // One that was under way may end, at each of two shards.
    expect(done() - before).toBeLessThanOrEqual(mode === "raw" ? 0 : 2);
    expect(asked).not.toContain("project");
  }
});

test("work that lets messages in lets them in before every product", async () => {
  const coordinator = await open();
  const products = vi.spyOn(Covariance.prototype, "apply");
  let most = 0;
  let before = 0;
  let working = true;
  const frame = coordinator.frame({ k: d }, new AbortController().signal).finally(() => {
    working = false;
  });
  while (working) {
    await new Promise((resolve) => setImmediate(resolve));
    const now = products.mock.calls.length;
    most = Math.max(most, now - before);
    before = now;
  }
  await frame;
  // The turn towards the rung below is one more.
  expect(most).toBeLessThanOrEqual(2);
});

test.each(["raw", "unit"] as const)(
  "a keyframe is the exact frame of its k, in %s mode, whatever was broken off",
  async (mode) => {
    const coordinator = await open();
    const abort = new AbortController();
    const broken = coordinator.frame({ k: 300, mode }, abort.signal);
    await new Promise((resolve) => setImmediate(resolve));
    abort.abort();
    await expect(broken).rejects.toThrow();
    for (const k of [128, 362, 64, 181, 4, 91]) {
      const keyframe = await coordinator.frame({ k, mode }, new AbortController().signal);
      const exact = await fresh.frame({ k, mode });
      expect(keyframe.scores).toEqual(exact.scores);
      expect(keyframe.rms).toBe(exact.rms);
    }
  },
);

test("idle work and a wish at the same time show what each shows alone", async () => {
  const coordinator = await open();
  const idle = coordinator.frame({ k: 256, mode: "unit" }, new AbortController().signal);
  const wished = coordinator.frame({ k: 300 });
  expect((await wished).scores).toEqual((await fresh.frame({ k: 300 })).scores);
  expect((await idle).scores).toEqual((await fresh.frame({ k: 256, mode: "unit" })).scores);
});
