import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parquetWriteBuffer } from "hyparquet-writer";
import { seeded } from "../src/numeric";
import type { PointTable, Source } from "../src/sources";
import { openData } from "../src/sources/node";
import { readArguments, readChoice, readCount, UsageError } from "./arguments";
import { columnOf, type Dtype, encode } from "./encode";
import { npyHeader, writeNpy } from "./npy";
import { Progress } from "./progress";
import type { Report } from "./report";

export const usage = "pack DATA --out DIR [--dtype f4|f2|i1] [--rows N --seed S] [--json]";

/** Any input to a dataset folder whose vectors stream prefix by prefix; with --rows a seeded random sample of it. */
export async function pack(args: string[]): Promise<Report> {
  const { data, values } = readArguments(args, {
    out: { type: "string" },
    dtype: { type: "string", default: "f4" },
    rows: { type: "string" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean" },
  });
  const { out } = values;
  if (!out) throw new UsageError("Say where the dataset folder goes with --out DIR.");
  const dtype = readChoice(values.dtype, "--dtype", ["f4", "f2", "i1"]);
  const source = await openData(data);
  const wanted = sample(
    source.manifest.rows,
    values.rows && readCount(values.rows, "--rows"),
    readCount(values.seed, "--seed"),
  );
  await mkdir(out, { recursive: true });
  const bytes = await writeVectors(source, join(out, "vectors.npy"), join(out, "scale.npy"), dtype, wanted);
  const points = await source.points();
  if (points) await writeFile(join(out, "points.parquet"), pointsFile(points, wanted));
  const { dims } = source.manifest;
  const files = {
    vectors: "vectors.npy",
    ...(dtype === "i1" ? { scale: "scale.npy" } : {}),
    ...(points ? { points: "points.parquet" } : {}),
  };
  const name = basename(out);
  const title = source.manifest.title || name;
  const manifest = { ...source.manifest, name, title, rows: wanted.length, dims, dtype, files };
  await writeFile(join(out, "dataset.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  const json = { rows: wanted.length, dims, dtype, bytes, out };
  return {
    json,
    lines: [`${wanted.length} × ${dims} ${dtype}, ${bytes.toLocaleString("en")} bytes of vectors, in ${out}`],
  };
}

/** All rows, or a random sample of them in rising order. */
function sample(rows: number, count: number | "" | undefined, seed: number): Int32Array {
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  if (!count || count >= rows) return all;
  const random = seeded(seed);
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (rows - i));
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all.slice(0, count).sort();
}

async function writeVectors(
  source: Source,
  path: string,
  scalePath: string,
  dtype: Dtype,
  wanted: Int32Array,
): Promise<number> {
  const { rows, dims } = source.manifest;
  const file = createWriteStream(path);
  const descr = { f4: "<f4", f2: "<f2", i1: "|i1" }[dtype];
  file.write(npyHeader(descr, true, [wanted.length, dims]));
  const scales = new Float32Array(dims);
  const progress = new Progress("packing");
  let column = 0;
  let total = 0;
  for await (const block of source.blocks(() => {})) {
    for (let j = 0; j * rows < block.values.length; j++, column++) {
      const { bytes, scale } = encode(columnOf(block, rows, j, wanted), dtype);
      scales[column] = scale;
      total += bytes.length;
      if (!file.write(bytes)) await once(file, "drain");
    }
    progress.show(column / dims);
  }
  file.end();
  await once(file, "finish");
  progress.end();
  if (dtype === "i1") await writeNpy(scalePath, scales, [dims]);
  return total;
}

function pointsFile(points: PointTable, wanted: Int32Array): Uint8Array {
  const texts = (name: string, value: (row: number) => string) => ({
    name,
    type: "STRING" as const,
    data: Array.from(wanted, value),
  });
  const columnData = [
    texts("title", (row) => points.titles[row]),
    texts("text", (row) => points.texts[row]),
    ...points.columns.map((column) => {
      const { kind, name } = column;
      if (kind === "number") return { name, type: "FLOAT" as const, data: Array.from(wanted, (r) => column.values[r]) };
      return texts(name, (row) => (kind === "text" ? column.values[row] : column.labels[column.codes[row]]));
    }),
  ];
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}
