import { readArguments, readCount, UsageError } from "./arguments";
import { type DataOptions, dataOptions, openGiven } from "./given";
import { choose } from "./packing/choose";
import { SkippedFile } from "./packing/skipped-file";
import { folderTable } from "./parts/folder-table";
import { summaryOf } from "./parts/of-table";
import { writeSummary } from "./parts/summary-file";
import type { Report } from "./report";

export const usage = [
  "summarise PART --out P.summary [--rows 10000 --seed S] [--table NAME] [--vector COLUMN] [--title COLUMN]",
  "       [--text COLUMN] [--dims D] [--json]",
].join("\n");

/** What PCA needs of one part of a corpus, and its share of a sample of the whole, as one small file for `merge`. */
export async function summarise(args: string[]): Promise<Report> {
  const { data, values } = readArguments(args, {
    out: { type: "string" },
    rows: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean" },
    ...dataOptions,
  });
  const { out } = values;
  if (!out) throw new UsageError("Say where the summary goes with --out P.summary.");
  const given = await openGiven([data], values as DataOptions);
  const draw = { rows: readCount(values.rows, "--rows"), seed: readCount(values.seed, "--seed") };
  const skipped = new SkippedFile(`${out}.skipped.csv`);
  const tables = given.kind === "folder" ? [await folderTable(given)] : given.tables;
  const choice = choose(tables, given.kind === "folder" ? (values as DataOptions) : given.named);
  const summary = await summaryOf(choice, draw, (row) => skipped.add(row));
  skipped.close();
  writeSummary(out, summary);
  const { rows, dims } = summary.moments;
  const json = {
    rows,
    dims,
    sampled: summary.sample.length,
    ...(skipped.count ? { skipped: skipped.count } : {}),
    out,
  };
  return {
    json,
    lines: [`${rows.toLocaleString("en")} × ${dims}, ${json.sampled.toLocaleString("en")} of them drawn, in ${out}`],
    notes: choice.notes,
  };
}
