import { accuracy, nearestRows, recall } from "./neighbours";
import { type Quantised, stdPerDim } from "./quantise";

/** Mean standard deviation per dim of a block of dims, of its first half and of its second. */
export interface BlockStd {
  from: number;
  to: number;
  std: number;
  halves: [number, number];
}

/** What the neighbours in a prefix are worth. */
export interface PrefixQuality {
  dims: number;
  /** recall@10 against the full vector. */
  recall: number;
  /** Share of the points whose ten nearest agree on their category. */
  accuracy: number;
}

/** What shows that a space is what it claims to be. */
export interface Measured {
  blocks: BlockStd[];
  prefixes: PrefixQuality[];
}

const PREFIXES = [64, 128, 256, 512, 1024, 1536, 2048, 3072];

/**
 * Measures a space as it is shipped, with every point as a query.
 *
 * @param ends ends of the blocks of dims whose standard deviations are wanted
 * @param labels category of every point
 */
export async function measure(space: Quantised, ends: readonly number[], labels: string[]): Promise<Measured> {
  const std = stdPerDim(space);
  const blocks = ends.map((to, b): BlockStd => {
    const from = b > 0 ? ends[b - 1] : 0;
    const middle = (from + to) / 2;
    return {
      from,
      to,
      std: mean(std.subarray(from, to)),
      halves: [mean(std.subarray(from, middle)), mean(std.subarray(middle, to))],
    };
  });
  const dims = PREFIXES.filter((prefix) => prefix <= space.dims);
  const found = await nearestRows(space, dims);
  const truth = found[found.length - 1];
  const names = [...new Set(labels)];
  const codes = labels.map((label) => names.indexOf(label));
  const prefixes = dims.map((prefix, p) => ({
    dims: prefix,
    recall: recall(found[p], truth),
    accuracy: accuracy(found[p], codes),
  }));
  return { blocks, prefixes };
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
