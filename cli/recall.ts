import { recallOf } from "../src/engine";
import { openData } from "../src/sources/node";
import { readArguments, readCount, readDims } from "./arguments";
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
  const source = await openData(data);
  const { rows, dims } = source.manifest;
  const prefixes = readDims(values.dims, dims);
  const k = readCount(values.k, "--k");
  const queries = Math.min(rows, readCount(values.queries, "--queries"));
  const coordinator = await load(source);
  const progress = new Progress("searching");
  const kept = await recallOf(coordinator, { prefixes, queries, count: k, progress: (share) => progress.show(share) });
  progress.end();
  coordinator.close();
  const frames = prefixes.map((prefix, i) => ({ dims: prefix, recall: kept[i] }));
  const lines = frames.map((frame) => `${String(frame.dims).padStart(6)} dims  recall@${k} ${frame.recall.toFixed(4)}`);
  return { json: { rows, dims, k, queries, frames }, lines };
}
