/** Fewer rows than this are fetched and passed over in one question rather than two. */
const LEAST_MOVE = 50;

/**
 * What is asked of a cursor, in order: [from, to] rows that are fetched, or [count, null] that are moved over.
 *
 * @param wanted rising; null for all
 */
export function* stretches(
  wanted: Float64Array | null,
  rows: number,
  size: number,
): Generator<[number, number | null]> {
  if (wanted === null) {
    for (let from = 0; from < rows; from += size) yield [from, Math.min(rows, from + size)];
    return;
  }
  let at = 0;
  for (let i = 0; i < wanted.length && wanted[i] < rows; ) {
    const gap = wanted[i] - at;
    if (gap > 0) yield [gap, null];
    const from = wanted[i];
    let to = from + 1;
    for (i++; i < wanted.length && wanted[i] - to < LEAST_MOVE && wanted[i] - from < size; i++) to = wanted[i] + 1;
    yield [from, Math.min(to, rows)];
    at = to;
  }
}
