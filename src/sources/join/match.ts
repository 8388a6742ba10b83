import { SourceError } from "../problem";
import type { Table } from "../table";
import { type Held, hold } from "./held";
import { joinedTable } from "./joined";
import { findKeys, type Twice } from "./keys";

/** What is known of vectors, in a file of its own. */
export interface Known {
  held: Held;
  /** Opens it with the other guess of whether its first line names the columns; null where no guess was made. */
  reopen: ((header: boolean) => Promise<Table>) | null;
}

const count = (n: number) => n.toLocaleString("en");

/**
 * Puts what is known of vectors beside them: by a column that both have, or else row by row.
 *
 * @throws SourceError where neither can be, with both counts
 */
export async function match(vectors: Table, known: Known, signal?: AbortSignal): Promise<Table> {
  const { held } = known;
  const { keys, twice, shared } = await findKeys(vectors, held, signal);
  const [key] = keys;
  if (key?.unique) {
    const left = held.rows - key.found;
    const unused =
      left > 0 ? `; ${left === 1 ? "one row" : `${count(left)} rows`} of ${held.name} without vectors` : "";
    const all = key.found === key.of ? `All ${count(key.of)}` : `${count(key.found)} of ${count(key.of)}`;
    return joinedTable(vectors, held, key, [
      ...skippedIn(held),
      `${all} rows were matched with ${held.name} by “${key.own}”${unused}.`,
    ]);
  }
  const rows = vectors.rows ?? (await hold(vectors, signal, [])).rows;
  if (rows === held.rows) return joinedTable(vectors, held, null, byRow(held, shared, twice));
  if (Math.abs(rows - held.rows) === 1 && known.reopen) {
    const header = held.rows > rows;
    const again = await hold(await known.reopen(header), signal);
    if (again.rows === rows) {
      const taken = header ? "was taken for the names of its columns" : "was taken for a row";
      return joinedTable(vectors, again, null, [
        ...byRow(again, [], null),
        `The first line of ${held.name} ${taken}, so that it has as many rows as there are vectors.`,
      ]);
    }
  }
  if (key && key.found === key.of) {
    const note = `Each of ${count(rows)} rows was matched with one of ${count(held.rows)} in ${held.name} by “${key.own}”.`;
    return joinedTable(vectors, held, key, [...skippedIn(held), note]);
  }
  throw mismatch(vectors, rows, held, shared, twice);
}

function byRow(held: Held, shared: string[], twice: Twice | null): string[] {
  const notes = [...skippedIn(held), `${count(held.rows)} rows of ${held.name} were matched row by row.`];
  if (twice) notes.push(`They were not matched by “${twice.column}”: ${toldTwice(twice, held)}.`);
  else if (shared.length > 0)
    notes.push(`The values of ${listed(shared)} do not agree: check that both files have the same order.`);
  return notes;
}

function skippedIn({ skipped, name }: Held): string[] {
  const [first] = skipped;
  if (!first) return [];
  const which = first.place ?? `row ${count(first.row + 1)}`;
  const many = skipped.length === 1 ? "A row" : `${count(skipped.length)} rows`;
  return [`${many} of ${name} could not be read and stays empty: ${which} ${first.why}.`];
}

function toldTwice({ value, rows }: Twice, { name }: Held): string {
  return `“${value.slice(0, 60)}” is there twice in ${name}, in rows ${count(rows[0] + 1)} and ${count(rows[1] + 1)}`;
}

function mismatch(vectors: Table, rows: number, held: Held, shared: string[], twice: Twice | null): SourceError {
  const counts = `${vectors.name} has ${count(rows)} rows and ${held.name} has ${count(held.rows)}`;
  const why = twice
    ? `they cannot be matched by “${twice.column}” either, for ${toldTwice(twice, held)}`
    : shared.length > 0
      ? `the values of ${listed(shared)} do not agree either`
      : "no column is in both by which to match them";
  return new SourceError({
    what: `The two files do not belong together row by row: ${counts}, and ${why}.`,
    where: held.where,
    remedy: twice
      ? "Leave one row for each value, or write both files from the same rows."
      : "Give both a column of the same name, such as “id”, whose values agree, or write both from the same rows.",
  });
}

const listed = (names: string[]) => names.map((name) => `“${name}”`).join(", ");
