// Holds the findings of the article on truncated vectors against real ones:
//
//   npx tsx scripts/truncation.ts LONG SHORT
//
// LONG and SHORT hold vectors of the same texts, row by row (a .npy file or a dataset folder). Where SHORT is what the same
// model's interface answered when asked for fewer dims, the cosine is 1; where it is another model's, it is near 0.
import { Coordinator, fill, localShard } from "../src/engine";
import { agreement } from "../src/engine/studies/agreement";
import { likeness } from "../src/engine/studies/likeness";
import { nearest } from "../src/engine/studies/nearest";
import type { StudyRun } from "../src/engine/studies/study";
import { truncation } from "../src/engine/studies/truncation";
import { vectors } from "../src/engine/studies/vectors";
import { type Interval, pairedRows } from "../src/numeric";
import { openData } from "../src/sources/node";

const run: StudyRun = { signal: new AbortController().signal, progress: () => {}, pause: async () => {} };

async function load(name: string): Promise<Coordinator> {
  const source = await openData(name);
  const { rows, dims } = source.manifest;
  const coordinator = await Coordinator.open(localShard, { rows, dims, type: source.type, shards: 1 });
  await fill(
    coordinator,
    source.blocks(() => {}),
  );
  return coordinator;
}

const with95 = ({ mean, low, high }: Interval) => `${mean.toFixed(5)} (95 %: ${low.toFixed(5)} to ${high.toFixed(5)})`;
const least = (values: Float64Array) => values.reduce((a, b) => Math.min(a, b)).toFixed(6);
const most = (values: Float64Array) => values.reduce((a, b) => Math.max(a, b)).toFixed(6);
const mean = (values: Float64Array) => (values.reduce((a, b) => a + b) / values.length).toFixed(6);

const [longName, shortName] = process.argv.slice(2);
if (!longName || !shortName) throw new Error("Usage: npx tsx scripts/truncation.ts LONG SHORT");
const [long, short] = [await load(longName), await load(shortName)];
const { rows } = long;
const k = short.dims;
if (short.rows !== rows || k > long.dims) {
  throw new Error(
    `${shortName} is ${short.rows} × ${k}: it needs the ${rows} rows of ${longName}, and at most its ${long.dims} dims.`,
  );
}
const [whole, cut] = [await vectors(long, { rows, k: long.dims }, run), await vectors(short, { rows, k }, run)];
const { cosines, ratios } = pairedRows(whole.vectors, long.dims, cut.vectors, k);
const count = Math.min(10, rows - 1);
const [other, otherWhole] = await nearest(short, { queries: rows, prefixes: [k, k], count }, run);
const shared = await agreement(long, { k, queries: rows, count, other, otherWhole }, run);
const { cka, cosine } = await likeness(long, { k, rows, other: cut }, run);
const ranked = await truncation(long, { k, queries: rows, count }, run);

console.log(`${rows} rows, ${long.dims} dims cut to ${k}, against the other's ${k}`);
console.log(`cosine of the prefix with the other: mean ${mean(cosines)}, ${least(cosines)} to ${most(cosines)}`);
console.log(`  mean cosine ${with95(cosine)}`);
console.log(`length left of the long vectors: mean ${mean(ratios)}, ${least(ratios)} to ${most(ratios)}`);
console.log(`neighbours in common, of ${count}: ${with95(shared.overlap)}; linear CKA ${with95(cka)}`);
console.log(`recall@${count} of the cut by cosine ${with95(ranked.byCosine)}, by dot product ${with95(ranked.byDot)}`);
console.log(`lists that renormalising leaves as they are: ${(100 * ranked.same).toFixed(1)} %`);
