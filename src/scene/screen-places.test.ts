import fc from "fast-check";
import { PerspectiveCamera } from "three";
import { expect, test } from "vitest";
import { projectRow, type View } from "./picking";
import { projectAll } from "./screen-places";

test("all rows are projected as the pick projects one", () => {
  const camera = new PerspectiveCamera(40, 2, 0.1, 100);
  camera.position.set(1, 2, 5);
  camera.lookAt(0, 0, 0);
  camera.updateMatrixWorld();
  const view: View = {
    matrix: camera.projectionMatrix.clone().multiply(camera.matrixWorldInverse).elements,
    width: 800,
    height: 400,
  };
  const coordinate = fc.double({ min: -12, max: 12, noNaN: true });
  const three = fc.array(coordinate, { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(three, three, three, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, offset, mix) => {
      const [from, to, off] = [a, b, offset].map((place) => Float32Array.from([0, 0, 0, ...place]));
      const motion = { rows: 2, a: from, b: to, offset: off, mix, rest: 1 - mix };
      const places = projectAll(motion, view);
      const one = projectRow(motion, view, 1);
      if (one) {
        expect(places[2]).toBeCloseTo(Math.fround(one.x), 3);
        expect(places[3]).toBeCloseTo(Math.fround(one.y), 3);
      } else expect([...places.slice(2)]).toEqual([Number.NaN, Number.NaN]);
    }),
  );
});
