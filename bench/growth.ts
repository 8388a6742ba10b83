import { Covariance, loadKernels, Shard, WIDTH } from "../src/numeric";
import type { Limits } from "./limits";
import { seededSpace } from "./space";
import { repeated, timed } from "./timing";

/** One cell of the second table. */
interface Cost {
  step: string;
  rows: number;
  dims: number;
  seconds: number;
  /** Multiplications and additions, counting each once. */
  flops: number;
  /** Bytes that must come from memory at least. */
  bytes: number;
  peak: number;
}

const BLOCK = 128;
const ROWS = [2_500, 5_000, 10_000, 25_000, 50_000, 100_000];
const DIMS = [256, 512, 1024, 2048, 3072];

/** How the cost of each step grows with the rows and with the dims, on one core, beside what the machine could do. */
export async function measureGrowth(limits: Limits): Promise<Cost[]> {
  const shapes = [...ROWS.map((rows) => ({ rows, dims: 1024 })), ...DIMS.map((dims) => ({ rows: 10_000, dims }))];
  const costs: Cost[] = [];
  for (const shape of shapes) {
    console.error(`${shape.rows.toLocaleString("en")} × ${shape.dims.toLocaleString("en")} …`);
    costs.push(...(await costsOf(shape, limits)));
  }
  return costs.sort((a, b) => a.step.localeCompare(b.step));
}

async function costsOf({ rows, dims }: { rows: number; dims: number }, limits: Limits): Promise<Cost[]> {
  const { codes, scales } = seededSpace(rows, dims);
  const shard = new Shard(await loadKernels(), rows, dims, "i1");
  const covariance = new Covariance(await loadKernels(), rows, dims);
  const cost = (step: string, seconds: number, flops: number, bytes: number, peak: number): Cost => {
    return { step, rows, dims, seconds, flops, bytes, peak };
  };
  let grams = 0;
  for (let from = 0; from < dims; from += BLOCK) {
    const to = Math.min(dims, from + BLOCK);
    const sums = shard.append(codes.subarray(from * rows, to * rows), scales.slice(from, to));
    const means = sums.map((sum) => sum / rows);
    shard.center(from, means);
    let block: Float32Array = new Float32Array(0);
    grams += await timed(() => {
      block = shard.gram(from, to);
    });
    covariance.extend(to, [block], means);
  }
  const v = new Float32Array(dims * WIDTH).fill(0.01);
  const axes = new Float32Array(dims * 3).fill(0.01);
  shard.unitWeights(dims);
  const unit = { meanWeight: 1, meanV: new Float32Array(WIDTH), centerV: new Float32Array(WIDTH) };
  const product = await repeated(() => covariance.apply(dims, v));
  const scores = await repeated(() => shard.project([{ k: dims, axes, unit: null }]));
  const pass = await repeated(() => shard.apply(v, dims, unit), 3);
  const [n, d] = [rows, dims];
  return [
    cost("1 Gram matrix, the half that is computed", grams, n * d * (d + 1), n * d, limits.i16),
    cost("2 C·V, eight vectors", product, 2 * d * d * WIDTH, 2 * d * d, limits.f32),
    cost("3 scores X·A", scores, 2 * n * d * 3, n * d, limits.f32),
    cost("4 unit mode's X̂ᵀ(X̂V)", pass, 4 * n * d * WIDTH, n * d, limits.f32),
  ];
}

/** The costs as a Markdown table. The limit of a step is what the machine needs for its flops or its bytes. */
export function printGrowth(costs: Cost[], limits: Limits): void {
  const [f32, i16] = [limits.f32, limits.i16].map((peak) => (peak / 1e9).toFixed(0));
  const read = (limits.read / 1e9).toFixed(0);
  console.log(
    `One core, ${limits.build} build. Measured peaks: ${f32} GFLOP/s in f32, ${i16} in int8 pairs, ${read} GB/s read.\n`,
  );
  console.log("| step | n | d | ms | GFLOP | GFLOP/s | limit, ms | of the limit |");
  console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const { step, rows, dims, seconds, flops, bytes, peak } of costs) {
    const limit = Math.max(flops / peak, bytes / limits.read);
    const cells = [
      rows.toLocaleString("en"),
      dims.toLocaleString("en"),
      (seconds * 1e3).toFixed(seconds < 0.1 ? 2 : 0),
      (flops / 1e9).toPrecision(3),
      (flops / seconds / 1e9).toFixed(1),
      (limit * 1e3).toFixed(limit < 0.1 ? 2 : 0),
      `${((limit / seconds) * 100).toFixed(0)} %`,
    ];
    console.log(`| ${step.slice(2)} | ${cells.join(" | ")} |`);
  }
}
