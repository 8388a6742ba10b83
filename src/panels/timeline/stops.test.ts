import { expect, test } from "vitest";
import { type Axis, shareOf } from "./axis";
import { nextStop, stopNear, stopsOf } from "./stops";

const axis: Axis = { scale: "log", dims: 3072 };
const stops = stopsOf([{ dims: 512 }, { dims: 768 }], 3072);

test("stops are both ends, the sizes and the steps, each once, within the space", () => {
  expect(stops).toEqual([4, 256, 512, 768, 1024, 1536, 3072]);
  expect(stopsOf([], 1000)).toEqual([4, 256, 512, 1000]);
});

test("the next stop lies strictly further on, and there is none past the ends", () => {
  expect(nextStop(512, stops, 1)).toBe(768);
  expect(nextStop(513, stops, -1)).toBe(512);
  expect(nextStop(3072, stops, 1)).toBe(3072);
  expect(nextStop(4, stops, -1)).toBe(4);
});

test("a place near a stop, in pixels, is that stop; of two the nearer one", () => {
  const near = (k: number, reach: number) => stopNear(shareOf(k, axis), stops, axis, 1000, reach);
  expect(near(515, 4)).toBe(512);
  expect(near(560, 4)).toBeNull();
  expect(near(630, 60)).toBe(768);
});
