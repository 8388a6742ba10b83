import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { columnMoments, seeded } from "../../src/numeric";
import { principalAngle } from "../../src/numeric/testing/reference";
import { readDatasetFolder } from "../../src/sources";
import { memoryTable } from "../../src/sources/memory-table";
import { diskFolder } from "../../src/sources/node";
import { load } from "../load";
import { merge } from "../merge";
import { pack } from "../pack";
import { choose } from "../packing/choose";
import { summarise } from "../summarise";
import { run } from "../testing/run";
import { summaryOf } from "./of-table";
import { joined, type Summary } from "./summary";
import { readSummary, writeSummary } from "./summary-file";

const ROWS = 900;
const DIMS = 40;
const random = seeded(3);
const matrix = Float32Array.from(
  { length: ROWS * DIMS },
  (_, i) => (3 * (random() - 0.5)) / Math.sqrt(1 + (i % DIMS)) + 1,
);

function summarised(name: string, from: number, to: number): Promise<Summary> {
  const titles = Array.from({ length: to - from }, (_, r) => `point ${from + r}`);
  const table = memoryTable({
    format: "memory",
    name,
    rows: to - from,
    vectors: { name: "vector", dims: DIMS, values: matrix.subarray(from * DIMS, to * DIMS) },
    columns: [{ name: "title", kind: "text", values: titles }],
  });
  return summaryOf(choose([table], {}), { rows: 120, seed: 8 }, () => {});
}
const columns = Float32Array.from({ length: ROWS * DIMS }, (_, i) => matrix[(i % ROWS) * DIMS + Math.floor(i / ROWS)]);

let folder: string;
let whole: Summary;
let parts: Summary[];
/** The dataset folder that they are merged into. */
let merged: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "matryoscope-"));
  whole = await summarised("whole", 0, ROWS);
  const ends = [0, 100, 101, 400, 650, ROWS];
  parts = await Promise.all(ends.slice(1).map((to, i) => summarised(`part ${i}`, ends[i], to)));
  const paths = parts.map((part, i) => {
    const path = join(folder, `p${i}.summary`);
    writeSummary(path, part);
    return path;
  });
  merged = join(folder, "merged");
  expect((await merge([...paths, "--out", merged])).json).toMatchObject({ rows: ROWS, dims: DIMS, sampled: 120 });
});
afterAll(() => rmSync(folder, { recursive: true }));

const rowOf = (row: number) => matrix.subarray(row * DIMS, (row + 1) * DIMS);
const titlesOf = ({ sample }: Summary) => sample.map(({ values }) => values[0]);

test("any order and grouping gives the same sample exactly, and the same moments to 1e-6", () => {
  const straight = parts.reduce(joined);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(parts, { minLength: parts.length }),
      fc.infiniteStream(fc.nat()),
      (order, places) => {
        const left = [...order];
        while (left.length > 1) {
          const i = (places.next().value ?? 0) % (left.length - 1);
          left.splice(i, 2, joined(left[i], left[i + 1]));
        }
        expect(titlesOf(left[0])).toEqual(titlesOf(straight));
        expect(left[0].parts).toEqual(straight.parts);
        const { scatter } = left[0].moments;
        scatter.forEach((value, i) => {
          expect(Math.abs(value - whole.moments.scatter[i])).toBeLessThan(1e-6 * whole.moments.scatter[0]);
        });
      },
    ),
    { seed: 1, numRuns: 20 },
  );
  expect(new Set(titlesOf(straight)).size).toBe(120);
});

test("a sample holds the vectors of its titles", () => {
  for (const { values, vector } of parts.reduce(joined).sample) {
    const row = Number(String(values[0]).split(" ")[1]);
    expect(vector).toEqual(matrix.slice(row * DIMS, (row + 1) * DIMS));
  }
});

test("a part that is counted twice is noticed, whatever it is called", async () => {
  const again = await summarised("another name", 101, 400);
  expect(() => joined(parts.reduce(joined), again)).toThrow('"another name" is counted twice: "part 2"');
});

test("a part that is missing is noticed", async () => {
  const paths = parts.map((part, i) => {
    const path = join(folder, `missing-${i}.summary`);
    writeSummary(path, part);
    return path;
  });
  await expect(merge([...paths.slice(1), "--out", join(folder, "x"), "--parts", "5"])).rejects.toThrow(
    "4 parts are here where 5 are expected",
  );
});

