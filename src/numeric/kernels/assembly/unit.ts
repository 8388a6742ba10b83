import { multiplyAdd } from "./lanes";
import { four } from "./widen";

// Sixteen rows (four strips of four) of a chunk of columns are widened at a time, so that each line of a stored column is
// fetched once; a chunk of V or Z then stays in the first cache while it meets a block of rows.
const GROUP: i32 = 16;
const CHUNK: i32 = 256;
const BLOCK: i32 = 64;

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

/** Y += C·V for a strip of four rows C, widened in `panel` (four values a column). */
function addDots(columns: i32, panel: usize, v: usize, y: usize): void {
  let y00 = v128.load(y), y01 = v128.load(y, 16);
  let y10 = v128.load(y, 32), y11 = v128.load(y, 48);
  let y20 = v128.load(y, 64), y21 = v128.load(y, 80);
  let y30 = v128.load(y, 96), y31 = v128.load(y, 112);
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
  v128.store(y, y00);
  v128.store(y, y01, 16);
  v128.store(y, y10, 32);
  v128.store(y, y11, 48);
  v128.store(y, y20, 64);
  v128.store(y, y21, 80);
  v128.store(y, y30, 96);
  v128.store(y, y31, 112);
}

/** Y ← w·Y + δ·(m·V) − e·(ν·V), row by row; `sums` gains Σ δ·y and Σ e·y; then Y ← w·Y. */
function weigh(
  rows: i32,
  y: usize,
  meanV: usize,
  centerV: usize,
  weights: usize,
  deltas: usize,
  ones: usize,
  sums: usize,
): void {
  const m0 = v128.load(meanV), m1 = v128.load(meanV, 16);
  const n0 = v128.load(centerV), n1 = v128.load(centerV, 16);
  let d0 = v128.load(sums), d1 = v128.load(sums, 16), e0 = v128.load(sums, 32), e1 = v128.load(sums, 48);
  for (let r = 0; r < rows; r++, y += 32, weights += 4, deltas += 4, ones += 4) {
    const w = v128.load32_splat(weights), d = v128.load32_splat(deltas), e = v128.load32_splat(ones);
    const y0 = f32x4.sub(multiplyAdd(d, m0, f32x4.mul(w, v128.load(y))), f32x4.mul(e, n0));
    const y1 = f32x4.sub(multiplyAdd(d, m1, f32x4.mul(w, v128.load(y, 16))), f32x4.mul(e, n1));
    d0 = multiplyAdd(d, y0, d0);
    d1 = multiplyAdd(d, y1, d1);
    e0 = multiplyAdd(e, y0, e0);
    e1 = multiplyAdd(e, y1, e1);
    v128.store(y, f32x4.mul(w, y0));
    v128.store(y, f32x4.mul(w, y1), 16);
  }
  v128.store(sums, d0);
  v128.store(sums, d1, 16);
  v128.store(sums, e0, 32);
  v128.store(sums, e1, 48);
}

/** Z += Cᵀ·Y for a strip of four rows. */
function addOuter(columns: i32, panel: usize, y: usize, z: usize): void {
  const y00 = v128.load(y), y01 = v128.load(y, 16);
  const y10 = v128.load(y, 32), y11 = v128.load(y, 48);
  const y20 = v128.load(y, 64), y21 = v128.load(y, 80);
  const y30 = v128.load(y, 96), y31 = v128.load(y, 112);
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

// Widens a chunk of a block of rows and multiplies it: with V to Y, or with Y to Z.
function chunk<T>(
  rows: i32,
  columns: i32,
  x: usize,
  columnStride: i32,
  scales: usize,
  means: usize,
  panel: usize,
  block: usize,
  y: usize,
  outer: bool,
): void {
  for (let r = 0; r < rows; r += GROUP) {
    const strips = min(GROUP, rows - r + 3) >> 2;
    widenGroup<T>(columns, x + <usize>r * sizeof<T>(), columnStride, scales, means, panel, strips);
    for (let s = 0; s < strips; s++) {
      const strip = panel + (<usize>(s * columns) << 4);
      const at = y + (<usize>(r + 4 * s) << 5);
      if (outer) addOuter(columns, strip, at, block);
      else addDots(columns, strip, block, at);
    }
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
  const y = panel + (GROUP * CHUNK << 2);
  for (let r = 0; r < rows; r += BLOCK) {
    const count = min(BLOCK, rows - r);
    const at = <usize>r << 2;
    memory.fill(y, 0, BLOCK << 5);
    for (let side = 0; side < 2; side++) {
      for (let j = 0; j < columns; j += CHUNK) {
        const width = min(CHUNK, columns - j);
        const from = x + (<usize>j * <usize>columnStride + <usize>r) * sizeof<T>();
        const past = <usize>j << 2;
        const block = (side ? z : v) + (past << 3);
        chunk<T>(count, width, from, columnStride, scales + past, means + past, panel, block, y, side == 1);
      }
      if (side == 0) weigh((count + 3) & ~3, y, meanV, centerV, weights + at, deltas + at, ones + at, sums);
    }
  }
}

/**
 * One pass of the unit mode's operator over the rows of a shard. With c a centred row, w its weight (1 ÷ norm of the
 * prefix), δ the weight less its mean, e one for a row and zero for padding: y = w·(c·V) + δ·(m·V) − e·(ν·V), then
 * Z += Σ c ⊗ (w·y); `sums` gains Σ δ·y and Σ e·y. Z and V are columns × 8; `panel` has room for 16 × 256 + 64 × 8
 * values.
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
