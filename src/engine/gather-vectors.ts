import type { ShardSet } from "./shard-set";

/** The vectors of some rows from the shards that hold them: rows × d, row-major, times the gain. */
export async function gatherVectors(shards: ShardSet, rows: Int32Array): Promise<Float32Array> {
  const { dims, shares } = shards;
  const held = shares.map((share) => [...rows.keys()].filter((i) => isIn(share, rows[i])));
  const parts = await shards.askEach("vectors", (shard) => ({
    rows: Int32Array.from(held[shard], (i) => rows[i] - shares[shard].first),
  }));
  const gathered = new Float32Array(rows.length * dims);
  parts.forEach(({ vectors }, shard) => {
    held[shard].forEach((at, i) => {
      gathered.set(vectors.subarray(i * dims, (i + 1) * dims), at * dims);
    });
  });
  return gathered;
}

const isIn = ({ first, rows }: { first: number; rows: number }, row: number) => row >= first && row < first + rows;
