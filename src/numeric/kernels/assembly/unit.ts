import { multiplyAdd } from "./lanes";
import { four } from "./widen";

// Rows are widened sixteen at a time (four strips of four), so that each line of a stored column is fetched once.
const GROUP: i32 = 16;

function widenGroup<T>(
  columns: i32,
  x: usize,
  columnStride: i32,
  scales: usize,
  means: usize,
  panel: usize,
  strips: i32,
): void {
  const stripBytes = <usize>columns << 4;
  for (let j = 0; j < columns; j++, scales += 4, means += 4, panel += 16) {
    const scale = v128.load32_splat(scales);
    const mean = v128.load32_splat(means);
    let from = x + <usize>j * <usize>columnStride * sizeof<T>();
    let to = panel;
    for (let strip = 0; strip < strips; strip++, from += sizeof<T>() * 4, to += stripBytes) {
      v128.store(to, f32x4.sub(f32x4.mul(four<T>(from), scale), mean));
    }
  }
}

/**
 * One pass of the unit mode's operator over four centred rows c, widened in `panel` (four values a column):
 * y = w·(c·V) + δ·(m·V) − e·(ν·V), then Z += c ⊗ (w·y), and the sums of δ·y and e·y to `sums` (2 × 8).
 */
function strip(
  columns: i32,
  panel: usize,
  v: usize,
  meanV: usize,
  centerV: usize,
  weights: usize,
  deltas: usize,
  ones: usize,
  z: usize,
  sums: usize,
): void {
  let y00 = f32x4.splat(0), y01 = f32x4.splat(0);
  let y10 = f32x4.splat(0), y11 = f32x4.splat(0);
  let y20 = f32x4.splat(0), y21 = f32x4.splat(0);
  let y30 = f32x4.splat(0), y31 = f32x4.splat(0);
  for (let p = panel, q = v, end = panel + (<usize>columns << 4); p < end; p += 16, q += 32) {
    const v0 = v128.load(q), v1 = v128.load(q, 16);
    const a0 = v128.load32_splat(p);
    y00 = multiplyAdd(a0, v0, y00);
    y01 = multiplyAdd(a0, v1, y01);
    const a1 = v128.load32_splat(p, 4);
    y10 = multiplyAdd(a1, v0, y10);
    y11 = multiplyAdd(a1, v1, y11);
    const a2 = v128.load32_splat(p, 8);
    y20 = multiplyAdd(a2, v0, y20);
    y21 = multiplyAdd(a2, v1, y21);
    const a3 = v128.load32_splat(p, 12);
    y30 = multiplyAdd(a3, v0, y30);
    y31 = multiplyAdd(a3, v1, y31);
  }
  const m0 = v128.load(meanV), m1 = v128.load(meanV, 16);
  const n0 = v128.load(centerV), n1 = v128.load(centerV, 16);
  let d0 = v128.load(sums), d1 = v128.load(sums, 16), e0 = v128.load(sums, 32), e1 = v128.load(sums, 48);

  let w = v128.load32_splat(weights), d = v128.load32_splat(deltas), e = v128.load32_splat(ones);
  y00 = f32x4.sub(multiplyAdd(d, m0, f32x4.mul(w, y00)), f32x4.mul(e, n0));
  y01 = f32x4.sub(multiplyAdd(d, m1, f32x4.mul(w, y01)), f32x4.mul(e, n1));
  d0 = multiplyAdd(d, y00, d0); d1 = multiplyAdd(d, y01, d1); e0 = multiplyAdd(e, y00, e0); e1 = multiplyAdd(e, y01, e1);
  y00 = f32x4.mul(w, y00); y01 = f32x4.mul(w, y01);

  w = v128.load32_splat(weights, 4); d = v128.load32_splat(deltas, 4); e = v128.load32_splat(ones, 4);
  y10 = f32x4.sub(multiplyAdd(d, m0, f32x4.mul(w, y10)), f32x4.mul(e, n0));
  y11 = f32x4.sub(multiplyAdd(d, m1, f32x4.mul(w, y11)), f32x4.mul(e, n1));
  d0 = multiplyAdd(d, y10, d0); d1 = multiplyAdd(d, y11, d1); e0 = multiplyAdd(e, y10, e0); e1 = multiplyAdd(e, y11, e1);
  y10 = f32x4.mul(w, y10); y11 = f32x4.mul(w, y11);

  w = v128.load32_splat(weights, 8); d = v128.load32_splat(deltas, 8); e = v128.load32_splat(ones, 8);
  y20 = f32x4.sub(multiplyAdd(d, m0, f32x4.mul(w, y20)), f32x4.mul(e, n0));
  y21 = f32x4.sub(multiplyAdd(d, m1, f32x4.mul(w, y21)), f32x4.mul(e, n1));
  d0 = multiplyAdd(d, y20, d0); d1 = multiplyAdd(d, y21, d1); e0 = multiplyAdd(e, y20, e0); e1 = multiplyAdd(e, y21, e1);
  y20 = f32x4.mul(w, y20); y21 = f32x4.mul(w, y21);

  w = v128.load32_splat(weights, 12); d = v128.load32_splat(deltas, 12); e = v128.load32_splat(ones, 12);
  y30 = f32x4.sub(multiplyAdd(d, m0, f32x4.mul(w, y30)), f32x4.mul(e, n0));
  y31 = f32x4.sub(multiplyAdd(d, m1, f32x4.mul(w, y31)), f32x4.mul(e, n1));
  d0 = multiplyAdd(d, y30, d0); d1 = multiplyAdd(d, y31, d1); e0 = multiplyAdd(e, y30, e0); e1 = multiplyAdd(e, y31, e1);
  y30 = f32x4.mul(w, y30); y31 = f32x4.mul(w, y31);

  v128.store(sums, d0);
  v128.store(sums, d1, 16);
  v128.store(sums, e0, 32);
  v128.store(sums, e1, 48);

  for (let p = panel, q = z, end = panel + (<usize>columns << 4); p < end; p += 16, q += 32) {
    let z0 = v128.load(q), z1 = v128.load(q, 16);
    const a0 = v128.load32_splat(p);
    z0 = multiplyAdd(a0, y00, z0);
    z1 = multiplyAdd(a0, y01, z1);
    const a1 = v128.load32_splat(p, 4);
    z0 = multiplyAdd(a1, y10, z0);
    z1 = multiplyAdd(a1, y11, z1);
    const a2 = v128.load32_splat(p, 8);
    z0 = multiplyAdd(a2, y20, z0);
    z1 = multiplyAdd(a2, y21, z1);
    const a3 = v128.load32_splat(p, 12);
    z0 = multiplyAdd(a3, y30, z0);
    z1 = multiplyAdd(a3, y31, z1);
    v128.store(q, z0);
    v128.store(q, z1, 16);
  }
}

