import { describe, expect, it } from "vitest";
import type { Frame } from "../state";
import { Drawn } from "./drawn";

const [first, second, third] = [{}, {}, {}] as Frame[];

async function isDone(promise: Promise<void>): Promise<boolean> {
  return await Promise.race([promise.then(() => true), Promise.resolve().then(() => Promise.resolve(false))]);
}

describe("waiting for a frame to be drawn", () => {
  it("ends when its tween has", async () => {
    const drawn = new Drawn();
    drawn.aim(first);
    const done = drawn.when(first);
    expect(await isDone(done)).toBe(false);
    drawn.settle();
    expect(await isDone(done)).toBe(true);
    expect(await isDone(drawn.when(first))).toBe(true);
  });

  it("may begin before the scene has heard of the frame", async () => {
    const drawn = new Drawn();
    drawn.aim(first);
    const done = drawn.when(second);
    drawn.settle();
    expect(await isDone(done)).toBe(false);
    drawn.aim(second);
    drawn.settle();
    expect(await isDone(done)).toBe(true);
  });

  it("ends with the frame that overtakes it, and does not hang", async () => {
    const drawn = new Drawn();
    drawn.aim(first);
    const done = drawn.when(first);
    drawn.aim(second);
    drawn.settle();
    expect(await isDone(done)).toBe(true);
  });

  it("begins anew for a frame that was on screen before", async () => {
    const drawn = new Drawn();
    drawn.aim(first);
    drawn.settle();
    drawn.aim(third);
    const done = drawn.when(first);
    drawn.settle();
    expect(await isDone(done)).toBe(false);
  });
});
