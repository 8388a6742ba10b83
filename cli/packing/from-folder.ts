import { closeSync, openSync, writeSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PointTable, Source } from "../../src/sources";
import { sampleRows } from "../../src/sources/staging/sample";
import { columnOf, type Dtype, encode } from "../encode";
import type { OpenFolder } from "../given";
import { npyHeader } from "../npy";
import { Progress } from "../progress";
import type { Packed, PackPlan } from "./packed";
import { PointsFile } from "./points-file";

/** Packs a dataset folder, whose columns come one after the other as they are written. */
export async function packFolder({ folder, source }: OpenFolder, plan: PackPlan): Promise<Packed> {
  const { out, dtype, rows, seed } = plan;
  const { manifest } = source;
  const wanted = Int32Array.from(sampleRows(manifest.rows, rows ?? manifest.rows, seed));
  const scales = await writeVectors(source, `${out}/vectors.npy`, dtype, wanted);
  const points = await source.points();
  if (points) writePoints(points, wanted, `${out}/points.parquet`);
  const { mean, covariance } = manifest.files;
  const isSample = manifest.wholeRows !== undefined && mean !== undefined && covariance !== undefined;
  if (isSample) {
    // What is known of a whole is true of any sample of it.
    await writeFile(join(out, "mean.npy"), new Uint8Array(await (await folder.open(mean)).bytes()));
    await writeFile(join(out, "covariance.npy"), new Uint8Array(await (await folder.open(covariance)).bytes()));
  }
  const { title, description, source: origin, licence, model, stops } = manifest;
  return {
    about: { title, description, source: origin, licence, model, stops },
    rows: wanted.length,
    of: manifest.ofRows ?? manifest.rows,
    dims: manifest.dims,
    scales,
    points: points !== null,
    skipped: 0,
    wholeRows: isSample ? manifest.wholeRows : undefined,
  };
}

async function writeVectors(source: Source, path: string, dtype: Dtype, wanted: Int32Array): Promise<Float32Array> {
  const { rows, dims } = source.manifest;
  const file = openSync(path, "w");
  const descr = { f4: "<f4", f2: "<f2", i1: "|i1" }[dtype];
  writeSync(file, npyHeader(descr, true, [wanted.length, dims]));
  const scales = new Float32Array(dims);
  const progress = new Progress("packing");
  let column = 0;
  for await (const block of source.blocks(() => {})) {
    for (let j = 0; j * rows < block.values.length; j++, column++) {
      const { bytes, scale } = encode(columnOf(block, rows, j, wanted), dtype);
      scales[column] = scale;
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    }
    progress.show(column / dims);
  }
  closeSync(file);
  progress.end();
  return scales;
}

function writePoints(points: PointTable, wanted: Int32Array, path: string): void {
  const texts = { kind: "text" as const };
  const file = new PointsFile(path, [
    { name: "title", ...texts },
    { name: "text", ...texts },
    ...points.columns.map(({ name, kind }) => ({ name, kind: kind === "number" ? kind : texts.kind })),
  ]);
  for (const row of wanted) {
    const others = points.columns.map((column) =>
      column.kind === "category" ? column.labels[column.codes[row]] : column.values[row],
    );
    file.add([points.titles[row], points.texts[row], ...others]);
  }
  file.close();
}
