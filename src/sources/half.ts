/** Half precision (its 16 bits) to a number. */
export function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The half nearest to a number, ties to even; beyond 65,504 infinity. */
export function toHalf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (size >= 65_520) return sign | 0x7c00;
  const exponent = Math.max(-14, Math.floor(Math.log2(size || 2 ** -24)));
  const step = 2 ** (exponent - 10);
  let units = Math.floor(size / step);
  const rest = size / step - units;
  if (rest > 0.5 || (rest === 0.5 && units & 1)) units++;
  // Units of the smallest exponent are the subnormals themselves; a carry runs on into the exponent, as it should.
  return sign | (exponent === -14 ? units : units + (exponent + 14) * 1024);
}

const bits = new Uint32Array(1);
const float = new Float32Array(bits.buffer);

/** As `toHalf`, for a number that single precision holds: whole-number arithmetic on its bits, some ten times as fast. */
export function singleToHalf(value: number): number {
  float[0] = value;
  const sign = (bits[0] >>> 16) & 0x8000;
  const rest = bits[0] & 0x7fffffff;
  // 65,520 and beyond: infinity, or what is no number.
  if (rest >= 0x477ff000) return rest > 0x7f800000 ? 0x7e00 : sign | 0x7c00;
  if (rest >= 0x38800000) {
    // The exponent's bias falls by 112; half of what is cut off less one, and one more where the last bit is odd, rounds to even.
    return sign | ((rest - 0x38000000 + 0xfff + ((rest >>> 13) & 1)) >>> 13);
  }
  // Subnormals: the addition of a half's smallest normal, 2⁻¹⁴ · 2¹⁰ ulps up, rounds in hardware.
  float[0] = Math.abs(value) + 0.5;
  return sign | (bits[0] - 0x3f000000);
}
