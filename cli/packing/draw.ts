import { finiteRows } from "../../src/sources/staging/finite";
import { drawRows, Reservoir } from "../../src/sources/staging/sample";
import type { SkippedRow } from "../../src/sources/table";
import type { Choice } from "./choose";
import type { PackPlan } from "./packed";

/** The rows that are to be packed. */
export interface Draw {
  /** Rising; null for all. */
  rows: Float64Array | null;
  /** Of how many; null where that is not known yet. */
  of: number | null;
}

/**
 * The rows that the page would draw by the same seed. Where only reading to the end tells how many rows there are, it is
 * read, and those that cannot be taken are told of and not drawn.
 */
export async function draw(
  { table, vector, dims }: Choice,
  { rows: count, seed, draw }: PackPlan,
  skip: (row: SkippedRow) => void,
  progress: (share: number) => void,
): Promise<Draw> {
  const { rows: known } = table;
  if (count === null || (known !== null && count >= known)) return { rows: null, of: known };
  if (known !== null) return { rows: drawRows({ ...table, rows: known }, count, { seed, draw }), of: known };
  const reservoir = new Reservoir(count, seed);
  const drawn: number[] = [];
  let read = 0;
  for await (const batch of table.batches({ vector, columns: [], rows: null })) {
    for (const row of batch.skipped) skip(row);
    for (const r of finiteRows(batch, dims, skip)) {
      const place = reservoir.next();
      if (place !== null) drawn[place] = batch.rows[r];
    }
    read += batch.rows.length + batch.skipped.length;
    progress(batch.share);
  }
  return { rows: Float64Array.from(drawn).sort(), of: read };
}
