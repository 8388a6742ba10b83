import { breathe } from "../breathe";
import { Coordinator } from "../coordinator";
import { fill } from "../fill";
import type { ShardLink } from "../protocol";
import type { OpenSpace } from "../service";
import { shardCount } from "../shard-count";
import { workerShard } from "../worker-shard";

const BLOCK = 64;

/**
 * A space turned onto the leading principal axes of all its dims, not centred. It is read whole into shards of its own,
 * whose covariance tells the axes; they end when its columns are there.
 *
 * @param start starts one shard
 */
export function principalComponents(space: OpenSpace, count: number, start: () => ShardLink = workerShard): OpenSpace {
  // Asked for again when a shard was lost.
  let columns: Promise<Float32Array> | null = null;
  const compute = async (onBytes: (bytes: number) => void) => {
    const shards = shardCount(space.rows, globalThis.navigator?.hardwareConcurrency ?? 1);
    const whole = await Coordinator.open(start, { ...space, shards }, { replay: () => space.blocks(() => {}) });
    try {
      await fill(whole, space.blocks(onBytes), breathe);
      return await whole.principalColumns(count, breathe);
    } finally {
      whole.close();
    }
  };
  return {
    ...space,
    dims: count,
    type: "f4",
    async *blocks(onBytes) {
      columns ??= compute(onBytes);
      const all = await columns;
      for (let from = 0; from < count; from += BLOCK) {
        const to = Math.min(count, from + BLOCK);
        yield { values: all.slice(from * space.rows, to * space.rows), scales: null };
      }
    },
  };
}
