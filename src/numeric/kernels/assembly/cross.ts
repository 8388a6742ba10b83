import { multiplyAdd } from "./lanes";

// What is summed in single precision before it goes to a double.
const STRETCH: i32 = 256;

// @ts-ignore: decorator
@inline
function addTo(h: usize, sum: v128): void {
  const high = v128.shuffle<i64>(sum, sum, 1, 0);
  v128.store(h, f64x2.add(v128.load(h), f64x2.promote_low_f32x4(sum)));
  v128.store(h, f64x2.add(v128.load(h, 16), f64x2.promote_low_f32x4(high)), 16);
}

// Four of the eight rows of H, over a stretch.
function half(depth: i32, v: usize, vStep: usize, w: usize, wStep: usize, h: usize): void {
  let h00 = f32x4.splat(0), h01 = f32x4.splat(0);
  let h10 = f32x4.splat(0), h11 = f32x4.splat(0);
  let h20 = f32x4.splat(0), h21 = f32x4.splat(0);
  let h30 = f32x4.splat(0), h31 = f32x4.splat(0);
  for (let r = 0; r < depth; r++, v += vStep, w += wStep) {
    const w0 = v128.load(w), w1 = v128.load(w, 16);
    const v0 = v128.load32_splat(v);
    h00 = multiplyAdd(v0, w0, h00);
    h01 = multiplyAdd(v0, w1, h01);
    const v1 = v128.load32_splat(v, 4);
    h10 = multiplyAdd(v1, w0, h10);
    h11 = multiplyAdd(v1, w1, h11);
    const v2 = v128.load32_splat(v, 8);
    h20 = multiplyAdd(v2, w0, h20);
    h21 = multiplyAdd(v2, w1, h21);
    const v3 = v128.load32_splat(v, 12);
    h30 = multiplyAdd(v3, w0, h30);
    h31 = multiplyAdd(v3, w1, h31);
  }
  addTo(h, h00);
  addTo(h + 32, h01);
  addTo(h + 64, h10);
  addTo(h + 96, h11);
  addTo(h + 128, h20);
  addTo(h + 160, h21);
  addTo(h + 192, h30);
  addTo(h + 224, h31);
}

/**
 * H += VᵀW, 8 × 8 in f64, for two blocks of eight vectors, row-major with strides in elements. Single precision holds
 * short stretches, double their sum.
 */
export function cross(depth: i32, v: usize, vStride: i32, w: usize, wStride: i32, h: usize): void {
  const vStep = <usize>vStride << 2, wStep = <usize>wStride << 2;
  for (let start = 0; start < depth; start += STRETCH, v += STRETCH * vStep, w += STRETCH * wStep) {
    const count = min(STRETCH, depth - start);
    half(count, v, vStep, w, wStep, h);
    half(count, v + 16, vStep, w, wStep, h + 256);
  }
}
