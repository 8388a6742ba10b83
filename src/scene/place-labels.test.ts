import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BESIDE_POINT, type LabelWish, ON_POINT, overlap, placeLabels } from "./place-labels";

const PICTURE = { width: 800, height: 500 };
const wish: fc.Arbitrary<LabelWish> = fc.record({
  x: fc.double({ min: -50, max: 850, noNaN: true }),
  y: fc.double({ min: -50, max: 550, noNaN: true }),
  width: fc.integer({ min: 20, max: 240 }),
  height: fc.constantFrom(16, 20, 32),
  seats: fc.constantFrom(ON_POINT, BESIDE_POINT),
  room: fc.constantFrom(0, 8),
});

describe("labels", () => {
  it("never overlap, never leave the picture, and stand on whole pixels", () => {
    fc.assert(
      fc.property(fc.array(fc.option(wish), { maxLength: 40 }), (wishes) => {
        const placed = placeLabels(wishes, PICTURE);
        expect(placed).toHaveLength(wishes.length);
        const standing = placed.filter((place) => place !== null);
        standing.forEach((own, i) => {
          for (const other of standing.slice(i + 1)) expect(overlap(own, other)).toBe(false);
          expect(own.left).toBeGreaterThanOrEqual(0);
          expect(own.top).toBeGreaterThanOrEqual(0);
          expect(own.left + own.width).toBeLessThanOrEqual(PICTURE.width);
          expect(own.top + own.height).toBeLessThanOrEqual(PICTURE.height);
          expect(own.left % 1).toBe(0);
        });
      }),
    );
  });

  it("stay out from under what covers the picture, and one with another seat takes it", () => {
    const box = fc.record({
      left: fc.integer({ min: 0, max: 700 }),
      top: fc.integer({ min: 0, max: 450 }),
      width: fc.integer({ min: 1, max: 300 }),
      height: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 20 }), fc.array(box, { maxLength: 4 }), (wishes, covers) => {
        for (const own of placeLabels(wishes, PICTURE, covers)) {
          if (own) expect(covers.some((cover) => overlap(own, cover))).toBe(false);
        }
      }),
    );
    const title: LabelWish = { x: 100, y: 100, width: 60, height: 20, seats: BESIDE_POINT, room: 0 };
    const [below] = placeLabels([title], PICTURE);
    const [above] = placeLabels([title], PICTURE, [{ left: 0, top: 105, width: 800, height: 50 }]);
    expect(below?.top).toBeGreaterThan(title.y);
    expect((above?.top ?? 0) + 20).toBeLessThan(title.y);
  });

  it("are never moved by one that comes after them", () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 20 }), fc.array(wish, { maxLength: 20 }), (first, later) => {
        const alone = placeLabels(first, PICTURE);
        expect(placeLabels([...first, ...later], PICTURE).slice(0, first.length)).toEqual(alone);
      }),
    );
  });

  it("are left out only where no seat is free", () => {
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 20 }), (wishes) => {
        const placed = placeLabels(wishes, PICTURE);
        placed.forEach((own, i) => {
          if (own) return;
          // Placed alone, it stands outside or in the way of one before it.
          const alone = placeLabels([wishes[i]], PICTURE)[0];
          const before = placed.slice(0, i).filter((place) => place !== null);
          if (alone) expect(before.some((other) => overlap(alone, other, wishes[i].room))).toBe(true);
        });
      }),
    );
  });
});
