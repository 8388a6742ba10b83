import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { npyHeader } from "../src/sources/npy-header";
import { readArguments, readCount, UsageError } from "./arguments";
import { finishFolder } from "./packing/packed";
import { PointsFile } from "./packing/points-file";
import { VectorsFile } from "./packing/vectors-file";
import { joined, type Summary } from "./parts/summary";
import { readSummary, writeSummary } from "./parts/summary-file";
import type { Report } from "./report";

export const usage = "merge P*.summary --out DIR|ALL.summary [--parts N] [--json]";

/** Adds summaries up: to a dataset folder whose components are exact for the whole, or to a summary of all of them. */
export async function merge(args: string[]): Promise<Report> {
  const { data, more, values } = readArguments(
    args,
    { out: { type: "string" }, parts: { type: "string" }, json: { type: "boolean" } },
    Number.POSITIVE_INFINITY,
  );
  const { out } = values;
  if (!out) throw new UsageError("Say where the dataset folder goes with --out DIR.");
  let all = readSummary(data);
  for (const path of more) all = joined(all, readSummary(path));
  const expected = values.parts === undefined ? null : readCount(values.parts, "--parts");
  if (expected !== null && all.parts.length !== expected) {
    const names = all.parts.map(({ name }) => name).toSorted();
    throw new UsageError(`${all.parts.length} parts are here where ${expected} are expected: ${names.join(", ")}.`);
  }
  if (out.endsWith(".summary")) writeSummary(out, all);
  else await writeFolder(all, out);
  const { rows, dims } = all.moments;
  const sampled = all.sample.length;
  return {
    json: { rows, dims, sampled, parts: all.parts.length, out },
    lines: [
      `exact for ${rows.toLocaleString("en")} × ${dims} of ${all.parts.length} parts, ${sampled.toLocaleString("en")} shown, in ${out}`,
    ],
  };
}

async function writeFolder({ moments, sample, columns, parts }: Summary, out: string): Promise<void> {
  const { dims } = moments;
  await mkdir(out, { recursive: true });
  const shape = { rows: sample.length, dims, dtype: "f4", from: "f4", largest: new Float32Array(dims) } as const;
  const vectors = new VectorsFile(join(out, "vectors.npy"), shape);
  for (const { vector } of sample) vectors.add(vector, [0]);
  vectors.close();
  if (columns.length > 0) {
    const points = new PointsFile(join(out, "points.parquet"), columns);
    for (const { values } of sample) points.add(values);
    points.close();
  }
  const covariance = moments.covariance();
  await writeArray(join(out, "mean.npy"), "<f8", moments.means);
  await writeArray(join(out, "covariance.npy"), "<f4", covariance);
  const about = { title: "", description: `${parts.length} parts`, source: "", licence: "", model: "", stops: [] };
  const [shown, whole] = [{ rows: sample.length, points: columns.length > 0 }, { wholeRows: moments.rows }];
  const packed = { about, ...shown, ...whole, of: moments.rows, dims, scales: vectors.scales, skipped: 0 };
  await finishFolder(packed, { out, dtype: "f4" });
}

async function writeArray(path: string, descr: string, values: Float32Array | Float64Array): Promise<void> {
  await writeFile(path, Buffer.concat([npyHeader(descr, false, [values.length]), new Uint8Array(values.buffer)]));
}