test("a summary is read as it was written, and one that was cut short or changed is refused", () => {
  const path = join(folder, "one.summary");
  writeSummary(path, whole);
  expect(readSummary(path)).toEqual(whole);
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.subarray(0, bytes.length - 50));
  expect(() => readSummary(path)).toThrow("cut short");
  bytes[bytes.length - 100] ^= 1;
  writeFileSync(path, bytes);
  expect(() => readSummary(path)).toThrow("not those that were written");
  writeFileSync(path, "x");
  expect(() => readSummary(path)).toThrow("no summary of this version");
});

test("the folder of merged parts has the components of the whole", async () => {
  const source = await readDatasetFolder(diskFolder(merged));
  expect(source.manifest).toMatchObject({ rows: 120, wholeRows: ROWS });
  const manifest = { ...source.manifest, rows: ROWS };
  const all = await load({
    ...source,
    manifest,
    async *blocks() {
      yield { values: columns, scales: null };
    },
  });
  const sample = await load(source);
  for (const k of [8, DIMS]) {
    const [a, b] = [await all.frame({ k, axes: "pc" }), await sample.frame({ k, axes: "pc" })];
    expect(principalAngle(a.components, b.components, k)).toBeLessThan(1e-3);
    for (let c = 0; c < 3; c++)
      expect(Math.abs(a.explainedVariance[c] / b.explainedVariance[c] - 1)).toBeLessThan(1e-5);
  }
  all.close();
  sample.close();
});

test("the profile of merged parts is that of the whole", async () => {
  const { std, energy } = JSON.parse((await run("profile", merged, "--json")).out);
  const { std: golden, meanSquare } = columnMoments(columns, ROWS, null);
  expect(std).toHaveLength(DIMS);
  std.forEach((value: number, j: number) => {
    expect(Math.abs(value / golden[j] - 1)).toBeLessThan(1e-6);
  });
  const total = meanSquare.reduce((sum, value) => sum + value);
  expect(Math.abs(energy[0] - meanSquare[0] / total)).toBeLessThan(1e-6);
});

test("unit mode of merged parts is said to be of the sample alone, on standard error", async () => {
  const projected = ["project", merged, "--dims", "8", "--json"];
  const unit = await run(...projected, "--mode", "unit");
  expect(unit.err).toBe(
    "matryoscope: Unit mode is of the 120 rows of the sample alone; raw mode is exact for all 900.\n",
  );
  expect(JSON.parse(unit.out)).toMatchObject({ rows: 120, wholeRows: 900, mode: "unit" });
  expect((await run(...projected)).err).toBe("");
});

test.each(["f4", "i1"])("a dataset folder of %s is a part as its rows are", async (dtype) => {
  const out = join(folder, dtype);
  const text = ["title,vector", ...Array.from({ length: ROWS }, (_, r) => `point ${r},"[${rowOf(r).join(", ")}]"`)];
  writeFileSync(join(folder, "whole.csv"), text.join("\n"));
  await pack([join(folder, "whole.csv"), "--out", out, "--dtype", dtype]);
  const path = join(folder, `${dtype}.summary`);
  await summarise([out, "--out", path, "--rows", "120", "--seed", "8"]);
  const { moments, sample, parts: counted } = readSummary(path);
  expect(moments.rows).toBe(ROWS);
  expect(sample).toHaveLength(120);
  if (dtype === "f4") {
    expect(counted[0].id).toBe(whole.parts[0].id);
    expect(sample.map(({ row, vector, values }) => ({ row, vector, values }))).toEqual(
      whole.sample.map(({ row, vector, values }) => ({ row, vector, values })),
    );
  }
  const grain = dtype === "f4" ? 1e-9 : 2e-3;
  moments.scatter.forEach((value, i) => {
    expect(Math.abs(value - whole.moments.scatter[i])).toBeLessThan(grain * whole.moments.scatter[0]);
  });
});

test("a folder that is merged already is no part", async () => {
  await expect(summarise([merged, "--out", join(folder, "again.summary")])).rejects.toThrow(
    "merge the summaries of the parts instead",
  );
});

test("a merged folder that is packed is exact for the same whole", async () => {
  const out = join(folder, "repacked");
  await pack([merged, "--out", out, "--dtype", "i1", "--rows", "50"]);
  const { manifest } = await readDatasetFolder(diskFolder(out));
  expect(manifest).toMatchObject({ rows: 50, ofRows: ROWS, wholeRows: ROWS });
  const [before, after] = [await run("profile", merged, "--json"), await run("profile", out, "--json")];
  expect(JSON.parse(after.out).std).toEqual(JSON.parse(before.out).std);
  for (const name of ["mean.npy", "covariance.npy"]) {
    expect(readFileSync(join(out, name)).equals(readFileSync(join(merged, name)))).toBe(true);
  }
});
