import { createHash } from "node:crypto";
import { loadKernels, MomentsOfRows } from "../../src/numeric";
import { fromHalf } from "../../src/sources";
import { finiteRows } from "../../src/sources/staging/finite";
import type { SkippedRow, VectorValues } from "../../src/sources/table";
import type { Choice } from "../packing/choose";
import { pointColumns } from "../packing/from-table";
import { Progress } from "../progress";
import { Lottery, rowPriority } from "./lottery";
import { type Drawn, drawnBefore, type Summary } from "./summary";

/**
 * The summary of a part. It is read twice: what it is known by comes from all its vectors, and each row's place in the
 * draw comes from that.
 */
export async function summaryOf(
  choice: Choice,
  draw: Summary["draw"],
  skip: (row: SkippedRow) => void,
): Promise<Summary> {
  const { table, vector, dims } = choice;
  const { columns, names } = pointColumns(choice);
  const id = await contentId(choice, skip);
  const part = Number.parseInt(id.slice(0, 8), 16);
  const moments = new MomentsOfRows(await loadKernels(), dims);
  const lottery = new Lottery(draw.rows);
  const progress = new Progress("adding up");
  for await (const batch of table.batches({ vector, columns: [], rows: null })) {
    const values = singles(batch.vectors as VectorValues);
    for (const r of finiteRows(batch, dims, () => {})) {
      moments.add(values, r * dims);
      lottery.offer(rowPriority(draw.seed, part, batch.rows[r]), batch.rows[r]);
    }
    progress.show(batch.share);
  }
  const sample: Drawn[] = [];
  for await (const batch of table.batches({ vector, columns: names, rows: lottery.rows() })) {
    const values = singles(batch.vectors as VectorValues);
    batch.rows.forEach((row, r) => {
      sample.push({
        priority: rowPriority(draw.seed, part, row),
        part: id,
        row,
        vector: values.slice(r * dims, (r + 1) * dims),
        values: names.map((name) => batch.columns[name][r] ?? null),
      });
    });
  }
  progress.end();
  const total = moments.finish();
  return {
    moments: total,
    parts: [{ id, name: table.name, rows: total.rows }],
    draw,
    columns,
    sample: sample.sort(drawnBefore),
  };
}

/** What a part is known by: the SHA-256 of its vectors in single precision, and of their dims. */
async function contentId({ table, vector, dims }: Choice, skip: (row: SkippedRow) => void): Promise<string> {
  const hash = createHash("sha256").update(`${dims}:`);
  const progress = new Progress("reading");
  for await (const batch of table.batches({ vector, columns: [], rows: null })) {
    for (const row of batch.skipped) skip(row);
    const values = singles(batch.vectors as VectorValues);
    for (const r of finiteRows(batch, dims, skip)) hash.update(values.subarray(r * dims, (r + 1) * dims));
    progress.show(batch.share);
  }
  progress.end();
  return hash.digest("hex");
}

function singles(values: VectorValues): Float32Array {
  if (values instanceof Float32Array) return values;
  return values instanceof Uint16Array ? Float32Array.from(values, fromHalf) : Float32Array.from(values);
}
