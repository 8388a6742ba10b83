import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { principalAngle } from "../src/numeric/testing/reference";
import { toHalf } from "../src/sources";
import { readNpyHeader } from "../src/sources/npy";
import { npyMatrix } from "../src/sources/npy-values";
import { referenceFrames } from "../tests/support/reference";

const SPACE = "public/datasets/wordnet-mrl-3072";
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "matryoscope-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): { status: number | null; out: string; err: string; json(): never } {
  const command = ["--import", "tsx", "cli/bin.ts", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  return { status, out: stdout, err: stderr, json: () => JSON.parse(stdout) as never };
}

function matrix(path: string): Float32Array {
  const bytes = new Uint8Array(readFileSync(path));
  const found = npyMatrix(bytes, readNpyHeader(bytes, path), path);
  return Float32Array.from(found.columns(0, found.dims));
}

test("project agrees with LAPACK at every prefix, and writes scores and components", () => {
  const frames = referenceFrames();
  const out = join(folder, "frames");
  const dims = frames.map(({ k }) => k).join(",");
  const { status, json } = run("project", SPACE, "--dims", dims, "--axes", "pc", "--out", out, "--json");
  expect(status).toBe(0);
  const report: { rows: number; dims: number; mode: string; frames: { k: number; explainedVariance: number[] }[] } =
    json();
  expect(report).toMatchObject({ rows: 10_000, dims: 3072, mode: "raw" });
  frames.forEach(({ k, explainedVariance, components }, i) => {
    for (let c = 0; c < 3; c++) {
      expect(Math.abs(report.frames[i].explainedVariance[c] / explainedVariance[c] - 1)).toBeLessThan(1e-3);
    }
    const columns = matrix(join(out, `components-${k}.npy`));
    const rows = Float32Array.from(columns, (_, at) => columns[(at % k) * 3 + Math.floor(at / k)]);
    if (explainedVariance[2] / explainedVariance[3] >= 1.05)
      expect(principalAngle(components, rows, k)).toBeLessThan(1e-3);
    expect(matrix(join(out, `scores-${k}.npy`))).toHaveLength(30_000);
  });
});

test.each([
  ["wordnet-mrl-3072", [512, 1024, 1536]],
  ["wordnet-mrl-1536", [512]],
  ["wordnet-plain-1536", []],
])("profile finds the steps of %s and no others", (name, steps) => {
  const report: { std: number[]; steps: { dims: number }[] } = run(
    "profile",
    `public/datasets/${name}`,
    "--json",
  ).json();
  expect(report.steps.map(({ dims }) => dims)).toEqual(steps);
  expect(report.std).toHaveLength(name.endsWith("3072") ? 3072 : 1536);
});

test("recall rises with the prefix, and is what the data's own report measured", () => {
  const { frames }: { frames: { dims: number; recall: number }[] } = run(
    ...["recall", SPACE, "--dims", "64,512,3072", "--queries", "600", "--json"],
  ).json();
  expect(frames.map(({ dims }) => dims)).toEqual([64, 512, 3072]);
  expect(Math.abs(frames[0].recall - 0.532)).toBeLessThan(0.02);
  expect(Math.abs(frames[1].recall - 0.873)).toBeLessThan(0.02);
  expect(frames[2].recall).toBe(1);
});

describe("pack", () => {
  test.each(["f4", "f2", "i1"])("to %s and back changes no frame by more than the type's grain", (dtype) => {
    const out = join(folder, dtype);
    const packed: { rows: number } = run(
      ...["pack", "public/datasets/wordnet-mrl-1536", "--out", out, "--dtype", dtype, "--rows", "800", "--json"],
    ).json();
    expect(packed).toMatchObject({ rows: 800, dims: 1536, dtype });
    expect(existsSync(join(out, "points.parquet"))).toBe(true);
    const variance = (data: string) => {
      const { frames }: { frames: { explainedVariance: number[] }[] } = run(
        "project",
        data,
        "--dims",
        "256",
        "--json",
      ).json();
      return frames[0].explainedVariance[0];
    };
    const exact = join(folder, "exact");
    if (!existsSync(exact)) run("pack", "public/datasets/wordnet-mrl-1536", "--out", exact, "--rows", "800");
    expect(Math.abs(variance(out) / variance(exact) - 1)).toBeLessThan(2e-3);
  });

  test("a sample depends on its seed alone", () => {
    const bytes = (name: string, seed: string) => {
      const out = join(folder, name);
      run("pack", "public/datasets/wordnet-plain-1536", "--out", out, "--dtype", "i1", "--rows", "50", "--seed", seed);
      return readFileSync(join(out, "vectors.npy"));
    };
    expect(bytes("a", "3").equals(bytes("b", "3"))).toBe(true);
    expect(bytes("c", "4").equals(bytes("b", "3"))).toBe(false);
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
])("%j is one line on standard error and exit code 2", (args, words) => {
  const { status, out, err } = run(...args);
  expect(status).toBe(2);
  expect(out).toBe("");
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(err).toMatch(/^matryoscope: /);
  expect(err).toContain(words);
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
