import { four, one } from "./widen";

// Panels: a matrix is cut in strips of `width` columns, and a strip is stored depth by depth, its `width` values
// side by side, so that the product kernel reads both of its operands straight through. Missing columns are zeros.

/** Packs f32 values of any layout, minus their means. Strides are in elements; `means` may be 0. */
export function packF32(
  panel: usize,
  source: usize,
  count: i32,
  depth: i32,
  depthStride: i32,
  columnStride: i32,
  width: i32,
  means: usize,
): void {
  const step = <usize>width << 2;
  for (let strip = 0; strip < count; strip += width) {
    for (let lane = 0; lane < width; lane++) {
      const column = strip + lane;
      let to = panel + (<usize>(strip * depth + lane) << 2);
      if (column >= count) {
        for (let r = 0; r < depth; r++, to += step) store<f32>(to, 0);
        continue;
      }
      const mean: f32 = means ? load<f32>(means + (<usize>column << 2)) : 0;
      let from = source + ((<usize>column * <usize>columnStride) << 2);
      const fromStep = <usize>depthStride << 2;
      for (let r = 0; r < depth; r++, to += step, from += fromStep) store<f32>(to, load<f32>(from) - mean);
    }
  }
}

function pack<T>(
  panel: usize,
  source: usize,
  count: i32,
  depth: i32,
  columnStride: i32,
  width: i32,
  scales: usize,
  means: usize,
): void {
  const step = <usize>width << 2;
  for (let strip = 0; strip < count; strip += width) {
    for (let lane = 0; lane < width; lane++) {
      const column = strip + lane;
      let to = panel + (<usize>(strip * depth + lane) << 2);
      if (column >= count) {
        for (let r = 0; r < depth; r++, to += step) store<f32>(to, 0);
        continue;
      }
      const scale = load<f32>(scales + (<usize>column << 2));
      const mean = load<f32>(means + (<usize>column << 2));
      let from = source + <usize>column * <usize>columnStride * sizeof<T>();
      for (let r = 0; r < depth; r++, to += step, from += sizeof<T>()) store<f32>(to, one<T>(from) * scale - mean);
    }
  }
}

/**
 * Packs stored columns (contiguous along the depth) as value × scale − mean. `type` is bytes a value: 1 for i8, 2 for
 * half precision, 4 for f32; `columnStride` is in elements.
 */
export function packColumns(
  type: i32,
  panel: usize,
  source: usize,
  count: i32,
  depth: i32,
  columnStride: i32,
  width: i32,
  scales: usize,
  means: usize,
): void {
  if (type == 1) pack<i8>(panel, source, count, depth, columnStride, width, scales, means);
  else if (type == 2) pack<u16>(panel, source, count, depth, columnStride, width, scales, means);
  else pack<f32>(panel, source, count, depth, columnStride, width, scales, means);
}

function packRowsOf<T>(
  panel: usize,
  source: usize,
  count: i32,
  depth: i32,
  columnStride: i32,
  scales: usize,
  means: usize,
): void {
  const step = <usize>columnStride * sizeof<T>();
  for (let strip = 0; strip < count; strip += 8) {
    let to = panel + (<usize>(strip * depth) << 2);
    let from = source + <usize>strip * sizeof<T>();
    for (let j = 0; j < depth; j++, to += 32, from += step) {
      const scale = v128.load32_splat(scales + (<usize>j << 2));
      const mean = v128.load32_splat(means + (<usize>j << 2));
      v128.store(to, f32x4.sub(f32x4.mul(four<T>(from), scale), mean));
      v128.store(to, f32x4.sub(f32x4.mul(four<T>(from + 4 * sizeof<T>()), scale), mean), 16);
    }
  }
}

/**
 * Packs rows of stored columns as value × scale − mean, in strips of 8 rows: the depth runs over the columns. What lies
 * past the last row is read too (the columns have room) and means nothing.
 */
export function packRows(
  type: i32,
  panel: usize,
  source: usize,
  count: i32,
  depth: i32,
  columnStride: i32,
  scales: usize,
  means: usize,
): void {
  if (type == 1) packRowsOf<i8>(panel, source, count, depth, columnStride, scales, means);
  else if (type == 2) packRowsOf<u16>(panel, source, count, depth, columnStride, scales, means);
  else packRowsOf<f32>(panel, source, count, depth, columnStride, scales, means);
}
