import { multiplyAdd } from "./lanes";

// Scores of a stretch of rows, three planes of `rows` values each (a multiple of 4): S += (X − shift)·W, a column of X
// at a time. `weights` holds three values a column, `shifts` one. The caller keeps a stretch short enough for the cache.

// @ts-ignore: decorator
@inline
function addColumn(x: v128, s: usize, planeBytes: usize, w0: v128, w1: v128, w2: v128): void {
  v128.store(s, multiplyAdd(x, w0, v128.load(s)));
  v128.store(s + planeBytes, multiplyAdd(x, w1, v128.load(s + planeBytes)));
  const third = s + (planeBytes << 1);
  v128.store(third, multiplyAdd(x, w2, v128.load(third)));
}

export function projectF32(
  rows: i32, columns: i32, x: usize, columnStride: i32, shifts: usize, weights: usize, s: usize, plane: i32,
): void {
  const planeBytes = <usize>plane << 2;
  for (let j = 0; j < columns; j++, shifts += 4, weights += 12) {
    const shift = v128.load32_splat(shifts);
    const w0 = v128.load32_splat(weights), w1 = v128.load32_splat(weights, 4), w2 = v128.load32_splat(weights, 8);
    const from = x + ((<usize>j * <usize>columnStride) << 2);
    for (let r: usize = 0, end = <usize>rows << 2; r < end; r += 16) {
      addColumn(f32x4.sub(v128.load(from + r), shift), s + r, planeBytes, w0, w1, w2);
    }
  }
}

/** The same for i8 columns; scale is already in `weights`, and `shifts` is mean ÷ scale. */
export function projectI8(
  rows: i32, columns: i32, x: usize, columnStride: i32, shifts: usize, weights: usize, s: usize, plane: i32,
): void {
  const planeBytes = <usize>plane << 2;
  for (let j = 0; j < columns; j++, shifts += 4, weights += 12) {
    const shift = v128.load32_splat(shifts);
    const w0 = v128.load32_splat(weights), w1 = v128.load32_splat(weights, 4), w2 = v128.load32_splat(weights, 8);
    const from = x + <usize>j * <usize>columnStride;
    for (let r: usize = 0, end = <usize>rows; r < end; r += 4) {
      const wide = i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(v128.load32_zero(from + r)));
      addColumn(f32x4.sub(f32x4.convert_i32x4_s(wide), shift), s + (r << 2), planeBytes, w0, w1, w2);
    }
  }
}
