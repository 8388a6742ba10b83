const MOST_TURNS = 60;

/** A symmetric matrix reduced to three diagonals. */
interface Tridiagonal {
  diagonal: Float64Array;
  /** What stands beside it, and one 0 more. */
  beside: Float64Array;
  /** The orthogonal matrix of the reduction, transposed: A = QTQᵀ. */
  rows: Float64Array;
}

/**
 * All eigenvalues and eigenvectors of a small symmetric matrix, in double: Householder's tridiagonalisation, then QL
 * with implicit shifts (Golub and Van Loan, Matrix Computations, 4th ed., 8.3). What ml-matrix does, for the inner loop
 * of a solve, which asks for it some times a frame.
 *
 * @param matrix size × size, row-major; only its symmetric part counts
 * @returns values, largest first, and vectors as rows of a size × size row-major matrix
 */
export function symmetricEigen(
  matrix: ArrayLike<number>,
  size: number,
): { values: Float64Array; vectors: Float64Array } {
  const a = new Float64Array(size * size);
  let scale = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const value = (matrix[i * size + j] + matrix[j * size + i]) / 2;
      a[i * size + j] = value;
      scale = Math.max(scale, Math.abs(value));
    }
  }
  if (scale > 0) for (let i = 0; i < a.length; i++) a[i] /= scale;
  const { diagonal, beside, rows } = tridiagonal(a, size);
  diagonalize(diagonal, beside, rows, size);
  const order = Array.from(diagonal.keys()).sort((i, j) => diagonal[j] - diagonal[i]);
  const vectors = new Float64Array(size * size);
  order.forEach((from, to) => {
    vectors.set(rows.subarray(from * size, (from + 1) * size), to * size);
  });
  return { values: Float64Array.from(order, (i) => diagonal[i] * scale), vectors };
}

function tridiagonal(a: Float64Array, size: number): Tridiagonal {
  const diagonal = new Float64Array(size);
  const beside = new Float64Array(size);
  const betas = new Float64Array(size);
  const w = new Float64Array(size);
  for (let c = 0; c < size - 1; c++) {
    // The reflection's vector v takes the place of the row's tail.
    const v = a.subarray(c * size, (c + 1) * size);
    let square = 0;
    for (let i = c + 1; i < size; i++) square += v[i] * v[i];
    const head = v[c + 1];
    const alpha = head > 0 ? -Math.sqrt(square) : Math.sqrt(square);
    beside[c] = alpha;
    diagonal[c] = v[c];
    if (square === head * head) {
      // Nothing but the head: there is nothing to reflect.
      beside[c] = head;
      continue;
    }
    v[c + 1] = head - alpha;
    const beta = 1 / (square - alpha * head);
    betas[c] = beta;
    let along = 0;
    for (let i = c + 1; i < size; i++) {
      let sum = 0;
      const row = i * size;
      for (let j = c + 1; j < size; j++) sum += a[row + j] * v[j];
      w[i] = beta * sum;
      along += w[i] * v[i];
    }
    for (let i = c + 1; i < size; i++) w[i] -= (beta / 2) * along * v[i];
    for (let i = c + 1; i < size; i++) {
      const [row, vi, wi] = [i * size, v[i], w[i]];
      for (let j = c + 1; j < size; j++) a[row + j] -= vi * w[j] + wi * v[j];
    }
  }
  diagonal[size - 1] = a[size * size - 1];
  return { diagonal, beside, rows: accumulated(a, betas, size) };
}

// The product of the reflections, transposed.
function accumulated(a: Float64Array, betas: Float64Array, size: number): Float64Array {
  const rows = new Float64Array(size * size);
  for (let i = 0; i < size; i++) rows[i * size + i] = 1;
  for (let c = size - 2; c >= 0; c--) {
    if (betas[c] === 0) continue;
    const v = a.subarray(c * size, (c + 1) * size);
    for (let i = c + 1; i < size; i++) {
      const row = i * size;
      let sum = 0;
      for (let j = c + 1; j < size; j++) sum += rows[row + j] * v[j];
      sum *= betas[c];
      for (let j = c + 1; j < size; j++) rows[row + j] -= sum * v[j];
    }
  }
  return rows;
}

/** Turns the rows until nothing stands beside the diagonal any more. */
function diagonalize(d: Float64Array, e: Float64Array, rows: Float64Array, size: number): void {
  for (let low = 0; low < size; low++) {
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      let high = low;
      while (high < size - 1 && Math.abs(e[high]) > Number.EPSILON * (Math.abs(d[high]) + Math.abs(d[high + 1])))
        high++;
      if (high === low) break;
      chase(d, e, rows, size, low, high);
    }
  }
}

/** One implicit QL step on the block low … high, Wilkinson's shift. */
function chase(d: Float64Array, e: Float64Array, rows: Float64Array, size: number, low: number, high: number): void {
  const half = (d[low + 1] - d[low]) / (2 * e[low]);
  const root = Math.sqrt(half * half + 1);
  let g = d[high] - d[low] + e[low] / (half + (half < 0 ? -root : root));
  let [sine, cosine, shift] = [1, 1, 0];
  for (let i = high - 1; i >= low; i--) {
    const f = sine * e[i];
    const b = cosine * e[i];
    const r = Math.sqrt(f * f + g * g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1] -= shift;
      e[high] = 0;
      return;
    }
    sine = f / r;
    cosine = g / r;
    g = d[i + 1] - shift;
    const t = (d[i] - g) * sine + 2 * cosine * b;
    shift = sine * t;
    d[i + 1] = g + shift;
    g = cosine * t - b;
    const [upper, lower] = [i * size, (i + 1) * size];
    for (let j = 0; j < size; j++) {
      const value = rows[lower + j];
      rows[lower + j] = sine * rows[upper + j] + cosine * value;
      rows[upper + j] = cosine * rows[upper + j] - sine * value;
    }
  }
  d[low] -= shift;
  e[low] = g;
  e[high] = 0;
}
