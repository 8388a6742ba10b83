import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { sweep } from "../src/engine";
import { readArguments, readChoice, readDims } from "./arguments";
import { openSource } from "./given";
import { load } from "./load";
import { writeNpy } from "./npy";
import { Progress } from "./progress";
import type { Report } from "./report";

export const usage = "project DATA --dims 4,64,512 [--mode raw|unit] [--axes aligned|pc] [--out DIR] [--json]";

/** Exact PCA of each prefix; with --out also its scores (n × 3) and components (3 × k) as .npy files. */
export async function project(args: string[]): Promise<Report> {
  const { data, values } = readArguments(args, {
    dims: { type: "string" },
    mode: { type: "string", default: "raw" },
    axes: { type: "string", default: "aligned" },
    out: { type: "string" },
    json: { type: "boolean" },
  });
  const mode = readChoice(values.mode, "--mode", ["raw", "unit"]);
  const axes = readChoice(values.axes, "--axes", ["aligned", "pc"]);
  const source = await openSource(data);
  const { rows, wholeRows, dims } = source.manifest;
  const prefixes = readDims(values.dims, dims);
  const coordinator = await load(source);
  if (values.out) await mkdir(values.out, { recursive: true });
  const progress = new Progress("projecting");
  const frames = [];
  let before = performance.now();
  for await (const frame of sweep(
    coordinator,
    prefixes.map((k) => ({ k, mode, axes })),
  )) {
    const { k } = frame;
    const now = performance.now();
    const seconds = (now - before) / 1000;
    before = now;
    if (values.out) {
      await writeNpy(join(values.out, `scores-${k}.npy`), frame.scores, [rows, 3]);
      await writeNpy(join(values.out, `components-${k}.npy`), frame.components, [3, k]);
    }
    const { explainedVariance, explainedVarianceRatio, converged } = frame;
    frames.push({ k, explainedVariance, explainedVarianceRatio, seconds, ...(converged ? {} : { converged }) });
    progress.show(frames.length / prefixes.length);
  }
  progress.end();
  coordinator.close();
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`.padStart(9);
  const lines = frames.map(
    ({ k, explainedVarianceRatio, seconds }) =>
      `${String(k).padStart(6)} dims  ${explainedVarianceRatio.map(percent).join(" ")}  ${(seconds * 1000).toFixed(0).padStart(6)} ms`,
  );
  return {
    json: { rows, ...(wholeRows ? { wholeRows } : {}), dims, mode, frames },
    lines: ["variance explained by the three axes:", ...lines],
    notes: mode === "unit" && wholeRows ? [unitOfSample(rows, wholeRows)] : [],
  };
}

/** Moments of a whole do not tell how long each of its vectors is at each prefix. */
function unitOfSample(rows: number, wholeRows: number): string {
  const [sample, whole] = [rows, wholeRows].map((count) => count.toLocaleString("en"));
  return `Unit mode is of the ${sample} rows of the sample alone; raw mode is exact for all ${whole}.`;
}
