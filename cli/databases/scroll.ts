import type { SourceError } from "../../src/sources";
import { fillVector } from "../../src/sources/formats/json/leaves";
import { Gather } from "../../src/sources/formats/text/gather";
import type { Batch, Column, ReadRequest, Table } from "../../src/sources/table";
import { problem } from "../problem";
import { stretches } from "./stretches";

/** What of the records is wanted: which vector, and whether anything besides. */
export interface Wanted {
  vector: string | null;
  others: boolean;
}

/** Some records one after the other, each with its values by the names of columns, and where the next begin. */
export interface Page {
  records: Map<string, unknown>[];
  /** Null where there are no more. */
  next: string | number | null;
}

/** A collection that is read page by page from its beginning on. */
export interface Scrolled {
  format: string;
  name: string;
  where: string;
  rows: number;
  columns: Column[];
  page(wanted: Wanted, from: Page["next"], limit: number, signal: AbortSignal | undefined): Promise<Page>;
}

/** Numbers that are asked for at a time: a megabyte or two of JSON. */
const ASKED = 100_000;
const MOST_ROWS = 1_000;

/** A collection as a table, its rows counted from 0 in the order of their ids. */
export function scrollTable(scrolled: Scrolled): Table {
  const { page, ...table } = scrolled;
  return { ...table, notes: [], batches: (request) => read(scrolled, request) };
}

async function* read(scrolled: Scrolled, request: ReadRequest): AsyncGenerator<Batch> {
  const { rows, columns } = scrolled;
  const column = columns.find(({ name }) => name === request.vector);
  const dims = column?.vector?.dims ?? 0;
  const gather = new Gather(request, dims);
  const wanted = { vector: request.vector, others: request.columns.length > 0 };
  const size = Math.max(1, Math.min(MOST_ROWS, Math.floor(ASKED / Math.max(1, dims))));
  let next: Page["next"] = null;
  let row = 0;
  const pages = async function* (count: number, what: Wanted, limit: number) {
    for (const end = row + count; row < end; ) {
      request.signal?.throwIfAborted();
      if (row > 0 && next === null) throw changed(scrolled);
      const page: Page = await scrolled.page(what, next, Math.min(limit, end - row), request.signal);
      if (page.records.length === 0 || page.records.length > end - row) throw changed(scrolled);
      next = page.next;
      for (const record of page.records) yield { row: row++, record };
    }
  };
  for (const [from, to] of stretches(request.rows, rows, size)) {
    if (to === null) {
      // Rows that are passed over come without what is large.
      for await (const _ of pages(from, { vector: null, others: false }, MOST_ROWS));
      continue;
    }
    for await (const { row, record } of pages(to - from, wanted, size)) {
      if (!gather.wants(row)) continue;
      const why = column ? fillVector(record, column, gather.slot()) : null;
      if (why) gather.skip(row, `id ${record.get("id")}`, why);
      else gather.add(row, (name) => record.get(name));
      if (gather.full) yield gather.take((row + 1) / rows);
    }
  }
  if (!gather.empty) yield gather.take(1);
}

function changed({ name, where }: Scrolled): SourceError {
  return problem({
    what: `The collection ${name} was changed while it was read: it has other rows than were counted.`,
    where,
    remedy: "Start again when nothing writes to it.",
  });
}
