import fc from "fast-check";
import { expect, test } from "vitest";
import { boxBetween, type Place, rowsWithin } from "./enclosed";

const SHOWN = (rows: number) => new Uint8Array(rows).fill(1);
const flat = (...places: Place[]) => Float32Array.from(places.flatMap(({ x, y }) => [x, y]));

test("a box takes what lies in it, whichever corner it was drawn from", () => {
  const corner = fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 100 }) });
  fc.assert(
    fc.property(corner, corner, fc.array(corner, { maxLength: 40 }), (from, to, points) => {
      // Points stand between whole pixels: on an edge either answer is right.
      const places = points.map(({ x, y }) => ({ x: x + 0.5, y: y + 0.5 }));
      const within = (value: number, a: number, b: number) => value > Math.min(a, b) && value < Math.max(a, b);
      const wanted = places.flatMap(({ x, y }, row) =>
        within(x, from.x, to.x) && within(y, from.y, to.y) ? [row] : [],
      );
      expect(rowsWithin(flat(...places), SHOWN(places.length), boxBetween(from, to))).toEqual(wanted);
    }),
  );
});

test("a lasso that goes round twice, or crosses itself, keeps its inner loop", () => {
  const ring = (radius: number) =>
    Array.from({ length: 12 }, (_, i) => ({
      x: 50 + radius * Math.cos((i * Math.PI) / 6),
      y: 50 + radius * Math.sin((i * Math.PI) / 6),
    }));
  const places = flat({ x: 50, y: 50 }, { x: 82, y: 50 }, { x: 95, y: 95 });
  expect(rowsWithin(places, SHOWN(3), [...ring(40), ...ring(20)])).toEqual([0, 1]);
});

test("a hollow shape leaves out what lies in its hollow", () => {
  const horseshoe = [0, 0, 90, 0, 90, 90, 60, 90, 60, 30, 30, 30, 30, 90, 0, 90];
  const outline = Array.from({ length: 8 }, (_, i) => ({ x: horseshoe[i * 2], y: horseshoe[i * 2 + 1] }));
  expect(rowsWithin(flat({ x: 15, y: 60 }, { x: 45, y: 60 }, { x: 75, y: 60 }), SHOWN(3), outline)).toEqual([0, 2]);
});

test("muted points and those behind the camera are never inside", () => {
  const places = Float32Array.of(5, 5, Number.NaN, Number.NaN, 6, 6);
  const outline = boxBetween({ x: 0, y: 0 }, { x: 10, y: 10 });
  expect(rowsWithin(places, Uint8Array.of(1, 1, 0), outline)).toEqual([0]);
  expect(rowsWithin(places, SHOWN(3), [])).toEqual([]);
});
