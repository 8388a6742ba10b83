import { fromHalf } from "../../src/sources";
import { finiteRows } from "../../src/sources/staging/finite";
import type { SkippedRow, Table, VectorValues } from "../../src/sources/table";
import { problem } from "../problem";

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
    const good = finiteRows(batch, dims, skip);
    found.rows += good.length;
    found.read += batch.rows.length + batch.skipped.length;
    for (const r of good) grow(largest, vectors, r * dims, dims);
    progress(batch.share);
  }
  if (found.rows === 0) {
    throw problem({
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
