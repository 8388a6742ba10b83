import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Manifest } from "../../src/sources";
import type { Dtype } from "../encode";
import { writeNpy } from "../npy";

/** How something is to be packed. */
export interface PackPlan {
  out: string;
  dtype: Dtype;
  /** How many rows are drawn; null for all. */
  rows: number | null;
  seed: number;
  /** Rows one by one, or some groups of rows that lie together (of a remote file, whose every byte costs). */
  draw: "rows" | "groups";
}

/** What has been written of a dataset folder: its vectors and its points. */
export interface Packed {
  about: Pick<Manifest, "title" | "description" | "source" | "licence" | "model" | "stops">;
  rows: number;
  /** Of how many they were drawn. */
  of: number;
  dims: number;
  /** One a dimension, for i1. */
  scales: Float32Array;
  /** Whether there is a table of points. */
  points: boolean;
  /** Rows that could not be taken. */
  skipped: number;
  /** What else there is to know, in sentences. */
  notes?: string[];
  /** Where `mean.npy` and `covariance.npy` are of a whole that the rows are a sample of: its rows. */
  wholeRows?: number | undefined;
}

/** Writes what makes a folder of the files in it: the scales, and the manifest last of all. */
export async function finishFolder(
  { about, rows, of, dims, scales, points, wholeRows }: Packed,
  { out, dtype }: Pick<PackPlan, "out" | "dtype">,
): Promise<void> {
  const name = basename(out);
  if (dtype === "i1") await writeNpy(join(out, "scale.npy"), scales, [dims]);
  const manifest: Manifest = {
    name,
    ...about,
    title: about.title || name,
    rows,
    ...(of > rows ? { ofRows: of } : {}),
    dims,
    dtype,
    ...(wholeRows ? { wholeRows } : {}),
    files: {
      vectors: "vectors.npy",
      ...(dtype === "i1" ? { scale: "scale.npy" } : {}),
      ...(points ? { points: "points.parquet" } : {}),
      ...(wholeRows ? { mean: "mean.npy", covariance: "covariance.npy" } : {}),
    },
  };
  await writeFile(join(out, "dataset.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}
