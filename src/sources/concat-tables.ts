import { type Said, said, saidList, type Words } from "../i18n/said";
import { SourceError } from "./problem";
import type { Batch, Column, ReadRequest, Table } from "./table";

/**
 * Several tables of the same columns as one: the rows of the first, then those of the second, and so on.
 *
 * A column that is not in all of them, or not of the same kind in all, is left out, and the notes say so; the columns of
 * vectors must agree.
 *
 * @param tables one at least
 * @param name what the whole is called
 * @throws SourceError where a column of vectors is missing from one of them, or has other dims there
 */
export function concatTables(tables: readonly Table[], name: string, where = tables[0].where): Table {
  if (tables.length === 1) return { ...tables[0], name, where };
  const { columns, notes } = commonColumns(tables);
  const counts = tables.map(({ rows }) => rows);
  const known = counts.every((rows) => rows !== null);
  const rows = known ? sum(counts) : null;
  return {
    format: tables[0].format,
    name,
    where,
    rows,
    ...(known ? {} : { about: sum(tables.map(({ rows, about }) => rows ?? about ?? 0)) }),
    ...(known && tables.some(({ groups }) => groups) ? { groups: joinedGroups(tables) } : {}),
    columns,
    notes: [
      ...notes,
      ...tables.flatMap((table) => table.notes.map((note) => said("{name}: {note}", { name: table.name, note }))),
    ],
    batches: (request) => readInTurn(tables, counts, request),
  };
}

function commonColumns(tables: readonly Table[]): { columns: Column[]; notes: Said[] } {
  const [first, ...others] = tables;
  const notes: Said[] = [];
  const columns = first.columns.filter((column) => {
    for (const other of others) {
      const its = other.columns.find(({ name }) => name === nameIn(other, column.name, first));
      if (column.kind === "vector") {
        if (its?.vector?.dims === column.vector?.dims && its?.vector?.values === column.vector?.values) continue;
        throw new SourceError({
          what: said("The files do not belong together: “{name}” is {own} in {first} and {its} in {other}.", {
            name: column.name,
            own: told(column),
            first: first.name,
            its: told(its),
            other: other.name,
          }),
          where: other.where,
          remedy: said("Open them one by one, or leave out the one that differs."),
        });
      }
      if (its?.kind === column.kind) continue;
      notes.push(
        said("The column “{name}” is left out: it is {own} in {first} and {its} in {other}.", {
          name: column.name,
          own: told(column),
          first: first.name,
          its: told(its),
          other: other.name,
        }),
      );
      return false;
    }
    return true;
  });
  const lost = new Set(others.flatMap((table) => table.columns.map(({ name }) => nameIn(first, name, table))));
  for (const { name } of first.columns) lost.delete(name);
  for (const name of lost)
    notes.push(said("The column “{name}” is left out: it is not in {first}.", { name, first: first.name }));
  return { columns, notes };
}

/** A column without a name bears that of its file, with its ending or without, which is another in every file. */
function nameIn(table: Table, name: string, of: Table): string {
  if (name === of.name) return table.name;
  return name === stemOf(of) && !table.columns.some((column) => column.name === name) ? stemOf(table) : name;
}

function stemOf({ name }: Table): string {
  return name.replace(/\.[^.]*$/, "");
}

function told(column: Column | undefined): Words {
  if (!column) return said("missing");
  const { kind, type, vector } = column;
  return vector
    ? said("{dims} dims of {values}", { dims: vector.dims, values: vector.values })
    : said("{kind} ({type})", { kind, type });
}

/** A table without groups is one that lies together: none of its rows is far from the others. */
function joinedGroups(tables: readonly Table[]): Float64Array {
  const starts: number[] = [];
  let before = 0;
  for (const { groups, rows } of tables) {
    if (rows) for (const start of groups?.length ? groups : [0]) starts.push(before + start);
    before += rows ?? 0;
  }
  return Float64Array.from(starts);
}

async function* readInTurn(
  tables: readonly Table[],
  counts: (number | null)[],
  request: ReadRequest,
): AsyncGenerator<Batch> {
  const { rows, signal } = request;
  const weights = tables.map(({ rows, about }) => rows ?? about ?? 1);
  const all = rows ? rows.length : sum(weights);
  let before = 0;
  let done = 0;
  let share = 0;
  for (const [index, table] of tables.entries()) {
    signal?.throwIfAborted();
    // Of a table whose rows nobody has counted, whatever is still wanted may be among them.
    const own = rows ? shifted(rows, before, before + (counts[index] ?? Number.POSITIVE_INFINITY)) : null;
    const weight = own ? own.length : weights[index];
    let end = 0;
    let came = 0;
    if (!own || own.length > 0) {
      const asked = (name: string) => nameIn(table, name, tables[0]);
      const vector = request.vector === null ? null : asked(request.vector);
      const columns = request.columns.map(asked);
      for await (const batch of table.batches({ ...request, vector, columns, rows: own })) {
        end = endOf(batch, end);
        came += batch.rows.length + batch.skipped.length;
        share = Math.max(share, all ? Math.min(1, (done + batch.share * weight) / all) : 1);
        yield moved(named(batch, table, tables[0]), before, table.name, share);
      }
    }
    done += own ? came : weight;
    if (rows && done >= rows.length) return;
    // Where the next table begins is known when this one was read to its end, which is done only if anything is left.
    const last = index === tables.length - 1;
    if (!last) counts[index] ??= rows ? await count(table, signal) : end;
    before += counts[index] ?? end;
  }
}

function moved(batch: Batch, by: number, name: string, share: number): Batch {
  const skipped = batch.skipped.map((one) => ({
    ...one,
    row: one.row + by,
    place: saidList([name, one.place ?? said("row {row}", { row: one.row + 1 })]),
  }));
  return { ...batch, rows: batch.rows.map((row) => row + by), skipped, share };
}

function named(batch: Batch, table: Table, first: Table): Batch {
  if (table === first) return batch;
  const columns = Object.entries(batch.columns).map(([name, values]) => [nameIn(first, name, table), values]);
  return { ...batch, columns: Object.fromEntries(columns) };
}

function endOf({ rows, skipped }: Batch, before: number): number {
  return skipped.reduce((end, { row }) => Math.max(end, row + 1), Math.max(before, (rows.at(-1) ?? -1) + 1));
}

async function count(table: Table, signal: AbortSignal | undefined): Promise<number> {
  let end = 0;
  for await (const batch of table.batches({ vector: null, columns: [], rows: null, signal })) end = endOf(batch, end);
  return end;
}

/** Those of rising rows that lie in from … to, counted from `from`. */
function shifted(rows: Float64Array, from: number, to: number): Float64Array {
  const start = lowerBound(rows, from);
  return rows.slice(start, lowerBound(rows, to)).map((row) => row - from);
}

function lowerBound(rows: Float64Array, value: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
