import { finiteRows } from "../../src/sources/staging/finite";
import type { SkippedRow, ValueType, VectorValues } from "../../src/sources/table";
import { Progress } from "../progress";
import type { Choice } from "./choose";
import { draw } from "./draw";
import type { Packed, PackPlan } from "./packed";
import { type PointColumn, PointsFile } from "./points-file";
import { SkippedFile } from "./skipped-file";
import { type Survey, survey } from "./survey";
import { VectorsFile } from "./vectors-file";

/**
 * Packs a table of any size within a few hundred megabytes of memory. It is read twice: how many rows can be taken tells
 * how long a column is, and that must be known before the first is written.
 */
export async function packTable(choice: Choice, plan: PackPlan): Promise<Packed> {
  const { table, vector, dims } = choice;
  const progress = new Progress("reading");
  const show = (share: number) => progress.show(share);
  const skipped = new SkippedFile(`${plan.out}/skipped.csv`);
  const skip = (row: SkippedRow) => skipped.add(row);
  const drawn = await draw(choice, plan, skip, show);
  const found = await survey(table, { name: vector, dims }, drawn.rows, skip, show);
  skipped.close();
  progress.end();
  const { scales, points } = await write(choice, plan, drawn.rows, found);
  const left = points?.bytes ?? 0;
  return {
    about: { title: table.name, description: "", source: table.where, licence: "", model: "", stops: [] },
    rows: found.rows,
    of: drawn.of ?? found.read,
    dims,
    scales,
    points: points !== null,
    skipped: skipped.count,
    notes:
      left > 0 ? [`${left.toLocaleString("en")} pictures were left out: a folder holds addresses of them alone.`] : [],
  };
}

async function write(choice: Choice, { out, dtype }: PackPlan, rows: Float64Array | null, found: Survey) {
  const { table, vector, dims } = choice;
  const from = table.columns.find(({ name }) => name === vector)?.vector?.values as ValueType;
  const vectors = new VectorsFile(`${out}/vectors.npy`, {
    rows: found.rows,
    dims,
    dtype,
    from,
    largest: found.largest,
  });
  const { columns, names } = pointColumns(choice);
  const points = columns.length > 0 ? new PointsFile(`${out}/points.parquet`, columns) : null;
  const progress = new Progress("packing");
  for await (const batch of table.batches({ vector, columns: names, rows })) {
    const values = batch.vectors as VectorValues;
    // Those that are not finite were counted and told of when the table was read before.
    const good = finiteRows(batch, dims, () => {});
    vectors.add(values, good);
    if (points) for (const r of good) points.add(names.map((name) => batch.columns[name][r]));
    progress.show(batch.share);
  }
  vectors.close();
  points?.close();
  progress.end();
  return { scales: vectors.scales, points };
}

/** The columns of `points.parquet`, and what they are called in the table. */
export function pointColumns({ title, text, image, others }: Omit<Choice, "table">): {
  columns: PointColumn[];
  names: string[];
} {
  const named = [
    ...(title === null ? [] : [{ from: title, name: "title", kind: "text" as const }]),
    ...(text === null ? [] : [{ from: text, name: "text", kind: "text" as const }]),
    ...(image === null ? [] : [{ from: image, name: "image", kind: "text" as const }]),
    ...others.map(({ name, kind }) => ({
      from: name,
      // Those names mean something in the file.
      name: ["title", "text", "image"].includes(name) ? `${name} (column)` : name,
      kind: kind === "number" ? ("number" as const) : ("text" as const),
    })),
  ];
  return { columns: named.map(({ name, kind }) => ({ name, kind })), names: named.map(({ from }) => from) };
}
