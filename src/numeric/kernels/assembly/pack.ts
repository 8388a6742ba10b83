// Panels: a matrix is cut in strips of `width` columns, and a strip is stored depth by depth, its `width` values
// side by side, so that the product kernel reads both of its operands straight through. Missing columns are zeros.

/** Packs f32 columns, minus their means. Strides are in elements; `means` may be 0. */
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
  for (let strip = 0; strip < count; strip += width) {
    for (let lane = 0; lane < width; lane++) {
      const column = strip + lane;
      let to = panel + (<usize>(strip * depth + lane) << 2);
      const step = <usize>width << 2;
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

/** Packs i8 columns (contiguous along the depth) as value × scale − mean. `columnStride` is in elements. */
export function packI8(
  panel: usize,
  source: usize,
  count: i32,
  depth: i32,
  columnStride: i32,
  width: i32,
  scales: usize,
  means: usize,
): void {
  for (let strip = 0; strip < count; strip += width) {
    for (let lane = 0; lane < width; lane++) {
      const column = strip + lane;
      let to = panel + (<usize>(strip * depth + lane) << 2);
      const step = <usize>width << 2;
      if (column >= count) {
        for (let r = 0; r < depth; r++, to += step) store<f32>(to, 0);
        continue;
      }
      const scale = load<f32>(scales + (<usize>column << 2));
      const mean = load<f32>(means + (<usize>column << 2));
      const from = source + <usize>column * <usize>columnStride;
      for (let r = 0; r < depth; r++, to += step) store<f32>(to, <f32>load<i8>(from + r) * scale - mean);
    }
  }
}
