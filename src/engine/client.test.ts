import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { said, textOf } from "../i18n/said";
import { EngineClient } from "./client";
import type { Frame } from "./frame";
import type { Command, Keyframe, Report, Trouble } from "./messages";

/** A worker that notes what it is told and answers when the test says so. */
class SilentWorker {
  onmessage: ((event: { data: Report }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  commands: Command[] = [];
  terminated = false;
  postMessage(command: Command): void {
    this.commands.push(command);
  }
  terminate(): void {
    this.terminated = true;
  }
  answer(report: Report): void {
    this.onmessage?.({ data: report });
  }
}

const nothing = () => {};
let worker: SilentWorker;
let frames: number[];
let keyframes: number[];
let troubles: Trouble[];
let client: EngineClient;

beforeEach(() => {
  vi.useFakeTimers();
  worker = new SilentWorker();
  frames = [];
  keyframes = [];
  troubles = [];
  client = new EngineClient(worker as unknown as Worker, {
    reading: nothing,
    described: nothing,
    opened: nothing,
    points: nothing,
    progress: nothing,
    keyframe: ({ keyframe }) => keyframes.push(keyframe.k),
    notice: nothing,
    neighbours: nothing,
    frame: ({ frame }) => frames.push(frame.k),
    failed: ({ problem }) => troubles.push(problem),
  });
});
afterEach(() => {
  client.close();
  vi.useRealTimers();
});

const asked = () => worker.commands.flatMap((command) => (command.type === "frame" ? [command.k] : []));
const answer = (k: number) => worker.answer({ type: "frame", frame: { k } as Frame });

test("of the wishes that come while one frame is computed only the newest is asked", () => {
  for (const k of [10, 11, 12, 13]) client.want(k, "aligned", "raw");
  expect(asked()).toEqual([10]);
  answer(10);
  expect(asked()).toEqual([10, 13]);
  answer(13);
  expect(asked()).toEqual([10, 13]);
  expect(frames).toEqual([10, 13]);
});

test("keyframes are asked for beside the frames and keep none of them waiting", () => {
  client.ahead([64, 91], "aligned", "unit");
  expect(worker.commands).toContainEqual({ type: "ahead", ks: [64, 91], axes: "aligned", mode: "unit" });
  client.want(70, "aligned", "unit");
  worker.answer({ type: "keyframe", keyframe: { k: 64 } as Keyframe });
  expect(keyframes).toEqual([64]);
  client.want(71, "aligned", "unit");
  expect(asked()).toEqual([70]);
  answer(70);
  expect(asked()).toEqual([70, 71]);
});

test("a worker that throws is told in words, and ended", () => {
  worker.onerror?.({ message: "boom", preventDefault: nothing });
  expect(textOf(troubles[0].what)).toContain("stopped: boom");
  expect(worker.terminated).toBe(true);
});

test("a worker that dies in silence is found by its missing heartbeat", () => {
  vi.advanceTimersByTime(60_000);
  expect(textOf(troubles[0].what)).toContain("does not answer");
});

test("a worker that answers its heartbeat lives on", () => {
  for (let i = 0; i < 20; i++) {
    vi.advanceTimersByTime(5_000);
    worker.answer({ type: "alive" });
  }
  expect(troubles).toEqual([]);
});

test("each study has its own answer, however they come", async () => {
  const shares: number[] = [];
  const question = { queries: { most: 1 } };
  const first = client.study("recall", question, { progress: (share) => shares.push(share) });
  const second = client.study("recall", question);
  worker.answer({ type: "studied", id: 1, answer: [0.5] });
  worker.answer({ type: "studying", id: 0, share: 0.25 });
  worker.answer({ type: "studied", id: 0, answer: [1] });
  expect(await second).toEqual([0.5]);
  expect(await first).toEqual([1]);
  expect(shares).toEqual([0.25]);
});

test("a study that is cancelled, or whose space is closed, ends with an AbortError", async () => {
  const abort = new AbortController();
  const question = { queries: { most: 1 } };
  const cancelled = client.study("recall", question, { signal: abort.signal });
  const closed = client.study("recall", question);
  abort.abort();
  await expect(cancelled).rejects.toMatchObject({ name: "AbortError" });
  expect(worker.commands.at(-1)).toEqual({ type: "stop-study", id: 0 });
  client.close();
  await expect(closed).rejects.toMatchObject({ name: "AbortError" });
});

test("a study that cannot be done says why", async () => {
  const study = client.study("recall", { queries: { most: 1 } });
  const problem = { what: said("It is too large."), remedy: said("Take less.") };
  worker.answer({ type: "study-failed", id: 0, problem });
  await expect(study).rejects.toMatchObject({ problem });
});
