import { recallOf } from "../src/engine";
import { readArguments, readCount, readDims } from "./arguments";
import { openSource } from "./given";
import { load } from "./load";
import { Progress } from "./progress";
import type { Report } from "./report";

export const usage = "recall DATA --dims 64,256,512 [--queries 1000] [--k 10] [--json]";

/** Neighbours kept by each prefix, against all d, by cosine. */
export async function recall(args: string[]): Promise<Report> {
  const { data, values } = readArguments(args, {
    dims: { type: "string" },
    queries: { type: "string", default: "1000" },
    k: { type: "string", default: "10" },
    json: { type: "boolean" },
  });
  const source = await openSource(data);
  const { rows, dims } = source.manifest;
  const prefixes = readDims(values.dims, dims);
  const k = readCount(values.k, "--k");
  const queries = Math.min(rows, readCount(values.queries, "--queries"));
  const coordinator = await load(source);
  const progress = new Progress("searching");
  const report = await recallOf(coordinator, {
    prefixes,
    queries: { most: queries },
    counts: [k],
    progress: (share) => progress.show(share),
  });
  progress.end();
  coordinator.close();
  const frames = report.prefixes.map(({ prefix, recall: [{ mean, low, high }] }) => {
    return { dims: prefix, recall: mean, low, high };
  });
  const lines = frames.map(({ dims, recall, low, high }) => {
    const interval = Number.isNaN(low) ? "" : `  (95 %: ${low.toFixed(4)} to ${high.toFixed(4)})`;
    return `${String(dims).padStart(6)} dims  recall@${k} ${recall.toFixed(4)}${interval}`;
  });
  return { json: { rows, dims, k, queries, frames }, lines };
}
