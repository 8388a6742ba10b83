// Stored columns, read as f32. A column is i8 (T = i8), half precision (T = u16: there is no f16 to load) or f32.
// Half precision is widened by moving its bits under the exponent of a single and scaling by 2^112, which is right for
// subnormals too (infinities and NaN are refused before they get here).

/** One value. */
// @ts-ignore: decorator
@inline
export function one<T>(from: usize): f32 {
  if (sizeof<T>() == 4) return load<f32>(from);
  if (sizeof<T>() == 1) return <f32>load<i8>(from);
  const bits = <u32>load<u16>(from);
  const magnitude = reinterpret<f32>((bits & 0x7fff) << 13) * reinterpret<f32>(0x77800000);
  return bits & 0x8000 ? -magnitude : magnitude;
}

/** Four values beside each other. */
// @ts-ignore: decorator
@inline
export function four<T>(from: usize): v128 {
  if (sizeof<T>() == 4) return v128.load(from);
  if (sizeof<T>() == 1) {
    const wide = i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(v128.load32_zero(from)));
    return f32x4.convert_i32x4_s(wide);
  }
  const bits = i32x4.extend_low_i16x8_u(v128.load64_zero(from));
  const magnitude = f32x4.mul(
    i32x4.shl(v128.and(bits, i32x4.splat(0x7fff)), 13),
    f32x4.splat(reinterpret<f32>(0x77800000)),
  );
  return v128.or(magnitude, i32x4.shl(v128.and(bits, i32x4.splat(0x8000)), 16));
}
