import { type Said, said, saidList } from "../../i18n/said";
import { SourceError } from "../problem";
import type { Table } from "../table";
import { type Held, hold } from "./held";
import { joinedTable } from "./joined";
import { findKeys, type Key, type Twice } from "./keys";

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
    return joinedTable(vectors, held, key, [...skippedIn(held), matched(held, key)]);
  }
  const rows = vectors.rows ?? (await hold(vectors, signal, [])).rows;
  if (rows === held.rows) return joinedTable(vectors, held, null, byRow(held, shared, twice));
  if (Math.abs(rows - held.rows) === 1 && known.reopen) {
    const header = held.rows > rows;
    const again = await hold(await known.reopen(header), signal);
    if (again.rows === rows) {
      const { name } = held;
      return joinedTable(vectors, again, null, [
        ...byRow(again, [], null),
        header
          ? said(
              "The first line of {name} was taken for the names of its columns, so that it has as many rows as there are vectors.",
              { name },
            )
          : said("The first line of {name} was taken for a row, so that it has as many rows as there are vectors.", {
              name,
            }),
      ]);
    }
  }
  if (key && key.found === key.of) {
    const note = said("Each of {rows} rows was matched with one of {known} in {name} by “{own}”.", {
      rows: count(rows),
      known: count(held.rows),
      name: held.name,
      own: key.own,
    });
    return joinedTable(vectors, held, key, [...skippedIn(held), note]);
  }
  throw mismatch(vectors, rows, held, shared, twice);
}

function matched({ name, rows }: Held, { own, found, of }: Key): Said {
  const left = rows - found;
  const values = { name, own, found: count(found), of: count(of), left };
  if (found === of) {
    if (left === 0) return said("All {of} rows were matched with {name} by “{own}”.", values);
    return said(
      "All {of} rows were matched with {name} by “{own}”; {left, plural, one {one row} other {# rows}} of {name} without vectors.",
      values,
    );
  }
  if (left === 0) return said("{found} of {of} rows were matched with {name} by “{own}”.", values);
  return said(
    "{found} of {of} rows were matched with {name} by “{own}”; {left, plural, one {one row} other {# rows}} of {name} without vectors.",
    values,
  );
}

function byRow(held: Held, shared: string[], twice: Twice | null): Said[] {
  const rows = said("{rows} rows of {name} were matched row by row.", { rows: count(held.rows), name: held.name });
  const notes = [...skippedIn(held), rows];
  if (twice) {
    const { column } = twice;
    notes.push(said("They were not matched by “{column}”: {twice}.", { column, twice: toldTwice(twice, held) }));
  } else if (shared.length > 0) {
    const names = listed(shared);
    notes.push(said("The values of {names} do not agree: check that both files have the same order.", { names }));
  }
  return notes;
}

function skippedIn({ skipped, name }: Held): Said[] {
  const [first] = skipped;
  if (!first) return [];
  const which = first.place ?? said("row {row}", { row: count(first.row + 1) });
  const values = { skipped: skipped.length, name, which, why: first.why };
  return [
    said(
      "{skipped, plural, one {A row} other {# rows}} of {name} could not be read and stays empty: {which} {why}.",
      values,
    ),
  ];
}

function toldTwice({ value, rows }: Twice, { name }: Held): Said {
  const [one, other] = rows.map((row) => count(row + 1));
  return said("“{value}” is there twice in {name}, in rows {one} and {other}", {
    value: value.slice(0, 60),
    name,
    one,
    other,
  });
}

function mismatch(vectors: Table, rows: number, held: Held, shared: string[], twice: Twice | null): SourceError {
  const counts = said("{vectors} has {rows} rows and {known} has {others}", {
    vectors: vectors.name,
    rows: count(rows),
    known: held.name,
    others: count(held.rows),
  });
  const why = twice
    ? said("they cannot be matched by “{column}” either, for {twice}", {
        column: twice.column,
        twice: toldTwice(twice, held),
      })
    : shared.length > 0
      ? said("the values of {names} do not agree either", { names: listed(shared) })
      : said("no column is in both by which to match them");
  return new SourceError({
    what: said("The two files do not belong together row by row: {counts}, and {why}.", { counts, why }),
    where: held.where,
    remedy: twice
      ? said("Leave one row for each value, or write both files from the same rows.")
      : said(
          "Give both a column of the same name, such as “id”, whose values agree, or write both from the same rows.",
        ),
  });
}

const listed = (names: string[]) => saidList(names.map((name) => `“${name}”`));
