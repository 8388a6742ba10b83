import { expect, test } from "vitest";
import type { Axis } from "./axis";
import { labelsThatFit, tickDims } from "./tick-labels";

const log = (dims: number): Axis => ({ scale: "log", dims });
const linear = (dims: number): Axis => ({ scale: "linear", dims });

test("the labels are the article's stops where there is room", () => {
  expect(labelsThatFit(log(3072), 1050)).toEqual([4, 16, 64, 256, 512, 1024, 1536, 3072]);
  expect(labelsThatFit(log(1536), 1050)).toEqual([4, 16, 64, 256, 512, 1024, 1536]);
  expect(labelsThatFit(linear(3072), 1050)).toEqual([4, 256, 512, 1024, 1536, 2048, 2560, 3072]);
});

test("elsewhere they are the powers of four and the end", () => {
  expect(labelsThatFit(log(768), 1050)).toEqual([4, 16, 64, 256, 768]);
  expect(labelsThatFit(log(4), 1050)).toEqual([4]);
  expect(labelsThatFit(linear(768), 1050)).toEqual([4, 256, 512, 768]);
});

test("they give way on a narrow screen, but for both ends", () => {
  const labels = labelsThatFit(log(3072), 350);
  expect(labels).toContain(4);
  expect(labels).toContain(3072);
  expect(labels).toContain(512);
  expect(labels).not.toContain(1536);
});

test("each has its tick", () => {
  for (const dims of [3072, 1536, 768, 100]) {
    for (const axis of [log(dims), linear(dims)]) {
      expect(tickDims(axis)).toEqual(expect.arrayContaining(labelsThatFit(axis, 1050)));
    }
  }
});
