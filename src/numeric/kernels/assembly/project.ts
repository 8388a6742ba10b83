import { multiplyAdd } from "./lanes";
import { four } from "./widen";

function columns<T>(
  rows: i32,
  count: i32,
  x: usize,
  columnStride: i32,
  scales: usize,
  means: usize,
  axes: usize,
  scores: usize,
  plane: i32,
): void {
  const second = <usize>plane << 2;
  const third = <usize>plane << 3;
  for (let j = 0; j < count; j++, scales += 4, means += 4, axes += 12) {
    const scale = v128.load32_splat(scales);
    const mean = v128.load32_splat(means);
    const w0 = v128.load32_splat(axes), w1 = v128.load32_splat(axes, 4), w2 = v128.load32_splat(axes, 8);
    let from = x + <usize>j * <usize>columnStride * sizeof<T>();
    for (let s = scores, end = scores + (<usize>rows << 2); s < end; s += 16, from += sizeof<T>() * 4) {
      const value = f32x4.sub(f32x4.mul(four<T>(from), scale), mean);
      v128.store(s, multiplyAdd(value, w0, v128.load(s)));
      v128.store(s + second, multiplyAdd(value, w1, v128.load(s + second)));
      v128.store(s + third, multiplyAdd(value, w2, v128.load(s + third)));
    }
  }
}

/**
 * Scores of a stretch of rows on three axes, S += (X·scale − mean)·A, a column of X at a time. `axes` holds three
 * values a column; S is three planes, `plane` elements apart. `rows` counts up to the next multiple of 4, which X's
 * columns and the planes have room for. The caller keeps a stretch short enough for the cache.
 */
export function project(
  type: i32,
  rows: i32,
  count: i32,
  x: usize,
  columnStride: i32,
  scales: usize,
  means: usize,
  axes: usize,
  scores: usize,
  plane: i32,
): void {
  if (type == 1) columns<i8>(rows, count, x, columnStride, scales, means, axes, scores, plane);
  else if (type == 2) columns<u16>(rows, count, x, columnStride, scales, means, axes, scores, plane);
  else columns<f32>(rows, count, x, columnStride, scales, means, axes, scores, plane);
}
