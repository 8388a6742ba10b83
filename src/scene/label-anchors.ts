import type { Places } from "./motion";

/** Rows of each label that speak for it: enough to find its middle to a few pixels, and cheap at every picture. */
const SAMPLE = 128;
/** How exactly the middle is sought: to a pixel while points move, which the next picture goes on from. */
const MOVING = { rounds: 40, near: 1e-3 };
const STILL = { rounds: 100, near: 1e-5 };

/**
 * Where the names of labels stand: at the geometric median of their points, the place from which the summed distance to
 * them is least. It is the medoid without its jumps: that one leaps from point to point while the cloud moves.
 */
export class LabelAnchors {
  /** Three numbers a label. */
  readonly places: Float32Array;
  /** One number a label: how far its mean lies from the middle of the cloud, in units of its own spread. */
  readonly clarity: Float32Array;
  readonly #rows: Int32Array[];
  readonly #at = new Float64Array(SAMPLE * 3);
  /** The means that the places of points at rest were found for; NaN while they move. */
  readonly #restingMeans: Float64Array;
  #first = true;

  /**
   * @param codes the label of every row; those from `labels` on have no name
   * @param isolated the rows that are shown, where not all are: no name stands where nothing of its own is seen
   */
  constructor(codes: Uint16Array, labels: number, isolated: readonly number[] | null = null) {
    this.places = new Float32Array(labels * 3);
    this.clarity = new Float32Array(labels);
    this.#restingMeans = new Float64Array(labels * 3).fill(Number.NaN);
    this.#rows = samples(isolated ? codesOf(isolated, codes, labels) : codes, labels);
  }

  /** Follows the points to where they are drawn. */
  follow(places: Places): void {
    // At rest the same points have the same middle, whichever way they came: it is not sought from where it was.
    const atRest = places.rest === 0 && (places.mix === 0 || places.mix === 1);
    this.#rows.forEach((rows, code) => {
      const count = this.#gather(rows, places);
      if (count === 0) return;
      const mean = this.#meanOf(count);
      this.clarity[code] = this.#clarityOf(mean, count);
      const before = this.#restingMeans.subarray(code * 3, code * 3 + 3);
      if (!atRest) {
        this.#seekMedian(code, count, this.#first ? mean : this.places.subarray(code * 3, code * 3 + 3), MOVING);
        before.fill(Number.NaN);
      } else if (mean.some((value, axis) => value !== before[axis])) {
        this.#seekMedian(code, count, mean, STILL);
        before.set(mean);
      }
    });
    this.#first = false;
  }

  #gather(rows: Int32Array, { a, b, offset, mix, rest, rows: most }: Places): number {
    let count = 0;
    for (const row of rows) {
      if (row >= most) continue;
      for (let axis = 0; axis < 3; axis++) {
        const i = row * 3 + axis;
        this.#at[count * 3 + axis] = a[i] + (b[i] - a[i]) * mix + offset[i] * rest;
      }
      count++;
    }
    return count;
  }

  #meanOf(count: number): [number, number, number] {
    const mean: [number, number, number] = [0, 0, 0];
    for (let i = 0; i < count * 3; i++) mean[i % 3] += this.#at[i] / count;
    return mean;
  }

  #clarityOf(mean: [number, number, number], count: number): number {
    let squares = 0;
    for (let i = 0; i < count * 3; i++) squares += (this.#at[i] - mean[i % 3]) ** 2;
    return count > 1 ? Math.hypot(...mean) / Math.sqrt(squares / count) : 0;
  }

  // Weiszfeld's iteration (Tohoku Math. J. 43, 1937).
  #seekMedian(code: number, count: number, from: ArrayLike<number>, { rounds, near }: typeof MOVING): void {
    const at = this.#at;
    let [x, y, z] = Array.from(from);
    for (let round = 0; round < rounds; round++) {
      let [sumX, sumY, sumZ, weights] = [0, 0, 0, 0];
      for (let i = 0; i < count * 3; i += 3) {
        const weight = 1 / Math.max(1e-6, Math.hypot(at[i] - x, at[i + 1] - y, at[i + 2] - z));
        sumX += at[i] * weight;
        sumY += at[i + 1] * weight;
        sumZ += at[i + 2] * weight;
        weights += weight;
      }
      const moved = Math.hypot(sumX / weights - x, sumY / weights - y, sumZ / weights - z);
      [x, y, z] = [sumX / weights, sumY / weights, sumZ / weights];
      if (moved < near) break;
    }
    this.places.set([x, y, z], code * 3);
  }
}

/** The labels of these rows, and of all others none. */
function codesOf(rows: readonly number[], codes: Uint16Array, labels: number): Uint16Array {
  const own = new Uint16Array(codes.length).fill(labels);
  for (const row of rows) own[row] = codes[row];
  return own;
}

/** Rows of each label, evenly from the first to the last. */
function samples(codes: Uint16Array, labels: number): Int32Array[] {
  const counts = new Uint32Array(labels);
  for (const code of codes) if (code < labels) counts[code]++;
  const rows = Array.from(counts, (count) => new Int32Array(Math.min(count, SAMPLE)));
  const seen = new Uint32Array(labels);
  const taken = new Uint32Array(labels);
  codes.forEach((code, row) => {
    if (code >= labels) return;
    const due = Math.floor((taken[code] * counts[code]) / rows[code].length);
    if (seen[code]++ === due) rows[code][taken[code]++] = row;
  });
  return rows;
}
