/** Bytes a stored value takes: 1 for i8, 2 for half precision, 4 for f32. */
export type ValueBytes = 1 | 2 | 4;

/** What a value is rounded to: half precision (2), whole numbers (1) or its sign (0). */
export type Grain = 0 | 1 | 2;

/**
 * The inner loops, whichever way they run. Every pointer is a byte offset into the one memory; strides and counts are
 * in elements. What each does is said in `assembly/`; `scalar.ts` says the same in plain TypeScript.
 */
export interface KernelFunctions {
  packF32(
    panel: number,
    source: number,
    count: number,
    depth: number,
    depthStride: number,
    columnStride: number,
    width: number,
    means: number,
  ): void;
  packColumns(
    type: ValueBytes,
    panel: number,
    source: number,
    count: number,
    depth: number,
    columnStride: number,
    width: number,
    scales: number,
    means: number,
  ): void;
  packRows(
    type: ValueBytes,
    panel: number,
    source: number,
    count: number,
    depth: number,
    columnStride: number,
    scales: number,
    means: number,
  ): void;
  packRounded(
    type: ValueBytes,
    grain: Grain,
    panel: number,
    source: number,
    count: number,
    depth: number,
    columnStride: number,
    scales: number,
    factors: number,
    squares: number,
  ): void;
  rowPeaks(
    type: ValueBytes,
    rows: number,
    count: number,
    x: number,
    columnStride: number,
    scales: number,
    peaks: number,
  ): void;
  largest(
    dots: number,
    factors: number,
    rows: number,
    own: number,
    count: number,
    ids: number,
    scores: number,
    peaks: number,
  ): number;
  packPairs(panel: number, source: number, count: number, pairs: number, columnStride: number, width: number): void;
  productPairs(rows: number, columns: number, pairs: number, a: number, b: number, c: number, stride: number): void;
  product(rows: number, columns: number, depth: number, a: number, b: number, c: number, stride: number): void;
  cross(depth: number, v: number, vStride: number, w: number, wStride: number, h: number): void;
  blockProduct(rows: number, columns: number, c: number, stride: number, v: number, w: number): void;
  mirroredProduct(
    rows: number,
    columns: number,
    r: number,
    stride: number,
    vRows: number,
    vColumns: number,
    wRows: number,
    wColumns: number,
  ): void;
  transposedProduct(rows: number, columns: number, r: number, stride: number, v: number, w: number): void;
  rowNorms(
    type: ValueBytes,
    rows: number,
    count: number,
    x: number,
    columnStride: number,
    scales: number,
    means: number,
    squares: number,
    dots: number,
  ): void;
  weightedSums(
    type: ValueBytes,
    rows: number,
    count: number,
    x: number,
    columnStride: number,
    scales: number,
    means: number,
    weights: number,
    sums: number,
  ): void;
  unitApply(
    type: ValueBytes,
    rows: number,
    columns: number,
    x: number,
    columnStride: number,
    scales: number,
    means: number,
    v: number,
    meanV: number,
    centerV: number,
    weights: number,
    deltas: number,
    ones: number,
    z: number,
    sums: number,
    panel: number,
  ): void;
}
