import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIRST_CAMERA, readCamera, writeCamera } from "./camera";

const number = fc.double({ min: -90, max: 90, noNaN: true });

describe("a camera in a link", () => {
  it("is read as it was written, to a ten-thousandth", () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 6, maxLength: 6 }), (camera) => {
        fc.pre(Math.hypot(camera[0] - camera[3], camera[1] - camera[4], camera[2] - camera[5]) > 0.01);
        const read = readCamera(writeCamera(camera))!;
        camera.forEach((value, i) => {
          expect(Math.abs(read[i] - value)).toBeLessThanOrEqual(0.5001e-4);
        });
      }),
    );
    expect(readCamera(writeCamera(FIRST_CAMERA))).toEqual(FIRST_CAMERA);
    expect(writeCamera([-0, 1e-9, 1, 0, 0, -1e-9])).toBe("0,0,1,0,0,0");
  });

  it.each(["", "1,2,3", "0,0,1,0,0,0,0", "0,0,1,0,0,x", "0,0,1,0,,0", "0,0,1e9,0,0,0", "NaN,0,1,0,0,0", "1,1,1,1,1,1"])(
    "is refused where it is %j",
    (text) => {
      expect(readCamera(text)).toBeNull();
    },
  );
});
