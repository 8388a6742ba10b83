import { SourceError } from "../../src/sources";
import type { Column, Table } from "../../src/sources/table";
import { UsageError } from "../arguments";

/** A table, and which of its columns are what. */
export interface Choice {
  table: Table;
  vector: string;
  dims: number;
  /** Null where there is none. */
  title: string | null;
  text: string | null;
  /** Further columns that are kept with the points. */
  others: Column[];
}

/** What the user named; what is not named is chosen. */
export interface Named {
  table?: string | undefined;
  vector?: string | undefined;
  title?: string | undefined;
  text?: string | undefined;
}

const TITLES = ["title", "name", "label", "word", "token", "heading", "headline", "key", "id"];
const TEXTS = [
  "text",
  "content",
  "document",
  "body",
  "passage",
  "chunk",
  "description",
  "abstract",
  "sentence",
  "gloss",
];

/**
 * Chooses the table and the columns: those that are named, else the first table that has vectors, its widest column of
 * them, and texts by what such columns are usually called.
 *
 * @throws UsageError when something named is not there; SourceError when there are no vectors at all
 */
export function choose(tables: readonly Table[], named: Named): Choice {
  const table = tableOf(tables, named);
  const vectors = table.columns.filter(({ kind }) => kind === "vector");
  const widest = vectors.toSorted((a, b) => (b.vector?.dims ?? 0) - (a.vector?.dims ?? 0))[0];
  const chosen = named.vector === undefined ? widest : columnNamed(table, named.vector, "--vector");
  if (!chosen?.vector) {
    throw new SourceError({
      what: chosen ? `The column ${chosen.name} holds no vectors.` : "There is no column of vectors.",
      where: table.where,
      remedy: `These columns are there: ${table.columns.map(({ name, type }) => `${name} (${type})`).join(", ")}.`,
    });
  }
  const texts = table.columns.filter(({ kind }) => kind === "text");
  const text = named.text === undefined ? called(texts, TEXTS) : columnNamed(table, named.text, "--text").name;
  const rest = texts.filter(({ name }) => name !== text);
  const title = named.title === undefined ? called(rest, TITLES) : columnNamed(table, named.title, "--title").name;
  const others = table.columns.filter(
    ({ name, kind }) => (kind === "text" || kind === "number") && name !== title && name !== text,
  );
  return { table, vector: chosen.name, dims: chosen.vector.dims, title, text, others };
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

/** The first column that is called so, or whose last part is. */
function called(columns: readonly Column[], names: readonly string[]): string | null {
  const last = (name: string) => name.toLowerCase().split(".").at(-1) ?? "";
  for (const name of names) {
    const found = columns.find((column) => last(column.name) === name);
    if (found) return found.name;
  }
  return null;
}
