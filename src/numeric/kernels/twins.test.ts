import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gaussian } from "../testing/reference";
import type { ValueBytes } from "./functions";
import { type Build, type Kernels, loadKernels } from "./load";
import { halfToNumber } from "./scalar";

// Every compiled kernel against its plain TypeScript twin, at sizes that are no multiple of anything.

const TYPES: ValueBytes[] = [1, 2, 4];
const builds: Build[] = ["plain", "relaxed"];
const dims = fc.integer({ min: 1, max: 70 });
const rows = fc.integer({ min: 1, max: 150 });
const seeds = fc.integer({ min: 0, max: 1e6 });

/** The same values laid out in two memories; `read` gives what stands there afterwards, in both. */
class Bench {
  readonly #pair: Kernels[];
  readonly #random: () => number;

  constructor(pair: Kernels[], seed: number) {
    this.#pair = pair;
    this.#random = gaussian(seed);
  }

  readonly positive = (): number => Math.abs(this.#random());

  f32(length: number, value: () => number = this.#random): number {
    const values = Float32Array.from({ length }, value);
    return this.#place(new Uint8Array(values.buffer));
  }

  zeros(bytes: number): number {
    return this.#place(new Uint8Array(bytes));
  }

  /** Columns of a type, `stride` elements apart. */
  columns(type: ValueBytes, count: number, stride: number): number {
    const bytes = new Uint8Array(count * stride * type + 64);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < count * stride; i++) {
      if (type === 4) view.setFloat32(i * 4, this.#random(), true);
      else if (type === 1) view.setInt8(i, Math.max(-127, Math.min(127, Math.round(this.#random() * 50))));
      else
        view.setUint16(
          i * 2,
          (this.#random() < 0 ? 0x8000 : 0) | (Math.abs(Math.round(this.#random() * 3000)) % 0x7bff),
          true,
        );
    }
    return this.#place(bytes);
  }

  run(kernel: (kernels: Kernels) => void): void {
    for (const kernels of this.#pair) kernel(kernels);
  }

  expectEqual(pointer: number, length: number, width: 4 | 8 = 4): void {
    const [ours, twin] = this.#pair.map((k) => (width === 4 ? k.f32(pointer, length) : k.f64(pointer, length)));
    let scale = 1e-30;
    for (const value of twin) scale = Math.max(scale, Math.abs(value));
    for (let i = 0; i < length; i++) expect(Math.abs(ours[i] - twin[i]) / scale).toBeLessThan(1e-5);
  }

  /** Whole numbers are the same to the last bit. */
  expectSame(pointer: number, length: number): void {
    const [ours, twin] = this.#pair.map((k) => k.i32(pointer, length));
    expect(ours).toEqual(twin);
  }

  #place(bytes: Uint8Array): number {
    const [pointer] = this.#pair.map((kernels) => {
      const at = kernels.allocate(bytes.length);
      kernels.bytes(at, bytes.length).set(bytes);
      return at;
    });
    return pointer;
  }
}

describe.each(builds)("the %s build", (build) => {
  const onRandomShapes = (check: (bench: Bench, type: ValueBytes, n: number, d: number) => void) =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...TYPES), rows, dims, seeds, async (type, n, d, seed) => {
        check(new Bench([await loadKernels(build), await loadKernels("scalar")], seed), type, n, d);
      }),
      { numRuns: 30 },
    );

  test("packs columns as its twin does", () =>
    onRandomShapes((bench, type, n, d) => {
      const stride = (n + 3) & ~3;
      const [x, scales, means] = [bench.columns(type, d, stride), bench.f32(d), bench.f32(d)];
      for (const width of [4, 8]) {
        const length = Math.ceil(d / width) * width * n;
        const panel = bench.zeros(length * 4);
        bench.run((k) => k.packColumns(type, panel, x, d, n, stride, width, scales, means));
        bench.expectEqual(panel, length);
      }
    }));

  test("packs pairs of int8 values, and multiplies them, as its twin does", () =>
    onRandomShapes((bench, _type, n, d) => {
      const [pairs, stride] = [(n + 1) >> 1, (n + 3) & ~3];
      const [m, p] = [(d + 3) & ~3, (d + 7) & ~7];
      const x = bench.columns(1, d, stride);
      const [a, b, c] = [bench.zeros(m * pairs * 4), bench.zeros(p * pairs * 4), bench.zeros(m * p * 4)];
      bench.run((k) => {
        k.packPairs(a, x, d, pairs, stride, 4);
        k.packPairs(b, x, d, pairs, stride, 8);
        k.productPairs(m, p, pairs, a, b, c, p);
      });
      bench.expectSame(a, m * pairs);
      bench.expectSame(b, p * pairs);
      bench.expectSame(c, m * p);
    }));

  test("packs rows as its twin does", () =>
    onRandomShapes((bench, type, n, d) => {
      const stride = (n + 7) & ~7;
      const [x, scales, means] = [bench.columns(type, d, stride), bench.f32(d), bench.f32(d)];
      const length = stride * d;
      const panel = bench.zeros(length * 4);
      bench.run((k) => k.packRows(type, panel, x, n, d, stride, scales, means));
      bench.expectEqual(panel, length);
    }));

  test("packs rows rounded, and finds their peaks, as its twin does", () =>
    onRandomShapes((bench, type, n, d) => {
      const stride = (n + 7) & ~7;
      // Scales and factors above zero, as they are: no value is −0 then.
      const [x, scales] = [bench.columns(type, d, stride), bench.f32(d, bench.positive)];
      const peaks = bench.zeros(stride * 4);
      bench.run((k) => k.rowPeaks(type, stride, d, x, stride, scales, peaks));
      bench.expectEqual(peaks, stride);
      for (const grain of [0, 1, 2] as const) {
        const [factors, squares, panel] = [
          bench.f32(stride, bench.positive),
          bench.zeros(stride * 4),
          bench.zeros(stride * d * 4),
        ];
        bench.run((k) => k.packRounded(type, grain, panel, x, n, d, stride, scales, factors, squares));
        bench.expectSame(panel, stride * d);
        bench.expectEqual(squares, stride);
      }
    }));

  test("finds the largest scores as its twin does, of equal ones the first rows", () =>
    onRandomShapes((bench, _type, n, d) => {
      const rows = n * 7;
      const room = (rows + 3) & ~3;
      const coarse = () => Math.round(bench.positive() * 3) - 4;
      for (const value of [bench.positive, coarse, () => 0]) {
        const [dots, factors] = [bench.f32(room, value), bench.f32(room, coarse)];
        const [ids, scores, peaks] = [bench.zeros(room * 4), bench.zeros(room * 4), bench.zeros(room * 4)];
        const found: number[] = [];
        bench.run((k) => found.push(k.largest(dots, factors, rows, d - 20, d, ids, scores, peaks)));
        expect(found[0]).toBe(found[1]);
        expect(found[0]).toBe(Math.min(d, d < 20 ? rows : rows - Number(d - 20 < rows)));
        bench.expectSame(ids, found[0]);
        bench.expectSame(scores, found[0]);
      }
    }));

  test("multiplies panels as its twin does", () =>
    onRandomShapes((bench, _type, n, d) => {
      const [m, p, depth] = [(d + 3) & ~3, (d + 7) & ~7, n];
      const [a, b, c] = [bench.f32(m * depth), bench.f32(p * depth), bench.f32(m * p)];
      bench.run((k) => k.product(m, p, depth, a, b, c, p));
      bench.expectEqual(c, m * p);
    }));

  test("multiplies a block as its twin does", () =>
    onRandomShapes((bench, _type, n, d) => {
      const [c, v, w] = [bench.f32(n * (d + 5)), bench.f32(d * 8), bench.zeros(n * 32)];
      bench.run((k) => k.blockProduct(n, d, c, d + 5, v, w));
      bench.expectEqual(w, n * 8);
    }));

  test("multiplies a rectangle and its mirror as its twin does", () =>
    onRandomShapes((bench, _type, n, d) => {
      const [c, vRows, vColumns] = [bench.f32(n * (d + 5)), bench.f32(n * 8), bench.f32(d * 8)];
      const [wRows, wColumns, w] = [bench.f32(n * 8), bench.f32(d * 8), bench.f32(d * 8)];
      bench.run((k) => k.mirroredProduct(n, d, c, d + 5, vRows, vColumns, wRows, wColumns));
      bench.expectEqual(wRows, n * 8);
      bench.expectEqual(wColumns, d * 8);
      bench.run((k) => k.transposedProduct(n, d, c, d + 5, vRows, w));
      bench.expectEqual(w, d * 8);
    }));

  test("crosses two blocks as its twin does", () =>
    onRandomShapes((bench, _type, n, d) => {
      const depth = n * 4;
      const [v, w, h] = [bench.f32(depth * (d + 8)), bench.f32(depth * 8), bench.zeros(512)];
      bench.run((k) => k.cross(depth, v, d + 8, w, 8, h));
      bench.expectEqual(h, 64, 8);
    }));

  test("adds up norms and weighted sums as its twin does", () =>
    onRandomShapes((bench, type, n, d) => {
      const stride = (n + 3) & ~3;
      const [x, scales, means] = [bench.columns(type, d, stride), bench.f32(d), bench.f32(d)];
      const [squares, dots] = [bench.f32(stride), bench.f32(stride)];
      // Weights of both signs could cancel in every sum, and there would be nothing left to compare.
      const weights = bench.f32(stride, bench.positive);
      bench.run((k) => k.rowNorms(type, stride, d, x, stride, scales, means, squares, dots));
      bench.expectEqual(squares, stride);
      bench.expectEqual(dots, stride);
      const sums = bench.zeros(d * 8);
      bench.run((k) => k.weightedSums(type, stride, d, x, stride, scales, means, weights, sums));
      bench.expectEqual(sums, d, 8);
    }));

  test("applies unit mode's operator as its twin does", () =>
    onRandomShapes((bench, type, n, d) => {
      const stride = (n + 3) & ~3;
      const [x, scales, means] = [bench.columns(type, d, stride), bench.f32(d), bench.f32(d)];
      const [v, meanV, centerV] = [bench.f32(d * 8), bench.f32(8), bench.f32(8)];
      let row = 0;
      const padded = (value: () => number) => {
        row = 0;
        return bench.f32(stride + 16, () => (row++ < n ? value() : 0));
      };
      const [weights, deltas, ones] = [padded(bench.positive), padded(bench.positive), padded(() => 1)];
      const [z, sums, panel] = [bench.zeros(d * 32), bench.zeros(64), bench.zeros((16 * 256 + 64 * 8) * 4)];
      bench.run((k) => {
        // biome-ignore format: the arguments of one pass read as one list
        k.unitApply(
          type, n, d, x, stride, scales, means, v, meanV, centerV, weights, deltas, ones, z, sums, panel,
        );
      });
      bench.expectEqual(z, d * 8);
      bench.expectEqual(sums, 16);
    }));
});

test("every finite half is widened exactly", async () => {
  const kernels = await loadKernels("plain");
  const halves = Uint16Array.from({ length: 65_536 }, (_, bits) => bits).filter((bits) => (bits & 0x7c00) !== 0x7c00);
  const x = kernels.allocate(halves.byteLength);
  kernels.bytes(x, halves.byteLength).set(new Uint8Array(halves.buffer));
  const [one, zero] = [kernels.allocate(4), kernels.allocate(4)];
  kernels.f32(one, 1)[0] = 1;
  const panel = kernels.allocate(halves.length * 16);
  kernels.packColumns(2, panel, x, 1, halves.length, 0, 4, one, zero);
  const values = kernels.f32(panel, halves.length * 4);
  halves.forEach((bits, i) => {
    if (values[i * 4] !== halfToNumber(bits)) expect(values[i * 4]).toBe(halfToNumber(bits));
  });
});
