import fc from "fast-check";
import { PerspectiveCamera } from "three";
import { describe, expect, it } from "vitest";
import { Curve } from "./curve";
import { HoverKeeper, LEASH } from "./hover-keeper";
import { Motion } from "./motion";
import { nearestRow, type View } from "./picking";

const REACH = 10;
const ROWS = 60;
const view: View = (() => {
  const camera = new PerspectiveCamera(40, 2, 0.1, 100);
  camera.position.set(0, 0, 6);
  camera.updateMatrixWorld();
  return {
    matrix: camera.projectionMatrix.clone().multiply(camera.matrixWorldInverse).elements,
    width: 200,
    height: 100,
  };
})();

/** Where a row is on screen between the frames: worked out from the frames themselves, one row at a time. */
function oracle(motion: Motion, row: number): { x: number; y: number; depth: number } {
  const at = [0, 1, 2].map((axis) => {
    const i = row * 3 + axis;
    return motion.a[i] * (1 - motion.mix) + motion.b[i] * motion.mix + motion.offset[i] * motion.rest;
  });
  const [x, y, , w] = [0, 1, 2, 3].map(
    (line) => at.reduce((sum, value, axis) => sum + view.matrix[axis * 4 + line] * value, 0) + view.matrix[12 + line],
  );
  return { x: (view.width * (1 + x / w)) / 2, y: (view.height * (1 - y / w)) / 2, depth: w };
}

const scores = fc
  .array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: ROWS * 3, maxLength: ROWS * 3 })
  .map((values) => Float32Array.from(values));
const place = fc.record({
  x: fc.double({ min: 40, max: 160, noNaN: true }),
  y: fc.double({ min: 0, max: 100, noNaN: true }),
});
/** What happens: time passes, the pointer moves or leaves, the slider moves. */
const happening = fc.oneof(
  fc.record({ wait: fc.integer({ min: 1, max: 120 }) }),
  fc.record({ pointer: fc.option(place) }),
  fc.record({ k: fc.constantFrom(4, 5, 6) }),
);

function cloud(frames: Float32Array[]) {
  const knots = frames.map((values, i) => ({ k: 4 + i, scores: values, rms: 1 }));
  const curve = new Curve({
    largestRms: 1,
    ks: knots.map(({ k }) => k),
    get: (k) => knots.find((knot) => knot.k === k) ?? null,
  });
  const motion = new Motion(ROWS, curve);
  motion.aim(knots[0] as never, 0, "byHand");
  return motion;
}

describe("what is named under the pointer", () => {
  const shown = new Uint8Array(ROWS).fill(1);

  it("is the nearest as drawn at that instant, in the midst of any tween", () => {
    fc.assert(
      fc.property(scores, scores, scores, place, fc.integer({ min: 0, max: 400 }), (a, b, c, { x, y }, instant) => {
        const motion = cloud([a, b, c]);
        motion.lead(6, 0, "byHand");
        motion.step(instant);
        const all = Array.from({ length: ROWS }, (_, row) => ({ row, ...oracle(motion, row) }))
          .map((seen) => ({ ...seen, distance: Math.hypot(seen.x - x, seen.y - y) }))
          .filter(({ distance, depth }) => depth > 0 && distance <= REACH - 1e-3);
        const picked = nearestRow(motion, view, x, y, REACH, shown);
        const least = Math.min(...all.map(({ distance }) => distance));
        if (all.length === 0) {
          if (picked >= 0)
            expect(Math.hypot(oracle(motion, picked).x - x, oracle(motion, picked).y - y)).toBeGreaterThan(
              REACH - 2e-3,
            );
          return;
        }
        // Of those within two pixels of the nearest the one in front may be named, and no other.
        const own = oracle(motion, picked);
        expect(Math.hypot(own.x - x, own.y - y)).toBeLessThanOrEqual(least + 2 + 1e-3);
        const sure = all.filter(
          ({ distance }) =>
            Math.floor(distance / 2) === Math.floor(least / 2) && distance % 2 > 1e-3 && distance % 2 < 2 - 1e-3,
        );
        if (sure.length > 0 && sure.some(({ row }) => row === picked)) {
          for (const other of sure) expect(own.depth).toBeLessThanOrEqual(other.depth + 1e-4);
        }
      }),
    );
  });

  it("never stands where its point is not, whatever the hand and the slider do", () => {
    fc.assert(
      fc.property(scores, scores, scores, fc.array(happening, { maxLength: 40 }), (a, b, c, story) => {
        const motion = cloud([a, b, c]);
        let named = -1;
        let pointer: { x: number; y: number } | null = null;
        const keeper = new HoverKeeper({
          row: () => (named < 0 ? null : named),
          name: (row) => {
            named = row;
          },
          placeOf: (row) => oracle(motion, row),
          pick: ({ x, y }, found) => found(nearestRow(motion, view, x, y, REACH, shown)),
        });
        let now = 0;
        for (const event of story) {
          if ("pointer" in event) {
            pointer = event.pointer;
            keeper.point(pointer);
            if (pointer && named >= 0) {
              const own = oracle(motion, named);
              expect(Math.hypot(own.x - pointer.x, own.y - pointer.y)).toBeLessThanOrEqual(LEASH);
            }
            keeper.answer();
            expect(named).toBe(pointer ? nearestRow(motion, view, pointer.x, pointer.y, REACH, shown) : -1);
          } else if ("k" in event) motion.lead(event.k, now, "byHand");
          else {
            now += event.wait;
            const atRest = motion.step(now);
            keeper.drawn(atRest);
            if (atRest && pointer) expect(named).toBe(nearestRow(motion, view, pointer.x, pointer.y, REACH, shown));
            if (named >= 0) {
              const own = oracle(motion, named);
              expect(Math.hypot(own.x - pointer!.x, own.y - pointer!.y)).toBeLessThanOrEqual(LEASH);
            }
          }
          if (!pointer) expect(named).toBe(-1);
        }
      }),
    );
  });

  it("is nothing when the answer comes after the pointer has left", () => {
    let answer: (row: number) => void = () => {};
    let named = -1;
    const keeper = new HoverKeeper({
      row: () => (named < 0 ? null : named),
      name: (row) => {
        named = row;
      },
      placeOf: () => null,
      pick: (_at, found) => {
        answer = found;
      },
    });
    keeper.point({ x: 1, y: 1 });
    keeper.answer();
    keeper.point(null);
    answer(7);
    expect(named).toBe(-1);
  });
});
