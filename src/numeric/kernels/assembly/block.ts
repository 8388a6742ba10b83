import { multiplyAdd } from "./lanes";

/**
 * W = C·V for the leading `rows` × `columns` block of a row-major C (stride in elements) and a block V of eight
 * vectors, row-major (`columns` × 8). Four rows of C at a time share each load of V.
 */
export function blockProduct(rows: i32, columns: i32, c: usize, stride: i32, v: usize, w: usize): void {
  const rowBytes = <usize>stride << 2;
  let i = 0;
  for (; i + 4 <= rows; i += 4, w += 128) {
    let p0 = c + <usize>i * rowBytes;
    let p1 = p0 + rowBytes, p2 = p1 + rowBytes, p3 = p2 + rowBytes;
    let w00 = f32x4.splat(0), w01 = f32x4.splat(0);
    let w10 = f32x4.splat(0), w11 = f32x4.splat(0);
    let w20 = f32x4.splat(0), w21 = f32x4.splat(0);
    let w30 = f32x4.splat(0), w31 = f32x4.splat(0);
    let q = v;
    for (let j = 0; j < columns; j++, p0 += 4, p1 += 4, p2 += 4, p3 += 4, q += 32) {
      const v0 = v128.load(q), v1 = v128.load(q, 16);
      const a0 = v128.load32_splat(p0);
      w00 = multiplyAdd(a0, v0, w00);
      w01 = multiplyAdd(a0, v1, w01);
      const a1 = v128.load32_splat(p1);
      w10 = multiplyAdd(a1, v0, w10);
      w11 = multiplyAdd(a1, v1, w11);
      const a2 = v128.load32_splat(p2);
      w20 = multiplyAdd(a2, v0, w20);
      w21 = multiplyAdd(a2, v1, w21);
      const a3 = v128.load32_splat(p3);
      w30 = multiplyAdd(a3, v0, w30);
      w31 = multiplyAdd(a3, v1, w31);
    }
    v128.store(w, w00);
    v128.store(w, w01, 16);
    v128.store(w, w10, 32);
    v128.store(w, w11, 48);
    v128.store(w, w20, 64);
    v128.store(w, w21, 80);
    v128.store(w, w30, 96);
    v128.store(w, w31, 112);
  }
  for (; i < rows; i++, w += 32) {
    let p = c + <usize>i * rowBytes;
    let w0 = f32x4.splat(0), w1 = f32x4.splat(0);
    let q = v;
    for (let j = 0; j < columns; j++, p += 4, q += 32) {
      const a = v128.load32_splat(p);
      w0 = multiplyAdd(a, v128.load(q), w0);
      w1 = multiplyAdd(a, v128.load(q, 16), w1);
    }
    v128.store(w, w0);
    v128.store(w, w1, 16);
  }
}
