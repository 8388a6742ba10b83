import { columnMoments } from "../numeric";
import type { ColumnBlock } from "./protocol";

/**
 * Standard deviation of each dimension of a space that is only read, not opened: without shards or Gram matrix.
 *
 * @param blocks its columns, from the first on
 */
export async function profileOf(blocks: AsyncIterable<ColumnBlock>, rows: number, dims: number): Promise<Float32Array> {
  const std = new Float32Array(dims);
  let from = 0;
  for await (const { values, scales } of blocks) {
    const moments = columnMoments(values, rows, scales);
    std.set(moments.std, from);
    from += moments.std.length;
  }
  return std;
}
