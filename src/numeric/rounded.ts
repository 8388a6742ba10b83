import type { Grain } from "./kernels/functions";

// Marked as pure: so a build can leave out what it does not use.
const room = /* @__PURE__ */ new ArrayBuffer(4);
const single = /* @__PURE__ */ new Float32Array(room);
const bits = /* @__PURE__ */ new Uint32Array(room);
const SMALLEST_NORMAL = 2 ** -14;

/** A number as half precision holds it, rounded to even, in single precision; up to 65,504. */
export function roundedToHalf(value: number): number {
  single[0] = Math.abs(value);
  const size = single[0];
  const sign = value < 0 || Object.is(value, -0) ? -1 : 1;
  // A multiple of 2⁻²⁴: next to a half, singles are that far apart.
  if (size < SMALLEST_NORMAL) return sign * Math.fround(Math.fround(size + 0.5) - 0.5);
  bits[0] = (bits[0] + 0xfff + ((bits[0] >>> 13) & 1)) & 0xffffe000;
  return sign * single[0];
}

/** A number rounded to a grain: half precision (2), whole numbers with ties to even (1), or its sign (0: 1 or −1). */
export function roundedTo(grain: Grain, value: number): number {
  if (grain === 2) return roundedToHalf(value);
  if (grain === 0) return value > 0 ? 1 : -1;
  const nearest = Math.round(value);
  return nearest - value === 0.5 && nearest % 2 !== 0 ? nearest - 1 : nearest;
}
