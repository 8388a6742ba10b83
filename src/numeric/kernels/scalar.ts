import { Best } from "../best";
import { roundedTo } from "../rounded";
import type { KernelFunctions, ValueBytes } from "./functions";

/** Half precision (its 16 bits) to a number. */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/**
 * The kernels in plain TypeScript, sums in double: what the compiled builds are tested against, and what runs where
 * there is no WebAssembly SIMD.
 *
 * @param buffer the memory, asked for anew at each call since it may have grown
 */
export function scalarFunctions(buffer: () => ArrayBufferLike): KernelFunctions {
  const f32 = (at: number) => new Float32Array(buffer(), at);
  const reader = (type: ValueBytes, at: number): ((i: number) => number) => {
    const values = type === 1 ? new Int8Array(buffer(), at) : type === 2 ? new Uint16Array(buffer(), at) : f32(at);
    return type === 2 ? (i) => halfToNumber(values[i]) : (i) => values[i];
  };

  function pack(
    panel: number,
    count: number,
    depth: number,
    width: number,
    value: (column: number, r: number) => number,
  ): void {
    const out = f32(panel);
    for (let strip = 0; strip < count; strip += width) {
      for (let lane = 0; lane < width; lane++) {
        const column = strip + lane;
        for (let r = 0; r < depth; r++) {
          out[strip * depth + r * width + lane] = column < count ? value(column, r) : 0;
        }
      }
    }
  }

  return {
    packF32(panel, source, count, depth, depthStride, columnStride, width, means) {
      const [from, mean] = [f32(source), f32(means)];
      pack(panel, count, depth, width, (column, r) => {
        return from[column * columnStride + r * depthStride] - (means ? mean[column] : 0);
      });
    },
    packColumns(type, panel, source, count, depth, columnStride, width, scales, means) {
      const [value, scale, mean] = [reader(type, source), f32(scales), f32(means)];
      pack(panel, count, depth, width, (column, r) => {
        return value(column * columnStride + r) * scale[column] - mean[column];
      });
    },
    packRows(type, panel, source, count, depth, columnStride, scales, means) {
      const [value, scale, mean, out] = [reader(type, source), f32(scales), f32(means), f32(panel)];
      for (let row = 0; row < ((count + 7) & ~7); row++) {
        for (let j = 0; j < depth; j++) {
          out[(row & ~7) * depth + j * 8 + (row & 7)] = value(j * columnStride + row) * scale[j] - mean[j];
        }
      }
    },
    packRounded(type, grain, panel, source, count, depth, columnStride, scales, factors, squares) {
      const [value, scale, factor, square, out] = [reader(type, source), ...[scales, factors, squares, panel].map(f32)];
      for (let row = 0; row < ((count + 7) & ~7); row++) {
        for (let j = 0; j < depth; j++) {
          const scaled = Math.fround(value(j * columnStride + row) * scale[j]);
          const stored = roundedTo(grain, Math.fround(scaled * factor[row]));
          out[(row & ~7) * depth + j * 8 + (row & 7)] = stored;
          square[row] += stored * stored;
        }
      }
    },
    rowPeaks(type, rows, count, x, columnStride, scales, peaks) {
      const [value, scale, peak] = [reader(type, x), f32(scales), f32(peaks)];
      for (let j = 0; j < count; j++) {
        for (let r = 0; r < rows; r++) peak[r] = Math.max(peak[r], Math.abs(value(j * columnStride + r) * scale[j]));
      }
    },
    largest(dots, factors, rows, own, count, ids, scores) {
      const [dot, factor, out, value] = [f32(dots), f32(factors), new Int32Array(buffer(), ids), f32(scores)];
      const best = new Best(count);
      for (let r = 0; r < rows; r++) if (r !== own) best.offer(r, Math.fround(dot[r] * factor[r]));
      out.set(best.ids.subarray(0, best.count));
      value.set(best.scores.subarray(0, best.count));
      return best.count;
    },
    packPairs(panel, source, count, pairs, columnStride, width) {
      const [from, out] = [new Int8Array(buffer(), source), new Int16Array(buffer(), panel)];
      for (let column = 0; column < Math.ceil(count / width) * width; column++) {
        const lane = column % width;
        for (let r = 0; r < 2 * pairs; r++) {
          const at = ((column - lane) * pairs + (r >> 1) * width + lane) * 2 + (r & 1);
          out[at] = column < count ? from[column * columnStride + r] : 0;
        }
      }
    },
    productPairs(rows, columns, pairs, a, b, c, stride) {
      const [left, right, out] = [
        new Int16Array(buffer(), a),
        new Int16Array(buffer(), b),
        new Int32Array(buffer(), c),
      ];
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          const p = (i >> 2) * 8 * pairs + (i & 3) * 2;
          const q = (j >> 3) * 16 * pairs + (j & 7) * 2;
          let sum = 0;
          for (let r = 0; r < pairs; r++) {
            sum += left[p + r * 8] * right[q + r * 16] + left[p + r * 8 + 1] * right[q + r * 16 + 1];
          }
          out[i * stride + j] += sum;
        }
      }
    },
    product(rows, columns, depth, a, b, c, stride) {
      const [left, right, out] = [f32(a), f32(b), f32(c)];
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          const p = (i >> 2) * 4 * depth + (i & 3);
          const q = (j >> 3) * 8 * depth + (j & 7);
          let sum = 0;
          for (let r = 0; r < depth; r++) sum += left[p + r * 4] * right[q + r * 8];
          out[i * stride + j] += sum;
        }
      }
    },
    cross(depth, v, vStride, w, wStride, h) {
      const [left, right, out] = [f32(v), f32(w), new Float64Array(buffer(), h)];
      for (let r = 0; r < depth; r++) {
        for (let i = 0; i < 8; i++) {
          for (let j = 0; j < 8; j++) out[i * 8 + j] += left[r * vStride + i] * right[r * wStride + j];
        }
      }
    },
    blockProduct(rows, columns, c, stride, v, w) {
      const [matrix, block, out] = [f32(c), f32(v), f32(w)];
      const sums = new Float64Array(8);
      for (let i = 0; i < rows; i++) {
        sums.fill(0);
        for (let j = 0; j < columns; j++) {
          const value = matrix[i * stride + j];
          for (let c8 = 0; c8 < 8; c8++) sums[c8] += value * block[j * 8 + c8];
        }
        for (let c8 = 0; c8 < 8; c8++) out[i * 8 + c8] = sums[c8];
      }
    },
    mirroredProduct(rows, columns, r, stride, vRows, vColumns, wRows, wColumns) {
      const [matrix, right, above] = [f32(r), f32(vColumns), f32(vRows)];
      const [out, below] = [f32(wRows), f32(wColumns)];
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          const value = matrix[i * stride + j];
          for (let c8 = 0; c8 < 8; c8++) {
            out[i * 8 + c8] += value * right[j * 8 + c8];
            below[j * 8 + c8] += value * above[i * 8 + c8];
          }
        }
      }
    },
    transposedProduct(rows, columns, r, stride, v, w) {
      const [matrix, block, out] = [f32(r), f32(v), f32(w)];
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          const value = matrix[i * stride + j];
          for (let c8 = 0; c8 < 8; c8++) out[j * 8 + c8] += value * block[i * 8 + c8];
        }
      }
    },
    rowNorms(type, rows, count, x, columnStride, scales, means, squares, dots) {
      const [value, scale, mean, square, dot] = [reader(type, x), f32(scales), f32(means), f32(squares), f32(dots)];
      for (let j = 0; j < count; j++) {
        for (let r = 0; r < rows; r++) {
          const centered = value(j * columnStride + r) * scale[j] - mean[j];
          square[r] += centered * centered;
          dot[r] += centered * mean[j];
        }
      }
    },
    weightedSums(type, rows, count, x, columnStride, scales, means, weights, sums) {
      const [value, scale, mean, weight] = [reader(type, x), f32(scales), f32(means), f32(weights)];
      const out = new Float64Array(buffer(), sums);
      for (let j = 0; j < count; j++) {
        let sum = 0;
        for (let r = 0; r < rows; r++) sum += (value(j * columnStride + r) * scale[j] - mean[j]) * weight[r];
        out[j] = sum;
      }
    },
    unitApply(type, rows, columns, x, columnStride, scales, means, v, meanV, centerV, weights, deltas, ones, z, sums) {
      const [value, scale, mean, block, out] = [reader(type, x), f32(scales), f32(means), f32(v), f32(z)];
      const [mv, nv, weight, delta, one, sum] = [meanV, centerV, weights, deltas, ones, sums].map(f32);
      const y = new Float64Array(8);
      for (let r = 0; r < rows; r++) {
        y.fill(0);
        for (let j = 0; j < columns; j++) {
          const centered = value(j * columnStride + r) * scale[j] - mean[j];
          for (let c = 0; c < 8; c++) y[c] += centered * block[j * 8 + c];
        }
        for (let c = 0; c < 8; c++) {
          y[c] = weight[r] * y[c] + delta[r] * mv[c] - one[r] * nv[c];
          sum[c] += delta[r] * y[c];
          sum[8 + c] += one[r] * y[c];
          y[c] *= weight[r];
        }
        for (let j = 0; j < columns; j++) {
          const centered = value(j * columnStride + r) * scale[j] - mean[j];
          for (let c = 0; c < 8; c++) out[j * 8 + c] += centered * y[c];
        }
      }
    },
  };
}
