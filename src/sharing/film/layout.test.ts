import { expect, test } from "vitest";
import type { Rectangle } from "../../scene/still";
import { layOut, TYPE } from "./layout";
import { SHAPES, SHORT_SIDES, type Shape, sizeOf } from "./settings";

const shapes = Object.keys(SHAPES) as Shape[];
const sizes = shapes.flatMap((shape) => SHORT_SIDES.map((short) => ({ shape, ...sizeOf(shape, short) })));

test("every size is even, of its shape, and at most 4K", () => {
  for (const { shape, width, height } of sizes) {
    const [wide, high] = SHAPES[shape];
    expect([width % 2, height % 2]).toEqual([0, 0]);
    expect(Math.abs(width / height - wide / high)).toBeLessThan(0.01);
    expect(Math.max(width, height)).toBeLessThanOrEqual(3840);
  }
});

test("words and track stand within the picture and not on each other, at every size", () => {
  for (const { width, height } of sizes) {
    for (const track of [true, false]) {
      const { words, track: box, ratio } = layOut({ width, height }, { text: true, track });
      if (!words) throw new Error("words were asked for");
      const lines = [words.title, words.rows, words.number, words.unit];
      expect(lines).toEqual([...lines].sort((a, b) => a - b));
      // Each line has room for its type below the one before it.
      expect(words.title).toBeGreaterThan(TYPE.title * ratio);
      expect(words.rows - words.title).toBeGreaterThanOrEqual(TYPE.small * ratio);
      expect(words.number - TYPE.number * ratio).toBeGreaterThan(words.rows);
      expect(words.unit - words.number).toBeGreaterThanOrEqual(TYPE.small * ratio);
      const foot = box as Rectangle | null;
      expect(words.unit).toBeLessThan(foot ? foot.top - 4 * ratio : height);
      if (foot) expect(foot.top + foot.height + 14 * ratio).toBeLessThan(height);
    }
  }
});

test("larger pictures are the same picture, larger", () => {
  for (const shape of shapes) {
    const [small, large] = [720, 2160].map((short) => layOut(sizeOf(shape, short), { text: true, track: true }));
    expect(large.insets).toEqual(small.insets);
    expect(large.ratio).toBeCloseTo(3 * small.ratio, 9);
    expect(large.words!.number).toBeCloseTo(3 * small.words!.number, -1);
  }
});

test("a small picture keeps its type legible: nothing is set below 7 pixels, and k at 30", () => {
  for (const shape of shapes) {
    const { ratio } = layOut(sizeOf(shape, 240), { text: true, track: true });
    expect(Math.min(...Object.values(TYPE)) * ratio).toBeGreaterThan(7);
    expect(TYPE.number * ratio).toBeGreaterThan(30);
  }
});
