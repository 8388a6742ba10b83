import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FrameWish } from "./coordinator";
import type { Frame } from "./frame";
import { DRAWING_MS, PATIENCE_MS, REST_MS, Schedule } from "./schedule";
import { rungsAround } from "./schedule-order";

interface Running {
  wish: FrameWish;
  signal: AbortSignal | undefined;
  end: () => void;
  fail: (error: Error) => void;
}

let running: Running[];
let frames: number[];
let keyframes: number[];
let errors: unknown[];
let schedule: Schedule;

beforeEach(() => {
  // Not setImmediate: breathing is part of what is tested.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  [running, frames, keyframes, errors] = [[], [], [], []];
  schedule = new Schedule({
    compute: (wish, signal) =>
      new Promise((resolve, reject) => {
        const end = () => resolve(wish as Frame);
        running.push({ wish, signal, end, fail: reject });
        signal?.addEventListener("abort", () => reject(signal.reason));
      }),
    frame: ({ k }) => frames.push(k),
    keyframe: ({ k }) => keyframes.push(k),
    failed: (error) => errors.push(error),
  });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets the waiting steps run. */
const settle = async () => {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
};
const rest = async () => {
  vi.advanceTimersByTime(REST_MS);
  await settle();
};
const last = () => running[running.length - 1];
const ahead = (...ks: number[]) => schedule.ahead({ ks, axes: "aligned", mode: "raw" });

test("keyframes are computed one after the other, in the order of the list, once there is rest", async () => {
  ahead(64, 91);
  expect(running).toHaveLength(0);
  await rest();
  expect(running.map(({ wish }) => wish.k)).toEqual([64]);
  last().end();
  await settle();
  last().end();
  await settle();
  expect(keyframes).toEqual([64, 91]);
  expect(running).toHaveLength(2);
});

test("a wish breaks idle work off, comes first, and the work begins again after it", async () => {
  ahead(64, 91);
  await rest();
  const broken = last();
  const wished = schedule.wish({ k: 700 });
  expect(broken.signal?.aborted).toBe(true);
  expect(last().wish.k).toBe(700);
  await rest();
  expect(running).toHaveLength(2);
  last().end();
  await wished;
  expect(frames).toEqual([700]);
  await rest();
  expect(last().wish.k).toBe(64);
  expect(keyframes).toEqual([]);
  expect(errors).toEqual([]);
});

test("wishes that come close together leave no time for idle work", async () => {
  ahead(64);
  for (let k = 100; k < 110; k++) {
    const wished = schedule.wish({ k });
    last().end();
    await wished;
    vi.advanceTimersByTime(REST_MS - 1);
    await settle();
  }
  expect(running.every(({ wish }) => wish.k >= 100)).toBe(true);
});

test("a new list lets the keyframe at work go on if it is still wanted", async () => {
  ahead(64, 91);
  await rest();
  ahead(45, 64);
  expect(last().signal?.aborted).toBe(false);
  last().end();
  await settle();
  expect(last().wish.k).toBe(45);
});

test("a new list for another mode breaks it off", async () => {
  ahead(64, 91);
  await rest();
  const raw = last();
  schedule.ahead({ ks: [64], axes: "aligned", mode: "unit" });
  expect(raw.signal?.aborted).toBe(true);
  await rest();
  expect(last().wish).toEqual({ k: 64, axes: "aligned", mode: "unit" });
});

test("an error of idle work is told once, and the work is not tried for ever", async () => {
  ahead(64, 91);
  await rest();
  last().fail(new Error("boom"));
  await settle();
  await rest();
  expect(errors).toHaveLength(1);
  expect(running).toHaveLength(1);
});

test("the rungs around a place come nearest first, as far as columns have arrived", () => {
  expect(rungsAround(512, 3072, 3072).slice(0, 5)).toEqual([512, 724, 362, 256, 1024]);
  expect(rungsAround(512, 3072, 100).slice(0, 3)).toEqual([91, 64, 45]);
  expect(rungsAround(4, 3072, 3072).at(-1)).toBe(3072);
  expect(rungsAround(4, 3072, 0)).toEqual([]);
});

/** Whether work that lets frames go first has begun. */
function other(): { begun: boolean } {
  const work = { begun: false };
  schedule.calm().then(() => {
    work.begun = true;
  });
  return work;
}
const wish = (k: number) => schedule.wish({ k, axes: "aligned", mode: "raw" });
const pass = async (ms: number) => {
  vi.advanceTimersByTime(ms);
  await settle();
};

test("other work waits for a frame, and until that has had time to be drawn", async () => {
  const atRest = other();
  await settle();
  expect(atRest.begun).toBe(true);
  wish(64);
  const work = other();
  await pass(DRAWING_MS);
  expect(work.begun).toBe(false);
  last().end();
  await pass(DRAWING_MS - 1);
  expect(work.begun).toBe(false);
  await pass(1);
  expect(work.begun).toBe(true);
});

test("while the slider moves on and on, other work goes between two frames when it has waited long enough", async () => {
  wish(64);
  const work = other();
  for (let ms = 0; ms < PATIENCE_MS; ms += 20) {
    await pass(20);
    expect(work.begun).toBe(false);
    last().end();
    if (ms < PATIENCE_MS - 20) wish(65 + ms);
  }
  await settle();
  expect(work.begun).toBe(true);
});
