import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { principalAngle } from "../src/numeric/testing/reference";
import { readDatasetFolder, toHalf } from "../src/sources";
import { bytesFile } from "../src/sources/byte-file";
import { diskFolder } from "../src/sources/node";
import { openTables } from "../src/sources/open-tables";
import { sampleRows } from "../src/sources/staging/sample";
import { readTable } from "../src/sources/testing/read-table";
import { referenceFrames } from "../tests/support/reference";
import { type Ran, run } from "./testing/run";

const SPACE = "public/datasets/wordnet-mrl-3072";
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "matryoscope-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command line as a process of its own, as people do. */
function start(...args: string[]): Ran {
  const command = ["--import", "tsx", "cli/bin.ts", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  return { status: status ?? -1, out: stdout, err: stderr };
}

/** The JSON that a command prints. */
async function found<T>(...args: string[]): Promise<T> {
  const { status, out, err } = await run(...args, "--json");
  expect(status, err).toBe(0);
  return JSON.parse(out);
}

/** The numbers of a `.npy` file, row after row. */
async function matrix(path: string): Promise<Float32Array> {
  const [table] = await openTables([bytesFile(new Uint8Array(readFileSync(path)), path)]);
  return Float32Array.from((await readTable(table)).values);
}

test("project agrees with LAPACK at every prefix, and writes scores and components", async () => {
  const frames = referenceFrames();
  const out = join(folder, "frames");
  const dims = frames.map(({ k }) => k).join(",");
  const ran = start("project", SPACE, "--dims", dims, "--axes", "pc", "--out", out, "--json");
  expect(ran).toMatchObject({ status: 0, err: "" });
  const report: { rows: number; dims: number; mode: string; frames: { k: number; explainedVariance: number[] }[] } =
    JSON.parse(ran.out);
  expect(report).toMatchObject({ rows: 10_000, dims: 3072, mode: "raw" });
  for (const [i, { k, explainedVariance, components }] of frames.entries()) {
    for (let c = 0; c < 3; c++) {
      expect(Math.abs(report.frames[i].explainedVariance[c] / explainedVariance[c] - 1)).toBeLessThan(1e-3);
    }
    const rows = await matrix(join(out, `components-${k}.npy`));
    if (explainedVariance[2] / explainedVariance[3] >= 1.05)
      expect(principalAngle(components, rows, k)).toBeLessThan(1e-3);
    expect(await matrix(join(out, `scores-${k}.npy`))).toHaveLength(30_000);
  }
});

test.each([
  ["wordnet-mrl-3072", [512, 1024, 1536]],
  ["wordnet-mrl-1536", [512]],
  ["wordnet-plain-1536", []],
])("profile finds the steps of %s and no others", async (name, steps) => {
  const report = await found<{ std: number[]; steps: { dims: number }[] }>("profile", `public/datasets/${name}`);
  expect(report.steps.map(({ dims }) => dims)).toEqual(steps);
  expect(report.std).toHaveLength(name.endsWith("3072") ? 3072 : 1536);
});

test("recall rises with the prefix, and is what the data's own report measured", async () => {
  const { frames } = await found<{ frames: { dims: number; recall: number }[] }>(
    ...["recall", SPACE, "--dims", "64,512,3072", "--queries", "600"],
  );
  expect(frames.map(({ dims }) => dims)).toEqual([64, 512, 3072]);
  expect(Math.abs(frames[0].recall - 0.532)).toBeLessThan(0.02);
  expect(Math.abs(frames[1].recall - 0.873)).toBeLessThan(0.02);
  expect(frames[2].recall).toBe(1);
});

describe("pack", () => {
  const mrl = "public/datasets/wordnet-mrl-1536";
  const packed = async (dtype: string) => {
    const out = join(folder, dtype);
    const report = await found<{ rows: number }>(
      ...["pack", mrl, "--out", out, "--dtype", dtype, "--rows", "800", "--seed", "2"],
    );
    expect(report).toMatchObject({ rows: 800, dims: 1536, dtype });
    expect(existsSync(join(out, "points.parquet"))).toBe(true);
    return out;
  };

  test("of a folder to another type changes no frame by more than the type's grain", async () => {
    const variances: number[] = [];
    for (const dtype of ["f4", "f2", "i1"]) {
      const { frames } = await found<{ frames: { explainedVariance: number[] }[] }>(
        ...["project", await packed(dtype), "--dims", "256"],
      );
      variances.push(frames[0].explainedVariance[0]);
    }
    for (const variance of variances) expect(Math.abs(variance / variances[0] - 1)).toBeLessThan(2e-3);
  });

  test("of a folder takes rows that a seed draws, with what they are called", async () => {
    const [sample, all] = await Promise.all(
      [await packed("f4"), mrl].map((path) => readDatasetFolder(diskFolder(path))),
    );
    const rows = sampleRows(10_000, 800, 2);
    for await (const { values, scales } of all.blocks(() => {})) {
      const written = await matrix(join(folder, "f4", "vectors.npy"));
      const column = written.filter((_, i) => i % (written.length / 800) === 0);
      expect(column).toEqual(Float32Array.from(rows, (row) => values[row] * (scales?.[0] ?? 1)));
      break;
    }
    const [few, many] = await Promise.all([sample.points(), all.points()]);
    expect(few?.titles).toEqual(Array.from(rows, (row) => many?.titles[row]));
    expect(few?.texts).toEqual(Array.from(rows, (row) => many?.texts[row]));
  });

  test("a sample depends on its seed alone", async () => {
    const bytes = async (name: string, seed: string) => {
      const out = join(folder, name);
      const sample = ["--dtype", "i1", "--rows", "50", "--seed", seed];
      await found("pack", "public/datasets/wordnet-plain-1536", "--out", out, ...sample);
      return readFileSync(join(out, "vectors.npy"));
    };
    expect((await bytes("a", "3")).equals(await bytes("b", "3"))).toBe(true);
    expect((await bytes("c", "4")).equals(await bytes("b", "3"))).toBe(false);
  });
});

test.each([
  [["project", "nowhere", "--dims", "4"], 'There is no file or folder "nowhere"'],
  [["project", SPACE], "Say which prefixes with --dims"],
  [["project", SPACE, "--dims", "4,5000"], "--dims 5000 is not between 4 and the 3072"],
  [["project", SPACE, "--dims", "4", "--mode", "odd"], '--mode takes raw or unit, not "odd"'],
  [["project", SPACE, "--dimms", "4"], "--dimms"],
  [["project", "package.json", "--dims", "4"], "package.json"],
  [["paint", SPACE], 'There is no command "paint"'],
  [["pack", SPACE], "Say where the dataset folder goes"],
  [["recall", SPACE, "--dims", "64", "--k", "0"], "--k takes whole numbers"],
  [["project", SPACE, SPACE, "--dims", "4"], "One DATA at a time"],
])("%j is one line on standard error and exit code 2", async (args, words) => {
  const { status, out, err } = await run(...args);
  expect(status).toBe(2);
  expect(out).toBe("");
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(err).toMatch(/^matryoscope: /);
  expect(err).toContain(words);
});

test("a process ends with the code of its command", () => {
  const { status, out, err } = start("project", "nowhere", "--dims", "4");
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err).toBe('matryoscope: There is no file or folder "nowhere". Check the path.\n');
});

test("a number goes to the nearest half", () => {
  const cases: [number, number][] = [
    [0, 0],
    [1, 0x3c00],
    [-2, 0xc000],
    [65_504, 0x7bff],
    [65_519, 0x7bff],
    [65_520, 0x7c00],
    [2 ** -24, 1],
    [2 ** -25, 0],
    [2 ** -14, 0x0400],
    [2 ** -14 - 2 ** -24, 0x03ff],
    [1 + 2 ** -11, 0x3c00],
    [1 + 3 * 2 ** -11, 0x3c02],
    [2 - 2 ** -12, 0x4000],
  ];
  for (const [value, bits] of cases) expect([value, toHalf(value)]).toEqual([value, bits]);
});
