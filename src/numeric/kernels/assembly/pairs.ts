// The Gram matrix of int8 columns in whole numbers: `dot` multiplies eight 16-bit values and adds neighbours, twice the
// work of a step in f32, and no sum is ever rounded. Panels are as in `pack.ts`, with two depths (16 bits each) where
// those have one f32; the scales and means are for whoever takes the sums out.

/** Stores four vectors of four pairs as four rows of four columns. */
// @ts-ignore: decorator
@inline
function storeTransposed(to: usize, step: usize, a: v128, b: v128, c: v128, d: v128): void {
  const ab0 = v128.shuffle<i32>(a, b, 0, 4, 1, 5), ab1 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const cd0 = v128.shuffle<i32>(c, d, 0, 4, 1, 5), cd1 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<i64>(ab0, cd0, 0, 2));
  v128.store(to + step, v128.shuffle<i64>(ab0, cd0, 1, 3));
  v128.store(to + 2 * step, v128.shuffle<i64>(ab1, cd1, 0, 2));
  v128.store(to + 3 * step, v128.shuffle<i64>(ab1, cd1, 1, 3));
}

/**
 * Packs stored i8 columns (contiguous along the depth) over `pairs` pairs of depths, in strips of `width` columns.
 * Missing columns are zeros.
 */
export function packPairs(panel: usize, source: usize, count: i32, pairs: i32, columnStride: i32, width: i32): void {
  const step = <usize>width << 2;
  for (let column = 0, end = (count + width - 1) / width * width; column < end; column += 4) {
    const strip = column / width * width;
    const to = panel + (<usize>(strip * pairs + column - strip) << 2);
    const from = source + <usize>column * <usize>columnStride;
    let pair = 0;
    if (column + 4 <= count) {
      const from1 = from + columnStride, from2 = from1 + columnStride, from3 = from2 + columnStride;
      for (; pair + 8 <= pairs; pair += 8) {
        const at = <usize>pair << 1;
        const a = v128.load(from + at), b = v128.load(from1 + at), c = v128.load(from2 + at), d = v128.load(from3 + at);
        const row = to + <usize>pair * step;
        storeTransposed(
          row, step, i16x8.extend_low_i8x16_s(a), i16x8.extend_low_i8x16_s(b), i16x8.extend_low_i8x16_s(c),
          i16x8.extend_low_i8x16_s(d),
        );
        storeTransposed(
          row + 4 * step, step, i16x8.extend_high_i8x16_s(a), i16x8.extend_high_i8x16_s(b),
          i16x8.extend_high_i8x16_s(c), i16x8.extend_high_i8x16_s(d),
        );
      }
    }
    for (; pair < pairs; pair++) {
      const row = to + <usize>pair * step;
      for (let lane = 0; lane < 4; lane++) {
        const at = from + <usize>lane * <usize>columnStride + (<usize>pair << 1);
        const here = column + lane < count;
        store<i16>(row + (<usize>lane << 2), here ? <i16>load<i8>(at) : 0);
        store<i16>(row + (<usize>lane << 2), here ? <i16>load<i8>(at, 1) : 0, 2);
      }
    }
  }
}

// The register tile of `product.ts`, on pairs.
function tile(pairs: i32, a: usize, b: usize, c: usize, stride: usize): void {
  let c00 = i32x4.splat(0), c01 = i32x4.splat(0);
  let c10 = i32x4.splat(0), c11 = i32x4.splat(0);
  let c20 = i32x4.splat(0), c21 = i32x4.splat(0);
  let c30 = i32x4.splat(0), c31 = i32x4.splat(0);
  for (let r = 0; r < pairs; r++) {
    const b0 = v128.load(b), b1 = v128.load(b, 16);
    const a0 = v128.load32_splat(a);
    c00 = i32x4.add(c00, i32x4.dot_i16x8_s(a0, b0));
    c01 = i32x4.add(c01, i32x4.dot_i16x8_s(a0, b1));
    const a1 = v128.load32_splat(a, 4);
    c10 = i32x4.add(c10, i32x4.dot_i16x8_s(a1, b0));
    c11 = i32x4.add(c11, i32x4.dot_i16x8_s(a1, b1));
    const a2 = v128.load32_splat(a, 8);
    c20 = i32x4.add(c20, i32x4.dot_i16x8_s(a2, b0));
    c21 = i32x4.add(c21, i32x4.dot_i16x8_s(a2, b1));
    const a3 = v128.load32_splat(a, 12);
    c30 = i32x4.add(c30, i32x4.dot_i16x8_s(a3, b0));
    c31 = i32x4.add(c31, i32x4.dot_i16x8_s(a3, b1));
    a += 16;
    b += 32;
  }
  v128.store(c, i32x4.add(v128.load(c), c00));
  v128.store(c, i32x4.add(v128.load(c, 16), c01), 16);
  c += stride;
  v128.store(c, i32x4.add(v128.load(c), c10));
  v128.store(c, i32x4.add(v128.load(c, 16), c11), 16);
  c += stride;
  v128.store(c, i32x4.add(v128.load(c), c20));
  v128.store(c, i32x4.add(v128.load(c, 16), c21), 16);
  c += stride;
  v128.store(c, i32x4.add(v128.load(c), c30));
  v128.store(c, i32x4.add(v128.load(c, 16), c31), 16);
}

/** C += AᵀB on panels of pairs, as `product` on panels of f32; C holds i32. */
export function productPairs(rows: i32, columns: i32, pairs: i32, a: usize, b: usize, c: usize, stride: i32): void {
  const aStrip = <usize>pairs << 4;
  const bStrip = <usize>pairs << 5;
  const rowBytes = <usize>stride << 2;
  for (let j = 0; j < columns; j += 8, b += bStrip) {
    let strip = a;
    for (let i = 0; i < rows; i += 4, strip += aStrip) {
      tile(pairs, strip, b, c + <usize>i * rowBytes + (<usize>j << 2), rowBytes);
    }
  }
}
