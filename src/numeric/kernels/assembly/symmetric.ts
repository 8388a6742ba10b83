import { multiplyAdd } from "./lanes";

// Two rows of a rectangle above the diagonal meet a stretch of columns: what they add to their own rows of W stays in
// registers, what they add to the columns' is in the first cache.
function pair(columns: i32, p0: usize, p1: usize, vRows: usize, vColumns: usize, wRows: usize, wColumns: usize): void {
  const x00 = v128.load(vRows), x01 = v128.load(vRows, 16);
  const x10 = v128.load(vRows, 32), x11 = v128.load(vRows, 48);
  let w00 = v128.load(wRows), w01 = v128.load(wRows, 16);
  let w10 = v128.load(wRows, 32), w11 = v128.load(wRows, 48);
  for (let end = p0 + (<usize>columns << 2); p0 < end; p0 += 4, p1 += 4, vColumns += 32, wColumns += 32) {
    const a0 = v128.load32_splat(p0), a1 = v128.load32_splat(p1);
    const v0 = v128.load(vColumns);
    w00 = multiplyAdd(a0, v0, w00);
    w10 = multiplyAdd(a1, v0, w10);
    v128.store(wColumns, multiplyAdd(a1, x10, multiplyAdd(a0, x00, v128.load(wColumns))));
    const v1 = v128.load(vColumns, 16);
    w01 = multiplyAdd(a0, v1, w01);
    w11 = multiplyAdd(a1, v1, w11);
    v128.store(wColumns, multiplyAdd(a1, x11, multiplyAdd(a0, x01, v128.load(wColumns, 16))), 16);
  }
  v128.store(wRows, w00);
  v128.store(wRows, w01, 16);
  v128.store(wRows, w10, 32);
  v128.store(wRows, w11, 48);
}

function single(columns: i32, p: usize, vRows: usize, vColumns: usize, wRows: usize, wColumns: usize): void {
  const x0 = v128.load(vRows), x1 = v128.load(vRows, 16);
  let w0 = v128.load(wRows), w1 = v128.load(wRows, 16);
  for (let end = p + (<usize>columns << 2); p < end; p += 4, vColumns += 32, wColumns += 32) {
    const a = v128.load32_splat(p);
    w0 = multiplyAdd(a, v128.load(vColumns), w0);
    w1 = multiplyAdd(a, v128.load(vColumns, 16), w1);
    v128.store(wColumns, multiplyAdd(a, x0, v128.load(wColumns)));
    v128.store(wColumns, multiplyAdd(a, x1, v128.load(wColumns, 16)), 16);
  }
  v128.store(wRows, w0);
  v128.store(wRows, w1, 16);
}

/**
 * A rectangle R (`rows` × `columns`, row-major, stride in elements) above the diagonal of a symmetric matrix, and its
 * mirror below, in one reading: W_rows += R·V_columns and W_columns += Rᵀ·V_rows, blocks of eight vectors, row-major.
 */
export function mirroredProduct(
  rows: i32,
  columns: i32,
  r: usize,
  stride: i32,
  vRows: usize,
  vColumns: usize,
  wRows: usize,
  wColumns: usize,
): void {
  const rowBytes = <usize>stride << 2;
  let i = 0;
  for (; i + 2 <= rows; i += 2, r += 2 * rowBytes, vRows += 64, wRows += 64) {
    pair(columns, r, r + rowBytes, vRows, vColumns, wRows, wColumns);
  }
  if (i < rows) single(columns, r, vRows, vColumns, wRows, wColumns);
}

/** W += Rᵀ·V for a row-major R (`rows` × `columns`, stride in elements) and a block V of eight vectors (`rows` × 8). */
export function transposedProduct(rows: i32, columns: i32, r: usize, stride: i32, v: usize, w: usize): void {
  const rowBytes = <usize>stride << 2;
  let i = 0;
  for (; i + 2 <= rows; i += 2, r += 2 * rowBytes, v += 64) {
    const x00 = v128.load(v), x01 = v128.load(v, 16), x10 = v128.load(v, 32), x11 = v128.load(v, 48);
    let p0 = r, p1 = r + rowBytes, to = w;
    for (let end = p0 + (<usize>columns << 2); p0 < end; p0 += 4, p1 += 4, to += 32) {
      const a0 = v128.load32_splat(p0), a1 = v128.load32_splat(p1);
      v128.store(to, multiplyAdd(a1, x10, multiplyAdd(a0, x00, v128.load(to))));
      v128.store(to, multiplyAdd(a1, x11, multiplyAdd(a0, x01, v128.load(to, 16))), 16);
    }
  }
  if (i < rows) {
    const x0 = v128.load(v), x1 = v128.load(v, 16);
    let p = r, to = w;
    for (let end = p + (<usize>columns << 2); p < end; p += 4, to += 32) {
      const a = v128.load32_splat(p);
      v128.store(to, multiplyAdd(a, x0, v128.load(to)));
      v128.store(to, multiplyAdd(a, x1, v128.load(to, 16)), 16);
    }
  }
}
