import { expect, test } from "vitest";
import { GifColors, markUnchanged, UNCHANGED } from "./gif-colors";
import { delayOf } from "./gif-delay";

const GROUND = [11, 13, 17] as const;

/** Pixels of the ground, with some of other colours among them. */
function pixels(count: number, color: (i: number) => readonly [number, number, number] | null): Uint8ClampedArray {
  const out = new Uint8ClampedArray(count * 4);
  for (let i = 0; i < count; i++) out.set([...(color(i) ?? GROUND), 255], i * 4);
  return out;
}

test("delays in whole hundredths add up to the time of the film", () => {
  for (const fps of [24, 30]) {
    const delays = Array.from({ length: 10 * fps }, (_, index) => delayOf(index, fps));
    expect(delays.reduce((sum, delay) => sum + delay, 0)).toBe(1000);
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(3);
  }
});

test("the ground stays as it is, and other colours come close", () => {
  const picture = pixels(4000, (i) => (i % 10 ? null : [(i * 7) % 256, (i * 13) % 256, (i * 29) % 256]));
  const colors = new GifColors([picture], GROUND);
  expect(colors.palette.length).toBeLessThanOrEqual(256);
  const indexed = new Uint8Array(4000);
  colors.indexed(picture, indexed);
  indexed.forEach((index, i) => {
    const own = picture.subarray(i * 4, i * 4 + 3);
    if (i % 10) expect(colors.palette[index]).toEqual(GROUND);
    else expect(Math.hypot(...own.map((value, c) => value - colors.palette[index][c]))).toBeLessThan(40);
    expect(index).not.toBe(UNCHANGED);
  });
});

test("the colour of a pixel does not depend on which pixel came first", () => {
  const picture = pixels(600, (i) => [i % 256, 255 - (i % 256), (i * 3) % 256]);
  const backwards = pixels(600, (i) => [(599 - i) % 256, 255 - ((599 - i) % 256), ((599 - i) * 3) % 256]);
  const [a, b] = [new Uint8Array(600), new Uint8Array(600)];
  new GifColors([picture], GROUND).indexed(picture, a);
  new GifColors([picture], GROUND).indexed(backwards, b);
  expect([...b].reverse()).toEqual([...a]);
});

test("what is as in the picture before is left out, and what is shown is known", () => {
  const shown = Uint8Array.of(1, 2, 3, 4);
  const next = Uint8Array.of(1, 5, 3, 6);
  markUnchanged(shown, next);
  expect([...next]).toEqual([UNCHANGED, 5, UNCHANGED, 6]);
  expect([...shown]).toEqual([1, 5, 3, 6]);
});
