import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { Manifest } from "../../state";
import { folderFile } from "./folder-file";
import { asDuckDbReads } from "./testing/duckdb";
import { readNpy } from "./testing/read-npy";
import { doing, points, ROWS, TITLES } from "./testing/samples";

test("a dataset folder holds the values as they came, with their scales, and the points", async () => {
  const dims = 700;
  const some = ROWS;
  const codes = Int8Array.from({ length: some * dims }, (_, i) => (i * 31) % 251);
  const scales = Float32Array.from({ length: dims }, (_, j) => 1 / (j + 1));
  const manifest = {
    name: "my/odd name",
    title: "Odd",
    description: "",
    source: "",
    licence: "",
    model: "m",
    stops: [64],
    rows: some,
    dims,
    dtype: "f4",
    files: { vectors: "x.npy" },
  } satisfies Manifest;
  const asked: number[] = [];
  const blob = await folderFile({ manifest, points }, doing(), async ({ from, to }) => {
    asked.push(to - from);
    return { values: codes.slice(from * some, to * some), scales: scales.slice(from, to) };
  });
  // In several pieces, as many columns as go into a few megabytes.
  expect(asked.length).toBeGreaterThan(2);
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  expect(Object.keys(files)).toEqual(
    ["vectors.npy", "scale.npy", "points.parquet", "dataset.json"].map((name) => `my-odd-name/${name}`),
  );
  const vectors = readNpy(files["my-odd-name/vectors.npy"]);
  expect(vectors.header).toContain(`'fortran_order': True, 'shape': (${some}, ${dims})`);
  expect(Buffer.from(vectors.values.buffer).equals(Buffer.from(codes.buffer))).toBe(true);
  expect(readNpy(files["my-odd-name/scale.npy"]).values).toEqual(scales);
  expect(JSON.parse(new TextDecoder().decode(files["my-odd-name/dataset.json"]))).toMatchObject({
    name: "my-odd-name",
    dtype: "i1",
    rows: some,
    files: { vectors: "vectors.npy", scale: "scale.npy", points: "points.parquet" },
    stops: [64],
  });
  const read = await asDuckDbReads("parquet", files["my-odd-name/points.parquet"]);
  expect(read).toHaveLength(some);
  expect(read[1]).toMatchObject({ title: TITLES[1], text: "text, 1", category: "b", "=note": "n1" });
});
