/** A mean with its 95 % interval. */
export interface Interval {
  mean: number;
  low: number;
  high: number;
}

const Z = 1.96;

/** The mean of independent values and its 95 % interval (normal; without one where there are fewer than two). */
export function meanInterval(values: ArrayLike<number>): Interval {
  const count = values.length;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i];
  const mean = count > 0 ? sum / count : Number.NaN;
  if (count < 2) return { mean, low: Number.NaN, high: Number.NaN };
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (values[i] - mean) ** 2;
  const half = Z * Math.sqrt(squares / (count - 1) / count);
  return { mean, low: mean - half, high: mean + half };
}
