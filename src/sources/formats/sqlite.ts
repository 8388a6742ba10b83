import type { Database } from "sql.js";
import { type Said, said, saidOn } from "../../i18n/said";
import type { ByteFile } from "../byte-file";
import { Malformed } from "../malformed";
import { reasonOf, SourceError } from "../problem";
import type { Format, Table } from "../table";
import { cellsOf } from "./sqlite/cells";
import { damaged, openDatabase, quoted } from "./sqlite/library";
import { readRows } from "./sqlite/read";
import { vec0Table } from "./sqlite/vec0";

const MARK = new TextEncoder().encode("SQLite format 3\0");
// Values by which a column is known, and bytes of them at most.
const LOOKED_AT = 100;

/** SQLite: each table and view with its vectors as blobs (little-endian f4 as sqlite-vec's, f8, int8) or JSON lists. */
export const sqlite: Format = {
  id: "sqlite",
  label: "SQLite",
  suffixes: [".sqlite", ".sqlite3", ".db", ".db3"],
  sniff: (head) => (MARK.every((byte, i) => head[i] === byte) ? "sure" : null),
  async open(file) {
    let base: Database | null = null;
    try {
      base = await openDatabase(file);
      return tablesOf(file, base);
    } catch (error) {
      throw damaged(file, error);
    } finally {
      base?.close();
    }
  },
};

function tablesOf(file: ByteFile, base: Database): Table[] {
  const notes: Said[] = [];
  const found = rowsOf(
    base,
    "SELECT name, type, sql FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, rowid",
  ).map(([name, type, sql]) => ({ name: String(name), view: type === "view", sql: String(sql) }));
  const virtual = found.filter(({ sql }) => /^CREATE VIRTUAL TABLE/i.test(sql));
  const isVec0 = (sql: string) => /USING\s+vec0\b/i.test(sql);
  for (const { name, sql } of virtual) {
    if (isVec0(sql)) continue;
    const by = /USING\s+(\w+)/i.exec(sql)?.[1] ?? "module";
    notes.push(
      said(
        "{name} is left out: it is a table of {by}, which is not here. A copy can be read: CREATE TABLE copy AS SELECT * FROM {name}.",
        { name, by },
      ),
    );
  }
  // What such a table keeps in others is of use to it alone.
  const own = found.filter(
    ({ name }) => !virtual.some((table) => name === table.name || name.startsWith(`${table.name}_`)),
  );
  const tables: Table[] = [];
  for (const { name, view, sql } of [...virtual.filter((table) => isVec0(table.sql)), ...own]) {
    try {
      const table = isVec0(sql) && !view ? vec0Table(file, base, name, sql) : tableOf(file, base, name, view);
      if (table.rows !== 0) tables.push(table);
    } catch (error) {
      notes.push(
        error instanceof Malformed
          ? said("{name} is left out: {why}.", { name, why: error.words })
          : said('{name} is left out: SQLite says "{error}".', { name, error: reasonOf(error) }),
      );
    }
  }
  if (tables.length === 0) {
    throw new SourceError({
      what: saidOn(said("The database {name} holds no table with a row in it.", { name: file.name }), notes),
      where: file.where,
      remedy: said("Open a database that holds the vectors as blobs or as JSON lists."),
    });
  }
  const dims = ({ columns }: Table) => Math.max(0, ...columns.map(({ vector }) => vector?.dims ?? 0));
  const weight = (table: Table) => dims(table) * (table.rows ?? 1);
  return tables
    .sort((a, b) => weight(b) - weight(a))
    .map((table) => ({
      ...table,
      name: tables.length === 1 ? file.name : `${table.name} in ${file.name}`,
      notes: [...notes, ...table.notes],
    }));
}

function tableOf(file: ByteFile, base: Database, name: string, view: boolean): Table {
  const columns = rowsOf(base, `PRAGMA table_info(${quoted(name)})`).map(([, column, type]) => [
    String(column),
    String(type),
  ]);
  const names = columns.map(([column]) => quoted(column)).join(", ");
  const some = rowsOf(base, `SELECT ${names} FROM ${quoted(name)} LIMIT ${LOOKED_AT}`);
  // A view may be anything, and long to count.
  const rows = view ? null : Number(rowsOf(base, `SELECT count(*) FROM ${quoted(name)}`)[0][0]);
  const cells = columns.map(([column, type], i) =>
    cellsOf(
      column,
      type,
      some.map((row) => row[i]),
    ),
  );
  return {
    format: "SQLite",
    name,
    where: file.where,
    rows,
    columns: cells.map(({ column }) => column),
    notes: [],
    batches: (request) => readRows(file, name, rows, cells, request),
  };
}

const rowsOf = (base: Database, sql: string) => base.exec(sql)[0]?.values ?? [];
