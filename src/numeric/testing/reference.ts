import { seeded } from "../block";

/** A seeded normal deviate after the other (Box and Muller, 1958). */
export function gaussian(seed: number): () => number {
  const random = seeded(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * A clustered space whose columns shrink in steps, as a Matryoshka embedding's do.
 *
 * @returns d columns of n values
 */
export function steppedSpace(n: number, d: number, seed: number): Float32Array[] {
  const normal = gaussian(seed);
  const random = seeded(seed + 1);
  const clusters = 12;
  const label = Int32Array.from({ length: n }, () => Math.floor(random() ** 2 * clusters));
  return Array.from({ length: d }, (_, j) => {
    const std = j < d / 6 ? 0.034 : j < d / 2 ? 0.017 : 0.011;
    const mean = normal() * std;
    const centers = Array.from({ length: clusters }, normal);
    return Float32Array.from({ length: n }, (_, r) => mean + std * (centers[label[r]] * 0.6 + normal() * 0.8));
  });
}

/** Covariance (n − 1) of the first k columns, in double, by plain loops. */
export function plainCovariance(columns: Float32Array[], k: number): Float64Array {
  const n = columns[0].length;
  const centered = columns.slice(0, k).map((column) => {
    let sum = 0;
    for (const value of column) sum += value;
    return Float64Array.from(column, (value) => value - sum / n);
  });
  const c = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let r = 0; r < n; r++) sum += centered[i][r] * centered[j][r];
      c[i * k + j] = sum / (n - 1);
      c[j * k + i] = c[i * k + j];
    }
  }
  return c;
}

/** Columns, one after the other. */
export function flatten(columns: Float32Array[]): Float32Array {
  const flat = new Float32Array(columns.length * columns[0].length);
  columns.forEach((column, j) => {
    flat.set(column, j * column.length);
  });
  return flat;
}

/**
 * The largest principal angle, in radians, between the spans of two sets of three orthonormal vectors
 * (Björck and Golub, 1973, by the sine, which tells small angles).
 *
 * @param a 3 × k, row-major
 * @param b 3 × k, row-major
 */
export function principalAngle(a: ArrayLike<number>, b: ArrayLike<number>, k: number): number {
  let largest = 0;
  for (let i = 0; i < 3; i++) {
    const rest = Float64Array.from({ length: k }, (_, r) => b[i * k + r]);
    for (let j = 0; j < 3; j++) {
      let dot = 0;
      for (let r = 0; r < k; r++) dot += a[j * k + r] * b[i * k + r];
      for (let r = 0; r < k; r++) rest[r] -= dot * a[j * k + r];
    }
    largest = Math.max(largest, Math.hypot(...rest));
  }
  // Each of the three is at most the sine of the largest angle, and √3 times the largest of them is at least it.
  return Math.asin(Math.min(1, Math.sqrt(3) * largest));
}
