import { type Said, said } from "../../i18n/said";
import type { Plan } from "../plan";
import { SourceError } from "../problem";
import type { Source } from "../source";
import type { SkippedRow, Table } from "../table";
import type { Manifest } from "../types";
import type { ColumnStore } from "./column-store";
import { finiteRows } from "./finite";
import { pointTable } from "./point-table";
import { drawRows } from "./sample";
import { takerOf } from "./takers";

/** How far something is, and a way to stop it. */
export interface Waiting {
  signal?: AbortSignal | undefined;
  /** What is being done, in words, and what share of it is, 0 … 1; null where nobody knows. */
  progress?: ((what: Said, share: number | null) => void) | undefined;
}

export const LEAST_DIMS = 4;
export const MOST_DIMS = 16_384;
const MOST_REASONS = 10_000;
const WIDTHS = { f4: 4, f2: 2, i1: 1 } as const;

interface Staged {
  store: ColumnStore;
  columns: Record<string, unknown[]>;
  skipped: { rows: SkippedRow[]; count: number };
  /** How many rows the table turned out to have. */
  ofRows: number;
}

/**
 * Reads a table as planned: every row that is wanted is looked at before the first column is handed out, so that a
 * file that cannot be read is known before anything of another space is let go.
 *
 * @throws SourceError when the vectors have too few or too many dims, or hardly a row can be read
 */
export async function stage(table: Table, plan: Plan, waiting: Waiting = {}): Promise<Source> {
  const vector = vectorOf(table, plan);
  const { dims } = vector;
  // What has been handed out is gone: who asks again (a shard that was lost is filled anew) has it read again.
  let staged: Staged | null = await read(table, plan, waiting);
  const { skipped, ofRows } = staged;
  const { rows, type } = staged.store;
  const points = pointTable(rows, staged.columns, plan);
  const manifest: Manifest = {
    name: plan.title,
    title: plan.title,
    description: "",
    source: table.where,
    licence: "",
    model: "",
    rows,
    ...(ofRows > rows ? { ofRows } : {}),
    dims,
    dtype: type,
    files: { vectors: table.name },
    stops: [],
  };
  return {
    manifest,
    totalBytes: rows * dims * WIDTHS[type],
    type,
    skipped,
    async *blocks(onBytes) {
      const { store } = staged ?? (await read(table, plan, { signal: waiting.signal }));
      staged = null;
      let bytes = 0;
      for (const block of store.blocks()) {
        bytes += block.values.byteLength;
        onBytes(bytes);
        yield block;
      }
    },
    points: async () => points,
  };
}

function vectorOf(table: Table, plan: Plan) {
  const column = table.columns.find(({ name }) => name === plan.vector);
  if (!column?.vector) {
    throw new SourceError({
      what: said('{name} has no column of vectors called "{vector}".', { name: table.name, vector: plan.vector }),
      where: table.where,
      remedy: said("Choose another column."),
    });
  }
  checkDims(table, column.vector.dims);
  return column.vector;
}

/** @throws SourceError when the vectors have too few or too many dims */
export function checkDims(table: Table, dims: number): void {
  if (dims < LEAST_DIMS || dims > MOST_DIMS) {
    throw new SourceError({
      what: said(
        "The vectors of {name} have {dims, plural, one {# dimension} other {# dimensions}}: {least} to {most} can be shown.",
        { name: table.name, dims, least: LEAST_DIMS, most: MOST_DIMS.toLocaleString("en") },
      ),
      where: table.where,
      remedy: said("Choose another column, or another file."),
    });
  }
}

async function read(table: Table, plan: Plan, { signal, progress }: Waiting): Promise<Staged> {
  const vector = vectorOf(table, plan);
  const names = [...new Set([plan.titles, plan.texts, plan.images, ...plan.colors].filter((name) => name !== null))];
  const known = table.rows;
  const isSample = plan.rows !== null && (known === null || plan.rows < known);
  const wanted = isSample && known !== null ? drawRows({ ...table, rows: known }, plan.rows as number, plan) : null;
  const drawn = isSample && known === null ? { rows: plan.rows as number, seed: plan.seed } : null;
  const taker = takerOf(vector, plan.type, names, drawn);
  const skipped: Staged["skipped"] = { rows: [], count: 0 };
  const skip = (row: SkippedRow) => {
    skipped.count++;
    if (skipped.rows.length < MOST_REASONS) skipped.rows.push(row);
  };
  let seen = 0;
  for await (const batch of table.batches({ vector: plan.vector, columns: names, rows: wanted, signal })) {
    signal?.throwIfAborted();
    for (const row of batch.skipped) skip(row);
    taker.take(batch, finiteRows(batch, vector.dims, skip));
    seen += batch.rows.length + batch.skipped.length;
    progress?.(said("Reading {name}", { name: table.name }), batch.share);
  }
  if (seen <= skipped.count) throw nothingRead(table, skipped);
  return { ...taker.end(), skipped, ofRows: known ?? seen };
}

function nothingRead(table: Table, { rows: [first], count }: Staged["skipped"]): SourceError {
  return new SourceError({
    what: whatOf(table.name, first, count),
    where: table.where,
    remedy: said("Choose another column of vectors, or mend the file."),
  });
}

function whatOf(name: string, first: SkippedRow | undefined, count: number): Said {
  if (count === 0) return said("{name} has no rows.", { name });
  if (!first) {
    return said("{count, plural, one {The only row} other {None of the # rows}} of {name} could be read.", {
      count,
      name,
    });
  }
  const { place, why } = first;
  const values = { count, name, row: (first.row + 1).toLocaleString("en"), why };
  if (!place) {
    return said(
      "{count, plural, one {The only row} other {None of the # rows}} of {name} could be read: row {row} {why}.",
      values,
    );
  }
  return said(
    "{count, plural, one {The only row} other {None of the # rows}} of {name} could be read: row {row} ({place}) {why}.",
    { ...values, place },
  );
}
