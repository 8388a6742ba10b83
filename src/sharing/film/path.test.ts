import fc from "fast-check";
import { expect, test } from "vitest";
import { type FilmPath, frameCount, momentAt, neededDims } from "./path";

const article: FilmPath = { from: 4, to: 3072, seconds: 20, fps: 30, scale: "log", easing: "gentle", turn: 90 };

const anyPath: fc.Arbitrary<FilmPath> = fc.record({
  from: fc.integer({ min: 4, max: 3072 }),
  to: fc.integer({ min: 4, max: 3072 }),
  seconds: fc.double({ min: 0.5, max: 8, noNaN: true }),
  fps: fc.constantFrom(24, 30, 60),
  scale: fc.constantFrom("log", "linear"),
  easing: fc.constantFrom("even", "gentle"),
  turn: fc.integer({ min: -720, max: 720 }),
});

const moments = (path: FilmPath) => Array.from({ length: frameCount(path) }, (_, index) => momentAt(path, index));

test("a film has as many pictures as its seconds take, and stands still at both its ends", () => {
  expect(frameCount(article)).toBe(600);
  const ks = moments(article).map(({ k }) => k);
  expect(ks.slice(0, 24)).toEqual(Array(24).fill(4));
  expect(ks.slice(-36)).toEqual(Array(36).fill(3072));
  expect(momentAt({ ...article, easing: "even" }, 300).k).toBe(Math.round(4 * 768 ** ((300 / 599 - 0.04) / 0.9)));
});

test("every octave takes as long as the next, or every dimension does", () => {
  const even = { ...article, easing: "even" as const };
  const at = (path: FilmPath, share: number) => momentAt(path, Math.round(share * 599)).place;
  expect(at(even, 0.4) / at(even, 0.3)).toBeCloseTo(at(even, 0.8) / at(even, 0.7), 1);
  const linear = { ...even, scale: "linear" as const };
  expect(Math.abs(at(linear, 0.4) - at(linear, 0.3) - at(linear, 0.8) + at(linear, 0.7))).toBeLessThanOrEqual(2);
});

test("any way goes from its first dims to its last and never back, past no dims that it does not have", () => {
  fc.assert(
    fc.property(anyPath, (path) => {
      const all = moments(path);
      expect([all[0].place, all[all.length - 1].place]).toEqual([path.from, path.to]);
      expect([all[0].turned, all[all.length - 1].turned]).toEqual([path.turn * 0, path.turn]);
      const sign = Math.sign(path.to - path.from);
      expect(all.slice(1).filter((moment, i) => sign * (moment.place - all[i].place) < 0)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test("a picture at whole dims is the exact frame of these, and any other lies between the two around it", () => {
  fc.assert(
    fc.property(anyPath, (path) => {
      const wrong = moments(path).filter(({ place, first, second, mix, k }) => {
        const own = Number.isInteger(place) ? [place, place] : [Math.floor(place), Math.floor(place) + 1];
        const isBetween = Math.abs(first ** (1 - mix) * second ** mix - place) < 1e-6;
        return first !== own[0] || second !== own[1] || !isBetween || Math.abs(k - place) > 0.5;
      });
      expect(wrong).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test("where many dims pass in a picture each is whole, and no further from its place than an eighth of the step", () => {
  const all = moments({ ...article, easing: "even" });
  const exact = (index: number) => 4 * 768 ** ((index / 599 - 0.04) / 0.9);
  const fast = [...all.keys()].filter((index) => index > 30 && index < 560 && exact(index + 1) - exact(index) > 4.1);
  expect(fast.length).toBeGreaterThan(150);
  for (const index of fast) {
    expect(Number.isInteger(all[index].place)).toBe(true);
    expect(Math.abs(all[index].place - exact(index))).toBeLessThan((exact(index + 1) - exact(index)) / 8);
  }
});

test("the exact frames of a film are named once each, in the order in which they are met", () => {
  const up = neededDims(article);
  expect(up).toEqual([...new Set(up)].sort((a, b) => a - b));
  expect([up[0], up[up.length - 1]]).toEqual([4, 3072]);
  const down = neededDims({ ...article, from: 3072, to: 4 });
  expect(down).toEqual([...down].sort((a, b) => b - a));
  const parts = [0, 200, 400].flatMap((from) => neededDims(article, from, from + 200));
  expect([...new Set(parts)]).toEqual(up);
});
