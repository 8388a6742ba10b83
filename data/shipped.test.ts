import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import type { Manifest } from "../src/sources/types";
import { RECIPES } from "./recipe";
import { CATEGORIES } from "./selection";

const DATASETS = new URL("../public/datasets/", import.meta.url).pathname;

describe.each(RECIPES)("the committed space $name", ({ name, title, training }) => {
  const folder = join(DATASETS, name);
  const dims = training.prefixes[training.prefixes.length - 1];

  it("is what its manifest says", async () => {
    const manifest = JSON.parse(await readFile(join(folder, "dataset.json"), "utf8")) as Manifest;
    expect(manifest).toMatchObject({ name, title, rows: 10_000, dims, dtype: "i1" });
    expect(Object.values(manifest).join(" ")).not.toMatch(/openai/i);
    const vectors = await readFile(join(folder, manifest.files.vectors));
    expect(vectors.length).toBe(128 + 10_000 * dims);
    expect(vectors.subarray(10, 128).toString("latin1")).toContain(
      `'descr': '|i1', 'fortran_order': True, 'shape': (10000, ${dims})`,
    );
    expect((await stat(join(folder, manifest.files.scale!))).size).toBe(128 + 4 * dims);
  });

  it("has the same points as the others, in the sizes of their categories", async () => {
    const bytes = await readFile(join(folder, "points.parquet"));
    expect(bytes.equals(await readFile(join(DATASETS, RECIPES[0].name, "points.parquet")))).toBe(true);
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    expect(Object.keys(rows[0])).toEqual(["id", "title", "text", "category", "hypernyms", "synonyms"]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(10_000);
    for (const { name: category, texts } of CATEGORIES) {
      expect(rows.filter((row) => row.category === category)).toHaveLength(texts);
    }
    const titles = new Set(rows.map((row) => row.title));
    for (const known of ["snow leopard", "cheetah", "lion", "Paris", "violin", "pizza", "oak", "Einstein"]) {
      expect(titles).toContain(known);
    }
  });
});

describe("the committed spaces", () => {
  it("take 64,000,000 bytes at most, and are listed", async () => {
    let bytes = 0;
    for (const entry of await readdir(DATASETS, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
    }
    expect(bytes).toBeLessThanOrEqual(64_000_000);
    const list = JSON.parse(await readFile(join(DATASETS, "index.json"), "utf8"));
    expect(list).toEqual(
      RECIPES.map(({ name, title, training }) => ({ name, title, rows: 10_000, dims: training.prefixes.at(-1) })),
    );
  });

  it("come with a report in which nothing failed", async () => {
    const report = await readFile(join(DATASETS, "REPORT.md"), "utf8");
    expect(report).not.toContain("FAIL");
    expect(report.match(/^- pass: /gm)?.length).toBeGreaterThan(5);
  });
});
