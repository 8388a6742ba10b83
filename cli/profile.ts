import { columnMoments, detectSteps } from "../src/numeric";
import type { WholeBlock } from "../src/sources";
import { readArguments } from "./arguments";
import { openSource } from "./given";
import { Progress } from "./progress";
import type { Report } from "./report";

export const usage = "profile DATA [--json]";

/** Standard deviation of each dimension (of the whole, where the rows are a sample of one), the steps in it, and how much of the mean squared norm each prefix holds. */
export async function profile(args: string[]): Promise<Report> {
  const { data } = readArguments(args, { json: { type: "boolean" } });
  const source = await openSource(data);
  const { rows, wholeRows, dims } = source.manifest;
  const std: number[] = [];
  const squares: number[] = [];
  const progress = new Progress("reading");
  for await (const { values, scales, whole } of source.blocks(() => {})) {
    const moments = whole && wholeRows ? momentsOfWhole(whole, wholeRows) : columnMoments(values, rows, scales);
    std.push(...moments.std);
    squares.push(...moments.meanSquare);
    progress.show(std.length / dims);
  }
  progress.end();
  const steps = detectSteps(std);
  const total = squares.reduce((sum, value) => sum + value, 0);
  let sum = 0;
  const energy = squares.map((value) => {
    sum += value;
    return total > 0 ? sum / total : 0;
  });
  const found = steps.map(
    ({ dims: at, ratio, confidence }) =>
      `step at ${at}: std × ${ratio.toFixed(3)} (confidence ${confidence > 0.9999 ? "> 99.99" : (100 * confidence).toFixed(2)} %)`,
  );
  const stops = [64, 128, 256, 512, 1024, 1536, 2048, dims].filter((k, i, all) => k <= dims && all.indexOf(k) === i);
  const held = stops.map((k) => `${String(k).padStart(6)} dims hold ${(100 * energy[k - 1]).toFixed(1)} % of ‖x‖²`);
  return {
    json: { rows, ...(wholeRows ? { wholeRows } : {}), dims, std, steps, energy },
    lines: [...(found.length > 0 ? found : ["no step in the standard deviations"]), ...held],
  };
}

/** Standard deviation (n − 1) and mean square of some columns of a whole. */
function momentsOfWhole(
  { means, covariance }: WholeBlock,
  rows: number,
): { std: Float64Array; meanSquare: Float64Array } {
  const width = means.length;
  const first = covariance.length / width - width;
  const variance = means.map((_, j) => covariance[(first + j) * width + j]);
  return {
    std: variance.map(Math.sqrt),
    meanSquare: variance.map((value, j) => (value * (rows - 1)) / rows + means[j] ** 2),
  };
}
