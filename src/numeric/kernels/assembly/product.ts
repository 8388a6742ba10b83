import { multiplyAdd } from "./lanes";

// The register tile: 4 rows × 8 columns of C in eight registers, two loads and four splats a step of depth.
function tile(depth: i32, a: usize, b: usize, c: usize, stride: usize): void {
  let c00 = f32x4.splat(0), c01 = f32x4.splat(0);
  let c10 = f32x4.splat(0), c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0), c21 = f32x4.splat(0);
  let c30 = f32x4.splat(0), c31 = f32x4.splat(0);
  for (let r = 0; r < depth; r++) {
    const b0 = v128.load(b), b1 = v128.load(b, 16);
    const a0 = v128.load32_splat(a);
    c00 = multiplyAdd(a0, b0, c00);
    c01 = multiplyAdd(a0, b1, c01);
    const a1 = v128.load32_splat(a, 4);
    c10 = multiplyAdd(a1, b0, c10);
    c11 = multiplyAdd(a1, b1, c11);
    const a2 = v128.load32_splat(a, 8);
    c20 = multiplyAdd(a2, b0, c20);
    c21 = multiplyAdd(a2, b1, c21);
    const a3 = v128.load32_splat(a, 12);
    c30 = multiplyAdd(a3, b0, c30);
    c31 = multiplyAdd(a3, b1, c31);
    a += 16;
    b += 32;
  }
  v128.store(c, f32x4.add(v128.load(c), c00));
  v128.store(c, f32x4.add(v128.load(c, 16), c01), 16);
  c += stride;
  v128.store(c, f32x4.add(v128.load(c), c10));
  v128.store(c, f32x4.add(v128.load(c, 16), c11), 16);
  c += stride;
  v128.store(c, f32x4.add(v128.load(c), c20));
  v128.store(c, f32x4.add(v128.load(c, 16), c21), 16);
  c += stride;
  v128.store(c, f32x4.add(v128.load(c), c30));
  v128.store(c, f32x4.add(v128.load(c, 16), c31), 16);
}

/**
 * C += A·B for packed panels: A in strips of 4 rows, B in strips of 8 columns, both `depth` deep. `rows` and `columns`
 * are multiples of 4 and 8 (the packing pads); C is row-major with `stride` elements a row.
 */
export function product(rows: i32, columns: i32, depth: i32, a: usize, b: usize, c: usize, stride: i32): void {
  const aStrip = <usize>depth << 4;
  const bStrip = <usize>depth << 5;
  const rowBytes = <usize>stride << 2;
  for (let j = 0; j < columns; j += 8, b += bStrip) {
    let strip = a;
    for (let i = 0; i < rows; i += 4, strip += aStrip) {
      tile(depth, strip, b, c + <usize>i * rowBytes + (<usize>j << 2), rowBytes);
    }
  }
}
