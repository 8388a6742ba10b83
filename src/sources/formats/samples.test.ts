import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bytesFile } from "../byte-file";
import { fromHalf } from "../half";
import { openTables } from "../open-tables";
import type { Batch, OpenOptions, Table } from "../table";

/**
 * Files that other programs wrote, all of the same 500 × 96 matrix (`tests/samples/make-*`). To test a format, add a
 * file: it is found, read and held against the matrix. Only what is out of the ordinary is written here.
 */
const SAMPLES: Record<string, Sample> = {
  "npy-u1.npy": { matrix: "i1", plus: 64 },
  "raw-f4.f32": { dims: 96 },
  "vecs-u1.bvecs": { matrix: "i1", plus: 64 },
};

/** Files that are no sample by themselves: they are named by one, or belong to the person who reads the folder. */
const COMPANIONS: readonly string[] = ["projector-metadata.tsv", "projector-tensors.bytes"];

interface Sample {
  /** Which matrix it holds: `i1` is the rounded one, and what a name with `-i1` holds by itself. */
  matrix?: "f4" | "i1";
  /** What was added to every value of the matrix. */
  plus?: number;
  /** The table, where it is not the first. */
  table?: string;
  /** The vector column, where it is not the first of the table. */
  vector?: string;
  /** Dims that a person has to say. */
  dims?: number;
  /** Set to false where only its name tells the format. */
  mark?: false;
}

const FOLDER = "tests/samples";
const [ROWS, DIMS] = [500, 96];
const TEXTS: Record<string, (row: number) => unknown> = {
  title: (row) => `point ${row}`,
  text: (row) => `the text of point ${row}`,
  category: (row) => ["red", "green", "blue", "grey"][row % 4],
  score: (row) => row / 8,
};

/** The values behind NumPy's header of 128 bytes. */
function matrix(name: string): Float32Array {
  const body = new Uint8Array(readFileSync(join(FOLDER, name)).subarray(128));
  return name.includes("i1") ? Float32Array.from(new Int8Array(body.buffer)) : new Float32Array(body.buffer);
}
const MATRIX = { f4: matrix("matrix.npy"), i1: matrix("matrix-i1.npy") };

const fileOf = (name: string, called = name) => bytesFile(new Uint8Array(readFileSync(join(FOLDER, name))), called);

async function openSample(name: string, called: string): Promise<Table> {
  const { dims, table } = SAMPLES[name] ?? {};
  const options: OpenOptions = { beside: async (path) => fileOf(path.replace(/^.*\//, "")) };
  if (dims) options.dims = dims;
  const file = fileOf(name, called);
  const tables = await openTables([file], options);
  const found = table ? tables.find((one) => one.name === table) : tables[0];
  if (!found) throw new Error(`There is no table ${table}, but ${tables.map((one) => one.name)}.`);
  return found;
}

async function readSample(name: string, called: string, rows: Float64Array | null): Promise<Read> {
  const table = await openSample(name, called);
  const vector = SAMPLES[name]?.vector ?? table.columns.find(({ kind }) => kind === "vector")?.name;
  if (!vector) throw new Error(`There is no vector column, but ${table.columns.map((one) => one.name)}.`);
  // A nested column is known by its last part: `metadata.title`.
  const names = table.columns
    .filter((one) => one.name !== vector && lastPart(one.name) in TEXTS)
    .map((one) => one.name);
  const read: Read = { rows: [], values: [], columns: Object.fromEntries(names.map((one) => [one, []])) };
  for await (const batch of table.batches({ vector, columns: names, rows })) {
    expect(batch.skipped).toEqual([]);
    read.rows.push(...batch.rows);
    read.values.push(...plain(batch));
    for (const one of names) read.columns[one].push(...batch.columns[one]);
  }
  return read;
}

interface Read {
  rows: number[];
  values: number[];
  columns: Record<string, unknown[]>;
}

const lastPart = (name: string) => name.slice(name.lastIndexOf(".") + 1);

function plain({ vectors, rows }: Batch): number[] {
  if (!vectors) throw new Error("A batch has no vectors.");
  expect(vectors.length).toBe(rows.length * DIMS);
  return vectors instanceof Uint16Array ? Array.from(vectors, fromHalf) : Array.from(vectors);
}

/** Holds what was read against the matrix: the same rows, the same values to the last bit, the same texts. */
function expectMatrix(name: string, read: Read, rows: number[]) {
  const { matrix: kind = name.includes("-i1") ? "i1" : "f4", plus = 0 } = SAMPLES[name] ?? {};
  expect(read.rows).toEqual(rows);
  const expected = rows.flatMap((row) => Array.from(MATRIX[kind].subarray(row * DIMS, (row + 1) * DIMS)));
  const wrong = expected.findIndex((value, i) => read.values[i] !== value + plus);
  if (wrong >= 0) {
    const [row, column] = [rows[Math.floor(wrong / DIMS)], wrong % DIMS];
    throw new Error(`Row ${row}, column ${column}: ${read.values[wrong]} where ${expected[wrong] + plus} was written.`);
  }
  for (const [column, values] of Object.entries(read.columns)) {
    const written = rows.map(TEXTS[lastPart(column)]);
    expect(lastPart(column) === "score" ? values.map(Number) : values, column).toEqual(written);
  }
}

const isSample = (name: string) => !/^(make-.*|README.*)$/.test(name) && !COMPANIONS.includes(name);

describe.each(readdirSync(FOLDER).filter(isSample).sort())("%s", (name) => {
  const all = Array.from({ length: ROWS }, (_, row) => row);

  test("holds the matrix", async () => {
    expectMatrix(name, await readSample(name, name, null), all);
  });

  test.runIf(SAMPLES[name]?.mark !== false)("is known by its bytes under a wrong name", async () => {
    expectMatrix(name, await readSample(name, "something.bin", null), all);
  });

  test("gives every seventh row when asked for those", async () => {
    const sevenths = all.filter((row) => row % 7 === 0);
    expectMatrix(name, await readSample(name, name, Float64Array.from(sevenths)), sevenths);
  });
});
