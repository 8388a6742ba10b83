import { fromHalf, SourceError } from "../../src/sources";
import type { SkippedRow, Table, VectorValues } from "../../src/sources/table";
import { finiteRows } from "./finite";
import { Lottery, rowPriority, sampleRows } from "./sample";

/** What must be known of the rows before the first is written: a column of the file is as long as there are rows. */
export interface Survey {
  /** How many can be taken, and how many were looked at. */
  rows: number;
  read: number;
  /** The largest magnitude of each dimension. */
  largest: Float32Array;
}

/** Goes through the vectors of a table once, and tells of those that cannot be taken. */
export async function survey(
  table: Table,
  vector: { name: string; dims: number },
  rows: Float64Array | null,
  skip: (row: SkippedRow) => void,
  progress: (share: number) => void,
): Promise<Survey> {
  const { name, dims } = vector;
  const largest = new Float32Array(dims);
  const found: Survey = { rows: 0, read: 0, largest };
  for await (const batch of table.batches({ vector: name, columns: [], rows })) {
    for (const row of batch.skipped) skip(row);
    const vectors = batch.vectors as VectorValues;
    const good = finiteRows(batch.rows, vectors, dims, skip);
    found.rows += good.length;
    found.read += batch.rows.length + batch.skipped.length;
    for (const r of good) grow(largest, vectors, r * dims, dims);
    progress(batch.share);
  }
  if (found.rows === 0) {
    throw new SourceError({
      what: found.read > 0 ? `None of the ${found.read} rows holds a vector that can be taken.` : "There are no rows.",
      where: table.where,
      remedy: "Look at the file's values, or name another column with --vector.",
    });
  }
  return found;
}

function grow(largest: Float32Array, vectors: VectorValues, at: number, dims: number): void {
  if (vectors instanceof Uint16Array) {
    for (let j = 0; j < dims; j++) largest[j] = Math.max(largest[j], fromHalf(vectors[at + j] & 0x7fff));
    return;
  }
  for (let j = 0; j < dims; j++) {
    const size = Math.abs(vectors[at + j]);
    if (size > largest[j]) largest[j] = size;
  }
}

/**
 * The rows of a seeded draw, rising; null for all. Where only reading to the end tells how many there are, it is read,
 * and the draw is the same as if that had been known.
 */
export async function drawRows(
  table: Table,
  vector: string,
  count: number | null,
  seed: number,
  progress: (share: number) => void,
): Promise<{ rows: Float64Array | null; of: number | null }> {
  if (count === null) return { rows: null, of: null };
  if (table.rows !== null) return { rows: sampleRows(table.rows, count, seed), of: table.rows };
  const lottery = new Lottery(count);
  let all = 0;
  for await (const { rows, skipped, share } of table.batches({ vector, columns: [], rows: null })) {
    for (const row of rows) lottery.offer(rowPriority(seed, 0, row), row);
    for (const { row } of skipped) lottery.offer(rowPriority(seed, 0, row), row);
    all += rows.length + skipped.length;
    progress(share);
  }
  return { rows: all > count ? lottery.rows() : null, of: all };
}
