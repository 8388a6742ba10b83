/** The running median of a series, over windows of 2·half + 1 that stay inside it. */
export function runningMedian(values: Float64Array, half: number): Float64Array {
  const width = Math.min(values.length, 2 * half + 1);
  const out = new Float64Array(values.length);
  for (let j = 0; j < values.length; j++) {
    const start = Math.max(0, Math.min(j - half, values.length - width));
    const window = values.slice(start, start + width).sort();
    out[j] = width % 2 ? window[width >> 1] : (window[width / 2 - 1] + window[width / 2]) / 2;
  }
  return out;
}

// The median absolute deviation of a normal variable times this is its standard deviation.
const MAD = 1.4826;

/**
 * The log of a std profile, with outlying dimensions drawn in to three deviations from their neighbours, and the local
 * noise: from the differences of neighbours, which a step or a slope hardly touches.
 */
export function logProfile(std: ArrayLike<number>): { y: Float64Array; noise: Float64Array } {
  const d = std.length;
  const y = Float64Array.from(std, (value) => Math.log(Math.max(value, 1e-300)));
  const differences = Float64Array.from({ length: d - 1 }, (_, j) => Math.abs(y[j + 1] - y[j]));
  const scale = runningMedian(differences, Math.min(64, (d - 1) >> 2));
  const noise = Float64Array.from({ length: d }, (_, j) => (MAD * scale[Math.min(j, d - 2)]) / Math.SQRT2);
  const typical = noise.slice().sort()[d >> 1];
  const level = runningMedian(y, Math.min(25, (d - 1) >> 2));
  for (let j = 0; j < d; j++) {
    noise[j] = Math.max(noise[j], 1e-4, typical / 4);
    y[j] = Math.min(level[j] + 3 * noise[j], Math.max(level[j] - 3 * noise[j], y[j]));
  }
  return { y, noise };
}

/**
 * What the variance of a series' means tells of its noise, where that of white noise of variance 1 tells 1: more where
 * neighbours go together (Newey and West, 1987, call it the long-run variance), here by means of overlapping batches.
 *
 * @param batch how many values in a mean
 */
export function longRunVariance(series: Float64Array, batch: number): number {
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let j = 0; j < series.length; j++) {
    sum += series[j] - (j >= batch ? series[j - batch] : 0);
    if (j < batch - 1) continue;
    squares += sum * sum;
    count++;
  }
  return count > 0 ? squares / count / batch : 0;
}