function pass<T>(
  rows: i32,
  columns: i32,
  x: usize,
  columnStride: i32,
  scales: usize,
  means: usize,
  v: usize,
  meanV: usize,
  centerV: usize,
  weights: usize,
  deltas: usize,
  ones: usize,
  z: usize,
  sums: usize,
  panel: usize,
): void {
  for (let r = 0; r < rows; r += GROUP) {
    const strips = min(GROUP, rows - r + 3) >> 2;
    widenGroup<T>(columns, x + <usize>r * sizeof<T>(), columnStride, scales, means, panel, strips);
    for (let s = 0; s < strips; s++) {
      const at = <usize>(r + 4 * s) << 2;
      const from = panel + (<usize>(s * columns) << 4);
      strip(columns, from, v, meanV, centerV, weights + at, deltas + at, ones + at, z, sums);
    }
  }
}

/**
 * One pass of the unit mode's operator over the rows of a shard. With c a centred row, w its weight (1 ÷ norm of the
 * prefix), δ the weight less its mean, e one for a row and zero for padding: y = w·(c·V) + δ·(m·V) − e·(ν·V), then
 * Z += Σ c ⊗ (w·y); `sums` gains Σ δ·y and Σ e·y. Z and V are columns × 8; `panel` has room for 16 × columns values.
 */
export function unitApply(
  type: i32,
  rows: i32,
  columns: i32,
  x: usize,
  columnStride: i32,
  scales: usize,
  means: usize,
  v: usize,
  meanV: usize,
  centerV: usize,
  weights: usize,
  deltas: usize,
  ones: usize,
  z: usize,
  sums: usize,
  panel: usize,
): void {
  if (type == 1) {
    pass<i8>(rows, columns, x, columnStride, scales, means, v, meanV, centerV, weights, deltas, ones, z, sums, panel);
  } else if (type == 2) {
    pass<u16>(rows, columns, x, columnStride, scales, means, v, meanV, centerV, weights, deltas, ones, z, sums, panel);
  } else {
    pass<f32>(rows, columns, x, columnStride, scales, means, v, meanV, centerV, weights, deltas, ones, z, sums, panel);
  }
}
