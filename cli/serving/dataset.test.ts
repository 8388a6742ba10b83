import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shelve } from "./dataset";
import { Shelf } from "./shelf";

const SECRET = "what nobody may read";

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "matryoscope-"));
  writeFileSync(join(root, "secret.txt"), SECRET);
});
afterAll(() => rmSync(root, { recursive: true }));

const folder = (name: string) => {
  const path = join(root, name);
  cpSync("public/datasets/wordnet-plain-1536", path, { recursive: true });
  return path;
};

test("of a folder its manifest and what that names, and nothing else", async () => {
  const path = folder("space");
  writeFileSync(join(path, "notes.txt"), SECRET);
  const shelf = new Shelf();
  expect(await shelve(path, shelf)).toEqual({ address: "data/space/", rows: 10_000, dims: 1536 });
  for (const name of ["dataset.json", "vectors.npy", "scale.npy", "points.parquet"]) {
    expect(shelf.find(`data/space/${name}`)).toBeDefined();
  }
  expect(shelf.find("data/space/notes.txt")).toBeUndefined();
});

test("no link that leads out of the folder", async () => {
  const path = folder("leaky");
  rmSync(join(path, "points.parquet"));
  symlinkSync(join(root, "secret.txt"), join(path, "points.parquet"));
  await expect(shelve(path, new Shelf())).rejects.toThrow("points.parquet of this folder leads out of it");
});

test("of a folder in a zip archive the archive", async () => {
  const path = join(root, "packed.zip");
  const names = ["dataset.json", "vectors.npy", "scale.npy"];
  const files = names.map((name) => [name, readFileSync(`public/datasets/wordnet-plain-1536/${name}`)]);
  writeFileSync(path, zipSync(Object.fromEntries(files), { level: 0 }));
  const shelf = new Shelf();
  expect(await shelve(path, shelf)).toEqual({ address: "data/packed.zip", rows: 10_000, dims: 1536 });
  expect(shelf.find("data/packed.zip")).toMatchObject({ isData: true });
});

test("what a config of the projector names beside it, and nothing above", async () => {
  mkdirSync(join(root, "projector"));
  const config = (path: string) => JSON.stringify({ embeddings: [{ tensorName: "t", tensorPath: path }] });
  writeFileSync(join(root, "projector", "good.json"), config("vectors.tsv"));
  writeFileSync(join(root, "projector", "vectors.tsv"), "1\t2\t3\t4\n2\t3\t4\t6\n0\t1\t0\t1\n");
  writeFileSync(join(root, "projector", "bad.json"), config("../secret.txt"));
  const shelf = new Shelf();
  expect(await shelve(join(root, "projector", "good.json"), shelf)).toMatchObject({ dims: 4 });
  expect(shelf.find("data/vectors.tsv")).toBeDefined();
  await expect(shelve(join(root, "projector", "bad.json"), shelf)).rejects.toThrow("secret.txt");
});
