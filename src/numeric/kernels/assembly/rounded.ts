import { multiplyAdd } from "./lanes";
import { four } from "./widen";

// Rows as an index would store them: the value × scale × the row's factor, rounded to what is stored.

/** Four singles rounded to half precision, to even, and widened again; up to 65,504. */
// @ts-ignore: decorator
@inline
function toHalf(value: v128): v128 {
  const sign = v128.and(value, i32x4.splat(0x80000000));
  const size = v128.xor(value, sign);
  // A multiple of 2⁻²⁴ below 2⁻¹⁴: next to a half, singles are that far apart.
  const half = f32x4.splat(0.5);
  const small = f32x4.sub(f32x4.add(size, half), half);
  const odd = v128.and(i32x4.shr_u(size, 13), i32x4.splat(1));
  const large = v128.and(i32x4.add(size, i32x4.add(odd, i32x4.splat(0xfff))), i32x4.splat(0xffffe000));
  const isSmall = f32x4.lt(size, f32x4.splat(reinterpret<f32>(0x38800000)));
  return v128.or(sign, v128.bitselect(small, large, isSmall));
}

// @ts-ignore: decorator
@inline
function stored(value: v128, grain: i32): v128 {
  if (grain == 2) return toHalf(value);
  if (grain == 1) return f32x4.nearest(value);
  return v128.bitselect(f32x4.splat(1), f32x4.splat(-1), f32x4.gt(value, f32x4.splat(0)));
}

function packRoundedOf<T>(
  grain: i32,
  panel: usize,
  source: usize,
  count: i32,
  depth: i32,
  columnStride: i32,
  scales: usize,
  factors: usize,
  squares: usize,
): void {
  const step = <usize>columnStride * sizeof<T>();
  for (let strip = 0; strip < count; strip += 8) {
    let to = panel + (<usize>(strip * depth) << 2);
    let from = source + <usize>strip * sizeof<T>();
    const at = <usize>strip << 2;
    const factor0 = v128.load(factors + at), factor1 = v128.load(factors + at, 16);
    let sum0 = v128.load(squares + at), sum1 = v128.load(squares + at, 16);
    for (let j = 0; j < depth; j++, to += 32, from += step) {
      const scale = v128.load32_splat(scales + (<usize>j << 2));
      const value0 = stored(f32x4.mul(f32x4.mul(four<T>(from), scale), factor0), grain);
      const value1 = stored(f32x4.mul(f32x4.mul(four<T>(from + 4 * sizeof<T>()), scale), factor1), grain);
      v128.store(to, value0);
      v128.store(to, value1, 16);
      sum0 = multiplyAdd(value0, value0, sum0);
      sum1 = multiplyAdd(value1, value1, sum1);
    }
    v128.store(squares + at, sum0);
    v128.store(squares + at, sum1, 16);
  }
}

/**
 * Packs rows of stored columns as `packRows` does, as value × scale × the row's factor rounded to a grain: 2 for half
 * precision, 1 for whole numbers (ties to even), 0 for the sign (1 above zero, else −1). Adds the squares of what is
 * packed to each row's. Factors and squares have room for ⌈count/8⌉·8.
 */
export function packRounded(
  type: i32,
  grain: i32,
  panel: usize,
  source: usize,
  count: i32,
  depth: i32,
  columnStride: i32,
  scales: usize,
  factors: usize,
  squares: usize,
): void {
  if (type == 1) packRoundedOf<i8>(grain, panel, source, count, depth, columnStride, scales, factors, squares);
  else if (type == 2) packRoundedOf<u16>(grain, panel, source, count, depth, columnStride, scales, factors, squares);
  else packRoundedOf<f32>(grain, panel, source, count, depth, columnStride, scales, factors, squares);
}

function raisePeaks<T>(rows: i32, count: i32, x: usize, columnStride: i32, scales: usize, peaks: usize): void {
  for (let j = 0; j < count; j++, scales += 4) {
    const scale = v128.load32_splat(scales);
    let from = x + <usize>j * <usize>columnStride * sizeof<T>();
    for (let r: usize = 0, end = <usize>rows << 2; r < end; r += 16, from += sizeof<T>() * 4) {
      const size = f32x4.abs(f32x4.mul(four<T>(from), scale));
      v128.store(peaks + r, f32x4.max(size, v128.load(peaks + r)));
    }
  }
}

/** Raises each row's peak to the largest |value × scale| of `count` columns. */
export function rowPeaks(
  type: i32,
  rows: i32,
  count: i32,
  x: usize,
  columnStride: i32,
  scales: usize,
  peaks: usize,
): void {
  if (type == 1) raisePeaks<i8>(rows, count, x, columnStride, scales, peaks);
  else if (type == 2) raisePeaks<u16>(rows, count, x, columnStride, scales, peaks);
  else raisePeaks<f32>(rows, count, x, columnStride, scales, peaks);
}
