import type { Coordinator } from "../coordinator";
import { sampleRows } from "../sample-rows";
import type { Study, StudyRun } from "./study";

/** The first k dims of a sample of rows, all at one scale. */
export interface Prefixes {
  k: number;
  /** rows × k, row-major. */
  vectors: Float32Array;
}

/** Rows that are fetched at a time. */
const BATCH = 64;

/** The first k dims of a seeded sample of rows: the same rows in every space of so many. */
export const vectors: Study<{ rows: number; k: number }, Prefixes> = async (coordinator, { rows, k }, run) =>
  samplePrefixes(coordinator, sampleRows(coordinator.rows, rows), k, run);

/** The first k dims of some rows. */
export async function samplePrefixes(
  coordinator: Coordinator,
  rows: Int32Array,
  k: number,
  { pause }: Pick<StudyRun, "pause">,
): Promise<Prefixes> {
  const { dims } = coordinator;
  const prefixes = new Float32Array(rows.length * k);
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.subarray(from, from + BATCH);
    const whole = await coordinator.vectors(batch);
    for (let i = 0; i < batch.length; i++) prefixes.set(whole.subarray(i * dims, i * dims + k), (from + i) * k);
    await pause();
  }
  return { k, vectors: prefixes };
}
