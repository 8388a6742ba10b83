import fc from "fast-check";
import { expect, test } from "vitest";
import { keyStop, nearestStop, stopsOf } from "./stops";

test("the stops are all places with a value, of every series, once and rising", () => {
  const prefix = { name: "prefix", x: [8, 64, 512], y: [0.2, Number.NaN, 0.9] };
  const profile = { name: "std", y: [3, 2, 1] };
  expect(stopsOf([prefix, profile])).toEqual([1, 2, 3, 8, 512]);
  expect(stopsOf([])).toEqual([]);
});

const STOPS = fc.uniqueArray(fc.integer({ min: 1, max: 4096 }), { minLength: 1, maxLength: 40 });

test("the nearest stop is the one that no other is nearer than, by ratio on a logarithmic axis", () => {
  fc.assert(
    fc.property(STOPS, fc.double({ min: 0.5, max: 5000, noNaN: true }), fc.boolean(), (places, x, isLog) => {
      const stops = places.sort((a, b) => a - b);
      const far = (stop: number) => (isLog ? Math.abs(Math.log(stop / x)) : Math.abs(stop - x));
      const nearest = nearestStop(stops, x, isLog ? "log" : "linear")!;
      expect(stops).toContain(nearest);
      expect(far(nearest)).toBeLessThanOrEqual(Math.min(...stops.map(far)) + 1e-9);
    }),
    { seed: 6 },
  );
  expect(nearestStop([], 5, "log")).toBeNull();
});

const every = Array.from({ length: 3072 }, (_, i) => i + 1);
const prefixes = [8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3072];
const at = (stops: number[], scale: "log" | "linear" = "log") => ({ stops, rules: [512, 1024, 1536], scale });

test.each([
  ["ArrowRight", false, 512, 513],
  ["ArrowUp", false, 512, 513],
  ["ArrowLeft", false, 512, 511],
  ["ArrowRight", false, 3072, 3072],
  ["ArrowLeft", false, 1, 1],
  ["ArrowRight", true, 513, 1024],
  ["ArrowLeft", true, 512, 1],
  ["ArrowRight", true, 2000, 3072],
  ["PageUp", false, 512, 724],
  ["PageDown", false, 512, 362],
  ["PageUp", false, 1, 2],
  ["Home", false, 512, 1],
  ["End", false, 512, 3072],
  ["a", false, 512, null],
])("over every dim %s (Shift: %s) leads from %s to %s", (key, shift, from, to) => {
  expect(keyStop(key, shift, from, at(every))).toBe(to);
});

test("over a few prefixes the arrows go from one to the next, also from between them", () => {
  expect(keyStop("ArrowRight", false, 512, at(prefixes))).toBe(1024);
  expect(keyStop("ArrowRight", false, 700, at(prefixes))).toBe(1024);
  expect(keyStop("ArrowLeft", false, 700, at(prefixes))).toBe(512);
  expect(keyStop("PageUp", false, 512, at(prefixes))).toBe(1024);
  expect(keyStop("PageDown", false, 3072, at(prefixes))).toBe(2048);
});

test("on a linear axis a page is a tenth of it", () => {
  expect(keyStop("PageUp", false, 512, at(every, "linear"))).toBe(819);
});

test("where nothing is known no key leads anywhere", () => {
  expect(keyStop("End", false, 512, at([]))).toBeNull();
});
