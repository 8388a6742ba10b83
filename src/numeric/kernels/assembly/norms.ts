import { multiplyAdd } from "./lanes";
import { four } from "./widen";

function addNorms<T>(
  rows: i32,
  count: i32,
  x: usize,
  columnStride: i32,
  scales: usize,
  means: usize,
  squares: usize,
  dots: usize,
): void {
  for (let j = 0; j < count; j++, scales += 4, means += 4) {
    const scale = v128.load32_splat(scales);
    const mean = v128.load32_splat(means);
    let from = x + <usize>j * <usize>columnStride * sizeof<T>();
    for (let r: usize = 0, end = <usize>rows << 2; r < end; r += 16, from += sizeof<T>() * 4) {
      const value = f32x4.sub(f32x4.mul(four<T>(from), scale), mean);
      v128.store(squares + r, multiplyAdd(value, value, v128.load(squares + r)));
      v128.store(dots + r, multiplyAdd(value, mean, v128.load(dots + r)));
    }
  }
}

/**
 * Adds, for `count` columns of centred values c with mean m, Σc² and Σc·m to each row: what a prefix's norm is made of,
 * by increments. Apart they keep their digits where the mean is large: ‖x‖² = ‖m‖² + 2·c·m + ‖c‖².
 */
export function rowNorms(
  type: i32,
  rows: i32,
  count: i32,
  x: usize,
  columnStride: i32,
  scales: usize,
  means: usize,
  squares: usize,
  dots: usize,
): void {
  if (type == 1) addNorms<i8>(rows, count, x, columnStride, scales, means, squares, dots);
  else if (type == 2) addNorms<u16>(rows, count, x, columnStride, scales, means, squares, dots);
  else addNorms<f32>(rows, count, x, columnStride, scales, means, squares, dots);
}

// What is summed in single precision before it goes to a double.
const STRETCH: i32 = 1024;

function sumColumns<T>(
  rows: i32,
  count: i32,
  x: usize,
  columnStride: i32,
  scales: usize,
  means: usize,
  weights: usize,
  sums: usize,
): void {
  for (let j = 0; j < count; j++, scales += 4, means += 4, sums += 8) {
    const scale = v128.load32_splat(scales);
    const mean = v128.load32_splat(means);
    const column = x + <usize>j * <usize>columnStride * sizeof<T>();
    let total: f64 = 0;
    for (let start = 0; start < rows; start += STRETCH) {
      let sum = f32x4.splat(0);
      const end = min(rows, start + STRETCH);
      for (let r = start; r < end; r += 4) {
        const value = f32x4.sub(f32x4.mul(four<T>(column + <usize>r * sizeof<T>()), scale), mean);
        sum = multiplyAdd(value, v128.load(weights + (<usize>r << 2)), sum);
      }
      total += <f64>f32x4.extract_lane(sum, 0) + <f64>f32x4.extract_lane(sum, 1);
      total += <f64>f32x4.extract_lane(sum, 2) + <f64>f32x4.extract_lane(sum, 3);
    }
    store<f64>(sums, total);
  }
}

/** The weighted sum of each centred column over the rows, in f64. Weights past the last row are zero. */
export function weightedSums(
  type: i32,
  rows: i32,
  count: i32,
  x: usize,
  columnStride: i32,
  scales: usize,
  means: usize,
  weights: usize,
  sums: usize,
): void {
  if (type == 1) sumColumns<i8>(rows, count, x, columnStride, scales, means, weights, sums);
  else if (type == 2) sumColumns<u16>(rows, count, x, columnStride, scales, means, weights, sums);
  else sumColumns<f32>(rows, count, x, columnStride, scales, means, weights, sums);
}
