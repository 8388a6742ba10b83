import { expect, test } from "vitest";
import { playRange, playStart } from "./playing";
import { initialState } from "./scope";

const up = initialState.play;
const down = { ...up, direction: "down" as const };

test("the range is all dims until one is set, and never more than the space has", () => {
  expect(playRange(up, 3072)).toEqual({ from: 4, to: 3072 });
  expect(playRange({ from: 256, to: 2000 }, 1536)).toEqual({ from: 256, to: 1536 });
  expect(playRange({ from: 2000, to: 3000 }, 1536)).toEqual({ from: 4, to: 1536 });
  expect(playRange({ from: 512, to: 512 }, 1536)).toEqual({ from: 4, to: 1536 });
});

test("Play goes on from where the slider is, and from the start where nothing lies ahead", () => {
  expect(playStart(100, up, 3072)).toBe(100);
  expect(playStart(3072, up, 3072)).toBe(4);
  expect(playStart(3072, down, 3072)).toBe(3072);
  expect(playStart(4, down, 3072)).toBe(3072);
  const range = { ...up, from: 256, to: 1024 };
  expect(playStart(100, range, 3072)).toBe(256);
  expect(playStart(1024, range, 3072)).toBe(256);
  expect(playStart(2000, { ...range, direction: "down" }, 3072)).toBe(1024);
});
