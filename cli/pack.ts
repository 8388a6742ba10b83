import { mkdir } from "node:fs/promises";
import { readArguments, readChoice, readCount, UsageError } from "./arguments";
import { type DataOptions, dataOptions, type Given, openGiven } from "./given";
import { choose } from "./packing/choose";
import { packFolder } from "./packing/from-folder";
import { packTable } from "./packing/from-table";
import { finishFolder, type Packed, type PackPlan } from "./packing/packed";
import type { Report } from "./report";

export const usage = [
  "pack DATA [MORE DATA] --out DIR [--dtype f4|f2|i1] [--rows N --seed S] [--table NAME] [--vector COLUMN]",
  "       [--title COLUMN] [--text COLUMN] [--dims D] [--json]",
].join("\n");

/** Any input to a dataset folder whose vectors stream prefix by prefix; with --rows a seeded random sample of it. */
export async function pack(args: string[]): Promise<Report> {
  const { data, more, values } = readArguments(
    args,
    {
      out: { type: "string" },
      dtype: { type: "string", default: "f4" },
      rows: { type: "string" },
      seed: { type: "string", default: "1" },
      json: { type: "boolean" },
      ...dataOptions,
    },
    Number.POSITIVE_INFINITY,
  );
  const { out } = values;
  if (!out) throw new UsageError("Say where the dataset folder goes with --out DIR.");
  const dtype = readChoice(values.dtype, "--dtype", ["f4", "f2", "i1"]);
  const rows = values.rows === undefined ? null : readCount(values.rows, "--rows");
  const given = await openGiven([data, ...more], values as DataOptions);
  const draw = given.kind === "tables" && given.remote ? ("groups" as const) : ("rows" as const);
  const plan = { out, dtype, rows, seed: readCount(values.seed, "--seed"), draw };
  await mkdir(out, { recursive: true });
  const { packed, notes } = await packGiven(given, plan);
  await finishFolder(packed, plan);
  const { dims, skipped } = packed;
  const bytes = packed.rows * dims * { f4: 4, f2: 2, i1: 1 }[dtype];
  const [all, taken, left] = [packed.of, packed.rows, skipped].map((count) => count.toLocaleString("en"));
  const lines = [
    `${taken} × ${dims} ${dtype}, ${bytes.toLocaleString("en")} bytes of vectors, in ${out}`,
    ...(packed.rows < packed.of ? [`${taken} of ${all} rows`] : []),
    ...(skipped > 0 ? [`${left} rows were left out: ${out}/skipped.csv lists them`] : []),
  ];
  return { json: { rows: packed.rows, dims, dtype, bytes, out, ...(skipped > 0 ? { skipped } : {}) }, lines, notes };
}

async function packGiven(given: Given, plan: PackPlan): Promise<{ packed: Packed; notes: string[] }> {
  if (given.kind === "folder") return { packed: await packFolder(given, plan), notes: [] };
  const choice = choose(given.tables, given.named);
  const packed = await packTable(choice, plan);
  return { packed, notes: [...choice.notes, ...(packed.notes ?? [])] };
}
