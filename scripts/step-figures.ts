// npm run steps [-- FOLDER…]: what the step detector finds, on seeded profiles, on the demo spaces, and in the folders
// that are named. Of those also in random samples of their rows: how often the same steps come out of fewer rows.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { columnMoments, detectSteps, type Step, seeded } from "../src/numeric";
import { sameSteps, smoothProfile, steppedProfile } from "../src/numeric/testing/profiles";
import { openData } from "../src/sources/node";

const PROFILES = 200;
const SAMPLES = 10;
const SAMPLE_ROWS = [130, 200, 300];
const DEMO = { "wordnet-mrl-3072": [512, 1024, 1536], "wordnet-mrl-1536": [512], "wordnet-plain-1536": [] };

/** A space's columns, as numbers. */
interface Columns {
  rows: number;
  columns: Float64Array[];
}

async function read(path: string): Promise<Columns> {
  const isFolder = existsSync(join(path, "dataset.json"));
  const source = await openData(isFolder || path.endsWith(".npy") ? path : join(path, "vectors.npy"));
  const { rows } = source.manifest;
  const columns: Float64Array[] = [];
  for await (const { values, scales } of source.blocks(() => {})) {
    if (values instanceof Uint16Array)
      throw new Error(`${path} is in half precision, which this command does not read.`);
    for (let at = 0; at < values.length; at += rows) {
      const scale = scales?.[at / rows] ?? 1;
      columns.push(Float64Array.from(values.subarray(at, at + rows), (value) => value * scale));
    }
  }
  return { rows, columns };
}

/** The steps of the profile of some rows, of all if none are named. */
function stepsOf({ rows, columns }: Columns, own: Int32Array = Int32Array.from({ length: rows }, (_, r) => r)): Step[] {
  const std = columns.map(
    (column) =>
      columnMoments(
        Float32Array.from(own, (row) => column[row]),
        own.length,
        null,
      ).std[0],
  );
  return detectSteps(std);
}

function sample(rows: number, count: number, seed: number): Int32Array {
  const random = seeded(seed);
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (rows - i));
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all.slice(0, count);
}

const told = (steps: Step[]) =>
  steps.length === 0
    ? "no step"
    : steps
        .map(({ dims, ratio, confidence }) => `${dims} (× ${ratio.toFixed(3)}, ${(100 * confidence).toFixed(3)} %)`)
        .join(", ");

const { positionals } = parseArgs({ allowPositionals: true });
let wrong = 0;

for (const [name, expected] of Object.entries(DEMO)) {
  const steps = stepsOf(await read(`public/datasets/${name}`));
  const right = steps.map(({ dims }) => dims).join() === expected.join();
  if (!right) wrong++;
  console.log(`${right ? "right" : "WRONG"}  ${name}: ${told(steps)}`);
}

let invented = 0;
for (let seed = 0; seed < PROFILES; seed++) if (detectSteps(smoothProfile(1000 + seed)).length > 0) invented++;
console.log(`${invented ? "WRONG" : "right"}  ${PROFILES} smooth profiles: ${invented} with a step`);

let different = 0;
for (let seed = 0; seed < PROFILES; seed++) {
  const profile = steppedProfile(5000 + seed);
  if (!sameSteps(detectSteps(profile.std), profile)) different++;
}
console.log(
  `${different ? "WRONG" : "right"}  ${PROFILES} stepped profiles, levels changing by 10 % and more: all true steps and no other in ${PROFILES - different}`,
);

for (const path of positionals) {
  const space = await read(path);
  const { rows, columns } = space;
  const whole = stepsOf(space);
  console.log(`found  ${path}, ${rows} × ${columns.length}: ${told(whole)}`);
  for (const count of SAMPLE_ROWS.filter((count) => count < rows)) {
    const found = Array.from({ length: SAMPLES }, (_, seed) => stepsOf(space, sample(rows, count, seed + 1)));
    const isNear = (a: Step) => (b: Step) => Math.abs(a.dims / b.dims - 1) <= 0.015;
    const kept = found.filter((steps) => whole.every((step) => steps.some(isNear(step)))).length;
    const more = found.filter((steps) => steps.some((step) => !whole.some(isNear(step)))).length;
    console.log(`         of ${count} rows: all of these in ${kept} of ${SAMPLES} samples, another one in ${more}`);
  }
}
process.exit(wrong + invented + different > 0 ? 1 : 0);
