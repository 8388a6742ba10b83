import { seeded } from "../numeric";
import type { Coordinator } from "./coordinator";

/** What of the neighbours is asked. */
export interface RecallWish {
  prefixes: number[];
  /** How many points to ask for theirs: a seeded sample, all of them if there are no more. */
  queries: number;
  /** Neighbours of each. */
  count: number;
  progress?: ((share: number) => void) | undefined;
  /** Awaited between two batches: others may go first. */
  pause?: (() => Promise<void>) | undefined;
}

// As many as a shard works on at once; a frame that is asked for meanwhile waits for no more than these.
const BATCH = 64;

/**
 * recall@k of each prefix: the share of a point's nearest neighbours in all d dims, by cosine, that are among its
 * nearest in the prefix; the mean over the queries.
 */
export async function recallOf(
  coordinator: Coordinator,
  { prefixes, queries, count, progress, pause }: RecallWish,
): Promise<number[]> {
  const { rows, dims } = coordinator;
  const asked = [...new Set([...prefixes, dims])].sort((a, b) => a - b);
  const sample = sampleRows(rows, queries);
  const wanted = Math.min(count, rows - 1);
  const hits = asked.map(() => 0);
  for (let from = 0; from < sample.length; from += BATCH) {
    const own = sample.subarray(from, from + BATCH);
    const { ids } = await coordinator.neighbours(own, asked, wanted);
    const idsAt = (p: number, q: number) =>
      ids.subarray((p * own.length + q) * wanted, (p * own.length + q + 1) * wanted);
    for (let q = 0; q < own.length; q++) {
      const whole = new Set(idsAt(asked.length - 1, q));
      for (let p = 0; p < asked.length; p++) for (const id of idsAt(p, q)) if (whole.has(id)) hits[p]++;
    }
    await pause?.();
    progress?.((from + own.length) / sample.length);
  }
  const all = Math.max(1, sample.length * wanted);
  return prefixes.map((prefix) => hits[asked.indexOf(prefix)] / all);
}

/** `count` different rows, seeded: the same ones each time. */
function sampleRows(rows: number, count: number): Int32Array {
  const random = seeded(7);
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  const taken = Math.min(rows, count);
  for (let i = 0; i < taken; i++) {
    const j = i + Math.floor(random() * (rows - i));
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all.slice(0, taken);
}
