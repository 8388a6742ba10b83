import { fileName } from "../../../charts";
import {
  type CsvOptions,
  type Doing,
  type ExportTable,
  folderFile,
  folderName,
  framesFile,
  neighboursTable,
  npyBytes,
  pointsTable,
  profileTable,
  recallTable,
  scoresOf,
  scoresTable,
  writeCsv,
  writeJson,
  writeParquet,
} from "../../../sharing/tables";
import { type Frame, labelsOfPoints, scope, study } from "../../../state";
import { newestAnswer } from "../../studies/use-study";
import type { Format, Kind } from "./kinds";

/** What was chosen in the dialog. */
export interface Choice {
  kind: Kind;
  format: Format;
  csv: CsvOptions;
  rows: Int32Array<ArrayBuffer>;
  /** Neighbours of each point. */
  count: number;
  /** Frames for NumPy: at which dims, rising. */
  ks: number[];
}

/** Points of a sample that is asked for its neighbours, as Retrieval takes. */
const QUERIES = 1000;

/**
 * Makes the file that was chosen, of the space as it is now.
 *
 * @throws AbortError when it is cancelled or another space is opened; an error with a `problem`, or an ExportError, when
 *   it cannot be made (all as a rejection)
 */
export async function makeFile(choice: Choice, doing: Doing): Promise<{ blob: Blob; name: string }> {
  const { kind, format, rows } = choice;
  const { manifest, points, mode, axes } = scope.getState();
  if (!manifest) throw new DOMException("closed", "AbortError");
  const named = (what: string, ending: string) => fileName([manifest.name || manifest.title, what], ending);
  if (kind === "frames") {
    return { blob: await framesFile(rows, { ks: choice.ks, mode, axes }, doing), name: named("frames", "npz") };
  }
  if (kind === "folder") {
    return { blob: await folderFile({ manifest, points }, doing), name: `${folderName(manifest)}.zip` };
  }
  if (kind === "scores" && format === "npy") {
    const frame = await frameNow(doing.signal);
    const bytes = npyBytes(scoresOf(frame, rows), [rows.length, 3]);
    return { blob: new Blob(bytes), name: named(`scores ${frame.k}`, "npy") };
  }
  const table = await tableOf(choice, doing);
  return { blob: await write(table, choice, doing), name: named(table.name, format) };
}

async function tableOf({ kind, rows, count }: Choice, { signal, progress }: Doing): Promise<ExportTable> {
  const { points, manifest, std, k } = scope.getState();
  const dims = manifest?.dims ?? k;
  switch (kind) {
    case "scores":
      return scoresTable(points, rows, await frameNow(signal));
    case "neighbours": {
      // One point alone has none.
      const most = Math.max(1, Math.min(count, (manifest?.rows ?? 1) - 1));
      return neighboursTable(points, rows, { prefixes: k < dims ? [k, dims] : [dims], count: most });
    }
    case "recall": {
      const question = {
        queries: { among: null, most: QUERIES },
        codes: (points && labelsOfPoints(points)?.codes) ?? null,
      };
      return recallTable(newestAnswer("recall") ?? (await study("recall", question, { signal, progress })));
    }
    case "profile": {
      const prefixes = await study("prefixes", {}, { signal });
      return profileTable(std, prefixes);
    }
    default:
      return pointsTable(points, rows);
  }
}

function write(table: ExportTable, { format, csv }: Choice, doing: Doing): Promise<Blob> {
  if (format === "csv") return writeCsv(table, csv, doing);
  return format === "json" ? writeJson(table, doing) : writeParquet(table, doing);
}

/** The exact frame of where the slider is: the one that is shown, or that which will be. */
async function frameNow(signal: AbortSignal): Promise<Frame> {
  const { frame, k, mode, axes } = scope.getState();
  if (frame?.k === k && frame.mode === mode && frame.axes === axes) return frame;
  return study("frame", { k, mode, axes }, { signal });
}
