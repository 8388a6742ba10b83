import { textOf } from "../../src/i18n/said";
import { proposeTexts, rankVectors } from "../../src/sources/propose";
import { checkDims } from "../../src/sources/staging/stage";
import type { Column, Table } from "../../src/sources/table";
import { UsageError } from "../arguments";
import { problem } from "../problem";

/** A table, and which of its columns are what. */
export interface Choice {
  table: Table;
  vector: string;
  dims: number;
  /** Null where there is none. */
  title: string | null;
  text: string | null;
  image: string | null;
  /** Further columns that are kept with the points. */
  others: Column[];
  /** What was odd in the file, and which tables were left alone, in sentences. */
  notes: string[];
}

/** What the user named; what is not named is chosen. */
export interface Named {
  table?: string | undefined;
  vector?: string | undefined;
  title?: string | undefined;
  text?: string | undefined;
}

/**
 * Chooses the table and the columns: those that are named, else the first table that has vectors and the columns that
 * the page would propose.
 *
 * @throws UsageError when something named is not there; SourceError when there are no vectors at all, or of dims that cannot be shown
 */
export function choose(tables: readonly Table[], named: Named): Choice {
  const table = tableOf(tables, named);
  const chosen =
    named.vector === undefined ? rankVectors(table.columns)[0][0] : columnNamed(table, named.vector, "--vector");
  if (!chosen?.vector) {
    throw problem({
      what: chosen ? `The column ${chosen.name} holds no vectors.` : "There is no column of vectors.",
      where: table.where,
      remedy: `These columns are there: ${table.columns.map(({ name, type }) => `${name} (${textOf(type)})`).join(", ")}.`,
    });
  }
  checkDims(table, chosen.vector.dims);
  const free = table.columns.filter(({ name }) => name !== named.title && name !== named.text);
  const proposed = proposeTexts(free);
  const text = named.text === undefined ? proposed.texts : columnNamed(table, named.text, "--text").name;
  const title = named.title === undefined ? proposed.titles : columnNamed(table, named.title, "--title").name;
  const image = table.columns.find(({ kind }) => kind === "image")?.name ?? null;
  const others = table.columns.filter(
    ({ name, kind }) => (kind === "text" || kind === "number") && name !== title && name !== text,
  );
  return {
    table,
    vector: chosen.name,
    dims: chosen.vector.dims,
    title,
    text,
    image,
    others,
    notes: [...table.notes.map(textOf), ...passedBy(tables, table, named)],
  };
}

function tableOf(tables: readonly Table[], { table, vector }: Named): Table {
  if (table !== undefined) {
    const found = tables.find(({ name }) => name === table);
    if (found) return found;
    throw new UsageError(`There is no table "${table}": it is one of ${tables.map(({ name }) => name).join(", ")}.`);
  }
  const has = ({ columns }: Table) =>
    columns.some(({ name, kind }) => kind === "vector" && (vector === undefined || name === vector));
  return tables.find(has) ?? tables[0];
}

function columnNamed(table: Table, name: string, option: string): Column {
  const found = table.columns.find((column) => column.name === name);
  if (found) return found;
  throw new UsageError(
    `${option} names no column "${name}" of ${table.name}: it has ${table.columns.map((column) => column.name).join(", ")}.`,
  );
}

/** That other tables are there too, where nobody said which is meant. */
function passedBy(tables: readonly Table[], table: Table, named: Named): string[] {
  const others = tables.filter((other) => other !== table);
  if (named.table !== undefined || others.length === 0) return [];
  const names = others.slice(0, 8).map(({ name }) => `"${name}"`);
  const more = others.length > names.length ? ` and ${others.length - names.length} more` : "";
  return [`Of ${tables.length} tables "${table.name}" was taken; --table takes another: ${names.join(", ")}${more}.`];
}
