import { multiplyAdd } from "./lanes";
import { four } from "./widen";

// Two columns at a time share the loads and stores of the scores; an odd last one is paired with itself, weighing nothing.
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
  const step = <usize>columnStride * sizeof<T>();
  for (let j = 0; j < count; j += 2, scales += 8, means += 8, axes += 24, x += 2 * step) {
    const pair = j + 1 < count;
    const scale0 = v128.load32_splat(scales), mean0 = v128.load32_splat(means);
    const a0 = v128.load32_splat(axes), a1 = v128.load32_splat(axes, 4), a2 = v128.load32_splat(axes, 8);
    let scale1 = f32x4.splat(0), mean1 = scale1, b0 = scale1, b1 = scale1, b2 = scale1;
    if (pair) {
      scale1 = v128.load32_splat(scales, 4);
      mean1 = v128.load32_splat(means, 4);
      b0 = v128.load32_splat(axes, 12);
      b1 = v128.load32_splat(axes, 16);
      b2 = v128.load32_splat(axes, 20);
    }
    let from = x;
    const other: usize = pair ? step : 0;
    for (let s = scores, end = scores + (<usize>rows << 2); s < end; s += 16, from += sizeof<T>() * 4) {
      const v = f32x4.sub(f32x4.mul(four<T>(from), scale0), mean0);
      const w = f32x4.sub(f32x4.mul(four<T>(from + other), scale1), mean1);
      v128.store(s, multiplyAdd(w, b0, multiplyAdd(v, a0, v128.load(s))));
      v128.store(s + second, multiplyAdd(w, b1, multiplyAdd(v, a1, v128.load(s + second))));
      v128.store(s + third, multiplyAdd(w, b2, multiplyAdd(v, a2, v128.load(s + third))));
    }
  }
}

/**
 * Scores of a stretch of rows on three axes, S += (X·scale − mean)·A, two columns of X at a time. `axes` holds three
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
