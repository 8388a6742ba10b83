import { said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import type { Batch, ReadRequest, Table } from "../../table";
import { Gather } from "../text/gather";
import { columnsOf, fillVector, type JsonColumn, leavesOf } from "./leaves";
import type { Records } from "./records";

/** Records, one after another. */
export interface Rows {
  /** Null where only reading tells; then `about` says what it may be. */
  count: number | null;
  about?: number;
  /** `record` is undefined where the file has no whole one at that row. */
  read(signal?: AbortSignal): AsyncGenerator<{ record: unknown; share: number }>;
}

const SAMPLE = 60;

/** Records as a table: its columns are told by the first of them. */
export function tableOf(file: ByteFile, name: string, rows: Rows, first: Records): Table {
  const stem = file.name.replace(/\.[^.]*$/, "");
  const head = Array.from({ length: Math.min(SAMPLE, first.count) }, (_, row) => first.record(row));
  const columns = columnsOf(head, stem);
  return {
    format: "JSON",
    name,
    where: file.where,
    rows: rows.count,
    ...(rows.about === undefined ? {} : { about: rows.about }),
    columns: columns.map(({ parts, ...column }) => column),
    notes: [],
    batches: (request) => read(rows, columns, stem, request),
  };
}

async function* read(rows: Rows, columns: JsonColumn[], stem: string, request: ReadRequest): AsyncGenerator<Batch> {
  const vector = columns.find(({ name }) => name === request.vector);
  const gather = new Gather(request, vector?.vector?.dims ?? 0);
  let row = 0;
  for await (const { record, share } of rows.read(request.signal)) {
    if (gather.wants(row)) {
      const leaves = leavesOf(record, stem);
      const why = record === undefined ? said("is no JSON") : vector ? fillVector(leaves, vector, gather.slot()) : null;
      if (why) gather.skip(row, said("record {row}", { row: (row + 1).toLocaleString("en") }), why);
      else gather.add(row, (name) => leaves.get(name));
      if (gather.full) {
        request.signal?.throwIfAborted();
        yield gather.take(share);
      }
    }
    if (gather.finished) break;
    row++;
  }
  if (!gather.empty) yield gather.take(1);
}
