const SAMPLE = 20_000;
/** The share at either end that a ramp leaves out: a few far outliers would else take most of it. */
const TAIL = 0.01;

/** From where to where most of the numbers lie; from 0 to 1 where there are none. */
export function robustRange(values: Float32Array): { low: number; high: number } {
  const step = Math.max(1, Math.floor(values.length / SAMPLE));
  const sample = values.filter((value, row) => row % step === 0 && Number.isFinite(value)).sort();
  if (sample.length === 0) return { low: 0, high: 1 };
  const at = (share: number) => sample[Math.round(share * (sample.length - 1))];
  const [low, high] = [at(TAIL), at(1 - TAIL)];
  if (low < high) return { low, high };
  // Nearly all the same: whatever differs shall be seen.
  const [least, most] = [sample[0], sample[sample.length - 1]];
  return least < most ? { low: least, high: most } : { low: least, high: least + 1 };
}
