/** A seeded source of uniform values in [0, 1), of 53 bits: mulberry32 twice. The same seed, the same values. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  return () => ((next() >>> 5) * 0x4000000 + (next() >>> 6)) / 2 ** 53;
}

/**
 * Some of a number of rows, each as likely as any other, rising (R. W. Floyd's algorithm: J. Bentley, Programming
 * Pearls, CACM 30(9), 1987).
 *
 * @param rows how many there are
 * @param count how many are drawn; all where there are no more
 */
export function sampleRows(rows: number, count: number, seed: number): Float64Array {
  if (count >= rows) return Float64Array.from({ length: rows }, (_, row) => row);
  const random = seeded(seed);
  const drawn = new Set<number>();
  for (let last = rows - count; last < rows; last++) {
    const row = Math.floor(random() * (last + 1));
    drawn.add(drawn.has(row) ? last : row);
  }
  return Float64Array.from(drawn).sort();
}

const LEAST_GROUPS = 16;

/**
 * Some rows out of a few groups of rows that lie together: where every byte has to be fetched, whole groups are left out.
 *
 * @param groups the first row of each group, rising
 * @returns the rows, rising, and how many groups they are of
 */
export function sampleGroups(
  rows: number,
  groups: Float64Array,
  count: number,
  seed: number,
): { rows: Float64Array; groups: number } {
  const needed = Math.ceil((count * groups.length) / rows);
  const chosen = sampleRows(groups.length, Math.max(needed, Math.min(LEAST_GROUPS, groups.length)), seed);
  const spans = [...chosen].map((g) => ({ from: groups[g], to: groups[g + 1] ?? rows }));
  const within = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  const drawn = sampleRows(within, count, seed + 1);
  let span = 0;
  let before = 0;
  return {
    rows: drawn.map((row) => {
      while (row - before >= spans[span].to - spans[span].from) {
        before += spans[span].to - spans[span].from;
        span++;
      }
      return spans[span].from + row - before;
    }),
    groups: chosen.length,
  };
}

/** The rows of a table that a draw takes, rising: one by one, or of groups that lie together where it has such. */
export function drawRows(
  { rows, groups }: { rows: number; groups?: Float64Array | undefined },
  count: number,
  { seed, draw }: { seed: number; draw: "rows" | "groups" },
): Float64Array {
  return draw === "groups" && groups ? sampleGroups(rows, groups, count, seed).rows : sampleRows(rows, count, seed);
}

/** Draws some of a stream of rows whose number nobody knows before its end (Vitter's algorithm R, ACM TOMS 11, 1985). */
export class Reservoir {
  readonly #size: number;
  readonly #random: () => number;
  #seen = 0;

  constructor(size: number, seed: number) {
    this.#size = size;
    this.#random = seeded(seed);
  }

  /** The place that the next row takes, in place of what stood there; null where it is not drawn. */
  next(): number | null {
    const seen = this.#seen++;
    if (seen < this.#size) return seen;
    const place = Math.floor(this.#random() * (seen + 1));
    return place < this.#size ? place : null;
  }
}
