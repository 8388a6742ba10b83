import { said, saidList } from "../i18n/said";
import { fromHalf } from "./half";
import type { ColumnReport, TableReport, VectorReport } from "./inspection";
import type { Plan } from "./plan";
import { textOf } from "./point-columns";
import { SourceError } from "./problem";
import { proposePlan, rankVectors } from "./propose";
import type { Waiting } from "./staging/stage";
import type { Batch, SkippedRow, Table } from "./table";

const LOOKED_ROWS = 100;
const SHOWN_ROWS = 6;
const SHOWN_NUMBERS = 8;
const LONGEST_TEXT = 200;
const LONGEST_NAME = 60;
const MOST_COLUMNS = 40;

/**
 * Looks at the first rows of the tables that were found, and proposes how to open the likeliest.
 *
 * @param title what the space will be called
 * @param remote whether every byte has to be fetched
 * @throws SourceError when none of them has a column of vectors
 */
export async function inspectTables(
  tables: readonly Table[],
  title: string,
  remote: boolean,
  { signal, progress }: Waiting = {},
): Promise<{ tables: TableReport[]; plan: Plan }> {
  const reports: TableReport[] = [];
  const origin = { title, remote };
  for (const [i, table] of tables.entries()) {
    progress?.(said("Looking at {name}", { name: table.name }), tables.length > 1 ? i / tables.length : null);
    const report = await look(table, signal);
    reports.push({ ...report, plan: report.vectors.length > 0 ? proposePlan(report, i, origin) : null });
  }
  const plan = reports.find((report) => report.plan)?.plan;
  if (!plan) throw noVectors(reports);
  return { tables: reports, plan };
}

async function look(table: Table, signal: AbortSignal | undefined): Promise<Omit<TableReport, "plan">> {
  const { format, name, where, rows, about, notes } = table;
  const others = table.columns.filter(({ kind }) => kind !== "vector").slice(0, MOST_COLUMNS);
  const [ranked, why] = rankVectors(table.columns);
  const samples = new Map<string, string[]>();
  const vectors: VectorReport[] = [];
  let looked = 0;
  let skipped: SkippedRow[] = [];
  // One pass a column of vectors; the other columns are looked at in the first.
  for (const [i, { name: column, vector }] of ranked.entries()) {
    if (!vector) continue;
    const names = i === 0 ? others.map((other) => other.name) : [];
    const batches = await firstBatches(table, column, names, signal);
    const norms = normsOf(batches, vector.dims);
    vectors.push({ column, dims: vector.dims, values: vector.values, norms });
    samples.set(column, numbersOf(batches, vector.dims));
    if (i > 0) continue;
    for (const other of names) samples.set(other, valuesOf(batches, other));
    looked = batches.reduce((sum, batch) => sum + batch.rows.length + batch.skipped.length, 0);
    skipped = batches.flatMap((batch) => batch.skipped);
  }
  const columns: ColumnReport[] = table.columns.map((column) => ({
    ...column,
    samples: samples.get(column.name) ?? [],
  }));
  return { format, name, where, rows, about, columns, vectors, why, notes, looked, skipped };
}

async function firstBatches(
  table: Table,
  vector: string,
  columns: string[],
  signal: AbortSignal | undefined,
): Promise<Batch[]> {
  const rows = Float64Array.from({ length: Math.min(LOOKED_ROWS, table.rows ?? LOOKED_ROWS) }, (_, row) => row);
  const batches: Batch[] = [];
  let seen = 0;
  for await (const batch of table.batches({ vector, columns, rows, signal })) {
    batches.push(batch);
    seen += batch.rows.length + batch.skipped.length;
    if (seen >= rows.length) break;
  }
  return batches;
}

function* vectorsOf(batches: Batch[], dims: number): Generator<number[]> {
  for (const { rows, vectors } of batches) {
    for (let r = 0; vectors && r < rows.length; r++) {
      const row = Array.from(vectors.subarray(r * dims, (r + 1) * dims));
      yield vectors instanceof Uint16Array ? row.map(fromHalf) : row;
    }
  }
}

function normsOf(batches: Batch[], dims: number): VectorReport["norms"] {
  const norms = [...vectorsOf(batches, dims)].map((row) => Math.hypot(...row)).filter(Number.isFinite);
  if (norms.length === 0) return null;
  return {
    least: Math.min(...norms),
    mean: norms.reduce((sum, norm) => sum + norm, 0) / norms.length,
    most: Math.max(...norms),
  };
}

function numbersOf(batches: Batch[], dims: number): string[] {
  const shown: string[] = [];
  for (const row of vectorsOf(batches, dims)) {
    if (
      shown.push(
        row
          .slice(0, SHOWN_NUMBERS)
          .map((value) => String(Number(value.toPrecision(4))))
          .join(", "),
      ) === SHOWN_ROWS
    )
      break;
  }
  return shown;
}

function valuesOf(batches: Batch[], column: string): string[] {
  const values = batches.flatMap((batch) => batch.columns[column] ?? []);
  return values.slice(0, LOOKED_ROWS).map((value) => {
    if (value instanceof Uint8Array) return `${value.length.toLocaleString("en")} B`;
    const text = textOf(value);
    return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  });
}

function noVectors(reports: TableReport[]): SourceError {
  const [{ name, where, columns }] = reports;
  // Of a broken file, what is taken for a name may be the rest of it.
  const names = columns
    .slice(0, 8)
    .map(({ name: column, type }) => said('"{column}" ({type})', { column: column.slice(0, LONGEST_NAME), type }));
  return new SourceError({
    what:
      columns.length === 0
        ? said("{name} has no column of vectors.", { name })
        : columns.length > 8
          ? said("{name} has no column of vectors: its columns are {names} and {more} more.", {
              name,
              names: saidList(names),
              more: columns.length - 8,
            })
          : said("{name} has no column of vectors: its columns are {names}.", { name, names: saidList(names) }),
    where,
    remedy: said("A vector is a list of at least 4 numbers, the same number in every row, or one column a dimension."),
  });
}
