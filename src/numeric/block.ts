// A block of eight vectors of length k is stored as k × 8 values, row-major: the shape the block product reads.

/** Vectors in a block. */
export const WIDTH = 8;

/** H = VᵀW for two k × 8 blocks: 8 × 8, row-major, summed in double. */
export function blockGram(v: Float32Array, w: Float32Array, k: number): Float64Array {
  const h = new Float64Array(WIDTH * WIDTH);
  for (let r = 0; r < k; r++) {
    const at = r * WIDTH;
    for (let i = 0; i < WIDTH; i++) {
      const vi = v[at + i];
      for (let j = 0; j < WIDTH; j++) h[i * WIDTH + j] += vi * w[at + j];
    }
  }
  return h;
}

/** V ← V·Y for a k × 8 block V and an 8 × 8 row-major Y. */
export function rotateBlock(v: Float32Array, y: Float64Array, k: number): void {
  const row = new Float64Array(WIDTH);
  for (let r = 0; r < k; r++) {
    const at = r * WIDTH;
    row.fill(0);
    for (let i = 0; i < WIDTH; i++) {
      const vi = v[at + i];
      for (let j = 0; j < WIDTH; j++) row[j] += vi * y[i * WIDTH + j];
    }
    for (let j = 0; j < WIDTH; j++) v[at + j] = row[j];
  }
}

/** A seeded generator of uniform values in [0, 1) (mulberry32): the same start gives the same frame. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Makes the columns of a k × 8 block orthonormal, in place, by modified Gram–Schmidt done twice ("twice is enough":
 * Parlett, The Symmetric Eigenvalue Problem, section 6.9). A column that vanishes against those before it is drawn anew.
 */
export function orthonormalize(v: Float32Array, k: number): void {
  const random = seeded(k);
  const columns = Array.from({ length: WIDTH }, (_, j) => {
    const column = new Float64Array(k);
    for (let r = 0; r < k; r++) column[r] = v[r * WIDTH + j];
    return column;
  });
  for (let j = 0; j < Math.min(WIDTH, k); j++) {
    const column = columns[j];
    for (let attempt = 0; attempt < 4; attempt++) {
      const before = norm(column);
      if (before > 0 && Number.isFinite(before)) {
        scale(column, 1 / before);
        removeProjections(column, columns, j);
        removeProjections(column, columns, j);
        const after = norm(column);
        if (after > 1e-5) {
          scale(column, 1 / after);
          // One more pass after the scaling: what cancellation left is of the size of the rounding.
          removeProjections(column, columns, j);
          scale(column, 1 / norm(column));
          break;
        }
      }
      for (let r = 0; r < k; r++) column[r] = random() - 0.5;
    }
  }
  for (let j = 0; j < WIDTH; j++) {
    const column = columns[j];
    if (j >= k) column.fill(0);
    for (let r = 0; r < k; r++) v[r * WIDTH + j] = column[r];
  }
}

function removeProjections(column: Float64Array, basis: Float64Array[], count: number): void {
  for (let i = 0; i < count; i++) {
    const other = basis[i];
    let dot = 0;
    for (let r = 0; r < column.length; r++) dot += column[r] * other[r];
    for (let r = 0; r < column.length; r++) column[r] -= dot * other[r];
  }
}

function norm(column: Float64Array): number {
  let sum = 0;
  for (let r = 0; r < column.length; r++) sum += column[r] * column[r];
  return Math.sqrt(sum);
}

function scale(column: Float64Array, by: number): void {
  for (let r = 0; r < column.length; r++) column[r] *= by;
}
