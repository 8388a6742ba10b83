import { expect, test } from "vitest";
import type { PictureFrame } from "../../state";
import { ExactFrames } from "./exact-frames";
import { type FilmPath, frameCount, momentAt, neededDims } from "./path";

const path: FilmPath = { from: 4, to: 900, seconds: 10, fps: 30, scale: "log", easing: "gentle", turn: 0 };

function supply(way: FilmPath, pinned: number[] = [], rows = 10_000) {
  const asked: number[][] = [];
  const exact = new ExactFrames(way, rows, pinned, async (ks) => {
    asked.push(ks);
    return ks.map((k) => ({ k }) as PictureFrame);
  });
  return { exact, asked };
}

test("every picture finds its frames, each is asked for once, and few are held at a time", async () => {
  for (const way of [path, { ...path, from: 900, to: 4 }]) {
    const { exact, asked } = supply(way);
    let most = 0;
    for (let index = 0; index < frameCount(way); index++) {
      await exact.reach(index);
      const { first, second } = momentAt(way, index);
      expect([exact.at(first).k, exact.at(second).k]).toEqual([first, second]);
      most = Math.max(most, exact.held);
    }
    expect(asked.flat()).toEqual(neededDims(way));
    expect(most).toBeLessThanOrEqual(10);
  }
});

test("frames of a million points come one at a time, and one is computed while another is drawn", async () => {
  const { exact, asked } = supply({ ...path, to: 12 }, [], 3_000_000);
  await exact.reach(0);
  expect(asked).toEqual([[4], [5]]);
});

test("the frames that all pictures are measured by are there from the first picture to the last", async () => {
  const { exact } = supply(path, [4, 900]);
  for (let index = 0; index < frameCount(path); index += 7) {
    await exact.reach(index);
    expect([exact.at(4).k, exact.at(900).k]).toEqual([4, 900]);
  }
});

test("what the engine refuses is told where the frame is needed", async () => {
  const exact = new ExactFrames(path, 10, [], () => Promise.reject(new Error("the space was closed")));
  await expect(exact.reach(0)).rejects.toThrow("the space was closed");
  expect(() => exact.at(4)).toThrow("4 dims");
});
