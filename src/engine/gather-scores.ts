import type { Projection } from "../numeric";
import type { ShardSet } from "./shard-set";

/** Of each projection the scores of all rows, n × 3, row-major. */
export async function gatherScores(shards: ShardSet, rows: number, projections: Projection[]): Promise<Float32Array[]> {
  const parts = await shards.askAll("project", { projections });
  return projections.map((_, p) => {
    const all = new Float32Array(rows * 3);
    let at = 0;
    for (const { scores } of parts) {
      const length = scores.length / projections.length;
      all.set(scores.subarray(p * length, (p + 1) * length), at);
      at += length;
    }
    return all;
  });
}
