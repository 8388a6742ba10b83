import type { Pairs } from "./batches";
import { type ExchangeMemory, exchangeMemory } from "./exchange";
import { runThreads } from "./threads";
import { type Bags, shared } from "./vocabulary";

/** How a space is trained. */
export interface Training {
  /** Ends of the nested blocks, rising; the last is the number of dims. Each block divides by 16. */
  prefixes: number[];
  seed: number;
  steps: number;
  /** Pairs in a batch. */
  batch: number;
  /** Learning rate at the first step; it falls to zero in a straight line. */
  rate: number;
  /** What cosines are multiplied by before the softmax. */
  scale: number;
  /** Share of the tokens that are dropped from a text. */
  dropout: number;
  /** Standard deviation of the first token values. */
  spread: number;
}

/** What a slice's thread is given. */
export interface SliceTask {
  training: Training;
  bags: Bags;
  vocabulary: number;
  pairs: Pairs;
  memory: ExchangeMemory;
  index: number;
  /** Rows of the bags whose vectors are wanted at the end. */
  rows: Int32Array;
  /** Their vectors, column-major, rows × dims. */
  columns: Float32Array;
}

/** The model is always cut in two, whatever the machine: the cut decides how sums round. */
export const SLICES = 2;

/**
 * Trains a static embedding (a weighted mean of token vectors) so that a text is near its positive and far from those of
 * the others in the batch, at every prefix at once.
 *
 * @param bags all texts
 * @param rows the texts whose vectors are wanted
 * @param report is told of every step and its loss
 * @returns unit-normalised vectors, column-major, rows × dims
 */
export async function train(
  training: Training,
  bags: Bags,
  vocabulary: number,
  pairs: Pairs,
  rows: Int32Array,
  report: (step: number, loss: number) => void = () => {},
): Promise<Float32Array> {
  const dims = training.prefixes[training.prefixes.length - 1];
  const columns = shared(Float32Array, rows.length * dims);
  const memory = exchangeMemory(training.batch, training.prefixes.length, vocabulary, SLICES);
  const tasks = Array.from({ length: SLICES }, (_, index) => {
    return { training, bags, vocabulary, pairs, memory, index, rows, columns } satisfies SliceTask;
  });
  await runThreads(new URL("./training-thread.ts", import.meta.url), tasks, (message) => {
    const { step, loss } = message as { step: number; loss: number };
    report(step, loss);
  });
  normalizeRows(columns, rows.length);
  return columns;
}

/** Divides every row of a column-major space by its norm. */
export function normalizeRows(columns: Float32Array, rows: number): void {
  const squares = new Float64Array(rows);
  for (let at = 0, r = 0; at < columns.length; at++, r = r + 1 === rows ? 0 : r + 1) squares[r] += columns[at] ** 2;
  const factors = squares.map((square) => 1 / Math.sqrt(square + 1e-30));
  for (let at = 0, r = 0; at < columns.length; at++, r = r + 1 === rows ? 0 : r + 1) columns[at] *= factors[r];
}
