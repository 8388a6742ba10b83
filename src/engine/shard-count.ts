// A shard of fewer rows than this waits for the others longer than it computes.
const LEAST_ROWS = 1_000;
const MOST_SHARDS = 16;

/** How many shards a space is dealt to: one a core, but none of a handful of rows. */
export function shardCount(rows: number, cores: number): number {
  return Math.max(1, Math.min(cores, MOST_SHARDS, Math.floor(rows / LEAST_ROWS)));
}
