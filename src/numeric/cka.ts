import type { Interval } from "./mean-interval";

/** Groups of rows that are left out in turn, for the interval. */
const GROUPS = 20;
const Z = 1.96;

/** Sums over the pairs of rows of two Gram matrices, by the groups of the rows; the rows' own squares are left out. */
interface Sums {
  /** groups × groups: of the products. */
  products: Float64Array;
  /** rows × groups: of the one along a row, and of the other. */
  first: Float64Array;
  second: Float64Array;
}

/**
 * Linear centred kernel alignment of two sets of vectors for the same n rows (Kornblith, Norouzi, Lee and Hinton, 2019:
 * ‖XᵀY‖²_F ÷ (‖XᵀX‖_F·‖YᵀY‖_F), centred), estimated from a sample of rows without bias by the U-statistic of HSIC (Song et
 * al., 2012; as Nguyen, Raghu and Kornblith use it, 2021): of a sample of fewer rows than dims the plain ratio is far too
 * large. The interval is a jackknife's over twenty groups of rows.
 *
 * @param a n × n, row-major: the dot products of the rows of X, centred or not
 * @param b the same of Y
 * @param rows n, 4 at least
 * @returns not a number where one of them does not vary
 */
export function linearCka(a: Float32Array, b: Float32Array, rows: number): Interval {
  const groups = Math.min(GROUPS, Math.floor(rows / 4));
  const [cross, own, other] = [
    [a, b],
    [a, a],
    [b, b],
  ].map(([x, y]) => sumsOf(x, y, rows, Math.max(1, groups)));
  const without = (group: number) => {
    const [ab, aa, bb] = [cross, own, other].map((sums) => hsic(sums, rows, Math.max(1, groups), group));
    return ab / Math.sqrt(aa * bb);
  };
  const mean = without(-1);
  if (groups < 2) return { mean, low: Number.NaN, high: Number.NaN };
  const parts = Array.from({ length: groups }, (_, group) => without(group));
  const middle = parts.reduce((sum, part) => sum + part, 0) / groups;
  const variance = (parts.reduce((sum, part) => sum + (part - middle) ** 2, 0) * (groups - 1)) / groups;
  const half = Z * Math.sqrt(variance);
  return { mean, low: mean - half, high: Math.min(1, mean + half) };
}

/** One pass over the two matrices. Row r is of group r modulo `groups`. */
function sumsOf(a: Float32Array, b: Float32Array, rows: number, groups: number): Sums {
  const products = new Float64Array(groups * groups);
  const [first, second] = [new Float64Array(rows * groups), new Float64Array(rows * groups)];
  for (let row = 0; row < rows; row++) {
    const [at, into, of] = [row * rows, row * groups, (row % groups) * groups];
    for (let i = 0, group = 0; i < rows; i++, group = group + 1 === groups ? 0 : group + 1) {
      if (i === row) continue;
      const [x, y] = [a[at + i], b[at + i]];
      products[of + group] += x * y;
      first[into + group] += x;
      second[into + group] += y;
    }
  }
  return { products, first, second };
}

/** The unbiased HSIC of the rows that are not of the group `left`; of all where it is −1. */
function hsic({ products, first, second }: Sums, rows: number, groups: number, left: number): number {
  let [n, pairs, inFirst, inSecond, along] = [0, 0, 0, 0, 0];
  for (let g = 0; g < groups; g++) {
    for (let h = 0; h < groups; h++) if (g !== left && h !== left) pairs += products[g * groups + h];
  }
  for (let row = 0; row < rows; row++) {
    if (row % groups === left) continue;
    let [x, y] = [0, 0];
    for (let g = 0; g < groups; g++) {
      if (g === left) continue;
      x += first[row * groups + g];
      y += second[row * groups + g];
    }
    n++;
    inFirst += x;
    inSecond += y;
    along += x * y;
  }
  return (pairs + (inFirst * inSecond) / ((n - 1) * (n - 2)) - (2 * along) / (n - 2)) / (n * (n - 3));
}
