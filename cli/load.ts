import { availableParallelism } from "node:os";
import { Coordinator, fill, shardCount } from "../src/engine";
import { threadShard } from "../src/engine/thread-shard";
import type { Source } from "../src/sources";
import { Progress } from "./progress";

/** Loads a space whole into worker threads, as many as there are cores. */
export async function load(source: Source): Promise<Coordinator> {
  const { rows, dims } = source.manifest;
  const shards = shardCount(rows, availableParallelism());
  const replay = () => source.blocks(() => {});
  const coordinator = await Coordinator.open(threadShard, { rows, dims, type: source.type, shards }, { replay });
  const progress = new Progress("reading");
  // The Gram matrix grows with the square of the columns, and it is what takes the time.
  await fill(
    coordinator,
    source.blocks(() => {}),
    () => progress.show((coordinator.columns / dims) ** 2),
  );
  progress.end();
  return coordinator;
}
