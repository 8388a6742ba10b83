// Which of many scores are the largest, by threshold: the largest of each of some groups tell a score that enough rows
// reach and few more, and only those rows are sorted. A heap or a sorted list would look at every row twice.

const LOWEST: f32 = -f32.MAX_VALUE;

// Bits of a single in the order of their values, and back: an order in which halving always ends.
// @ts-ignore: decorator
@inline
function ordered(bits: i32): i32 {
  return bits ^ ((bits >> 31) & 0x7fffffff);
}

// How many of the peaks reach the threshold.
function reaching(peaks: usize, end: usize, threshold: f32): i32 {
  const least = f32x4.splat(threshold);
  let count = i32x4.splat(0);
  for (; peaks < end; peaks += 16) count = i32x4.sub(count, f32x4.ge(v128.load(peaks), least));
  return i32x4.extract_lane(count, 0) + i32x4.extract_lane(count, 1) + i32x4.extract_lane(count, 2) +
    i32x4.extract_lane(count, 3);
}

// A score that at least `count` of the peaks reach, and not many more, by halving.
function thresholdOf(peaks: usize, end: usize, count: i32): f32 {
  if (<i32>((end - peaks) >> 2) <= count) return LOWEST;
  let low = ordered(reinterpret<i32>(LOWEST)), high = ordered(reinterpret<i32>(f32.MAX_VALUE));
  while (high > low + 1) {
    const middle = <i32>((<i64>low + <i64>high) >> 1);
    const reach = reaching(peaks, end, reinterpret<f32>(ordered(middle)));
    if (reach < count) high = middle;
    else {
      low = middle;
      if (reach <= count + (count >> 3)) break;
    }
  }
  return reinterpret<f32>(ordered(low));
}

// @ts-ignore: decorator
@inline
function before(score: f32, id: i32, otherScore: f32, otherId: i32): bool {
  return score > otherScore || (score == otherScore && id < otherId);
}

// Shell's sort (Shell, 1959; gaps of Ciura, 2001): the largest score first, of equal ones the lower id.
function sort(ids: usize, scores: usize, count: i32): void {
  for (let g = 0; g < 9; g++) {
    const gap = g == 0 ? 1750 : g == 1 ? 701 : g == 2 ? 301 : g == 3 ? 132 : g == 4 ? 57 : g == 5 ? 23 : g == 6 ? 10 :
      g == 7 ? 4 : 1;
    const step = <usize>gap << 2;
    for (let i = gap; i < count; i++) {
      let at = <usize>i << 2;
      const id = load<i32>(ids + at), score = load<f32>(scores + at);
      while (at >= step && before(score, id, load<f32>(scores + at - step), load<i32>(ids + at - step))) {
        store<f32>(scores + at, load<f32>(scores + at - step));
        store<i32>(ids + at, load<i32>(ids + at - step));
        at -= step;
      }
      store<f32>(scores + at, score);
      store<i32>(ids + at, id);
    }
  }
}

/**
 * The `count` largest of dots[r] × factors[r] over `rows` rows, `own` (or −1) left out: row numbers and scores, largest
 * first, of equal ones the lower row first. `ids` and `scores` have room for ⌈rows/4⌉·4 each, `peaks` for as many; dots
 * and factors may be read up to there.
 *
 * @returns how many there are
 */
export function largest(
  dots: usize,
  factors: usize,
  rows: i32,
  own: i32,
  count: i32,
  ids: usize,
  scores: usize,
  peaks: usize,
): i32 {
  const end = <usize>((rows + 3) & ~3) << 2;
  // Rows of a group: there are about four groups for each score that is wanted, one for each lane of a vector.
  const steps = <usize>max(1, rows / (4 * count)) << 4;
  for (let r: usize = 0; r < end; r += 16) {
    v128.store(scores + r, f32x4.mul(v128.load(dots + r), v128.load(factors + r)));
  }
  for (let r = rows; r < <i32>(end >> 2); r++) store<f32>(scores + (<usize>r << 2), LOWEST);
  if (own >= 0 && own < rows) store<f32>(scores + (<usize>own << 2), LOWEST);
  let peak = peaks;
  for (let start: usize = 0; start < end; start += steps, peak += 16) {
    let most = f32x4.splat(LOWEST);
    const stop = min(end, start + steps);
    for (let r = start; r < stop; r += 16) most = f32x4.max(most, v128.load(scores + r));
    v128.store(peak, most);
  }
  const least = f32x4.splat(thresholdOf(peaks, peak, count));
  const lowest = f32x4.splat(LOWEST);
  let found: i32 = 0;
  for (let r: usize = 0; r < end; r += 16) {
    const values = v128.load(scores + r);
    let lanes = i32x4.bitmask(v128.and(f32x4.ge(values, least), f32x4.gt(values, lowest)));
    // What is kept moves to the front, never past what is still to be read.
    while (lanes) {
      const lane = ctz(lanes);
      lanes &= lanes - 1;
      const to = <usize>found << 2;
      store<i32>(ids + to, <i32>(r >> 2) + lane);
      store<f32>(scores + to, load<f32>(scores + r + (<usize>lane << 2)));
      found++;
    }
  }
  sort(ids, scores, found);
  return min(found, count);
}
