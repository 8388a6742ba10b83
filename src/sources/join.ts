import { said, saidList } from "../i18n/said";
import type { ByteFile } from "./byte-file";
import { concatTables } from "./concat-tables";
import { hold } from "./join/held";
import { type Known, match } from "./join/match";
import { SourceError } from "./problem";
import type { Column, Format, OpenOptions, Table } from "./table";

/** A file, told and opened. */
export interface Opened {
  file: ByteFile;
  format: Format;
  tables: Table[];
}

/** A vector of so few numbers beside one of many is rather a few columns of numbers. */
const FEW = 16;

/**
 * The tables of several files: parts of the same columns become one, in the order of their names, and what is known of
 * vectors is put beside them, from one file or several.
 *
 * @param opened two at least
 * @throws SourceError where what is known fits no vectors, with both counts
 */
export async function joinFiles(opened: readonly Opened[], options: OpenOptions): Promise<Table[]> {
  const heads = opened.map((one) => ({ ...one, head: one.tables.find(hasVectors) ?? one.tables[0] }));
  const others = heads.flatMap(({ head, tables }) => tables.filter((table) => table !== head));
  const most = Math.max(0, ...heads.map(({ head }) => dimsOf(head)));
  const isVectors = ({ head }: { head: Table }) =>
    hasVectors(head) && !(dimsOf(head) < FEW && 4 * dimsOf(head) <= most);
  const vectors = heads.filter(isVectors).map(({ head }) => head);
  const about = heads.filter((one) => !isVectors(one));
  if (vectors.length === 0 || heads.length === 1) return [...heads.map(({ head }) => head), ...others];
  const known = await knownOf(about, options);
  const parts = groupBy(vectors, (table) =>
    markOf(
      table,
      table.columns.filter(({ kind }) => kind === "vector"),
    ),
  );
  const joined: Table[] = [];
  let problem: unknown = null;
  for (const table of parts.flatMap((group) => together(group, known))) {
    try {
      let whole = table;
      for (const one of known) whole = await match(whole, one, options.signal);
      joined.push(whole);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      problem ??= error;
    }
  }
  if (joined.length === 0) throw problem;
  return [...joined, ...others];
}

async function knownOf(files: (Opened & { head: Table })[], options: OpenOptions): Promise<Known[]> {
  const groups = groupBy(files, ({ head }) => markOf(head, head.columns));
  const known: Known[] = [];
  for (const group of groups) {
    const tables = group.map(({ head }) => head);
    // Arrays without names are columns beside one another, not parts of one.
    const isNamed = tables.every((table) => table.columns.every(({ name }) => name !== table.name));
    if (group.length > 1 && isNamed) {
      known.push({ held: await hold(concatTables(inOrder(tables), namesOf(tables)), options.signal), reopen: null });
      continue;
    }
    for (const { head, file, format } of group) {
      const reopen = async (header: boolean) => {
        const { openCsv } = await import("./formats/csv/open");
        return openCsv(file, options, { header });
      };
      known.push({ held: await hold(head, options.signal), reopen: format.id === "csv" ? reopen : null });
    }
  }
  return known;
}

/** Parts as one; but each by itself where what is known has as many rows as each of them. */
function together(group: Table[], known: readonly Known[]): Table[] {
  if (group.length === 1) return group;
  const isWhole = ({ rows }: Table) => known.length > 0 && known.every(({ held }) => held.rows === rows);
  if (group.every(isWhole)) return group;
  const parts = inOrder(group);
  const whole = concatTables(parts, namesOf(parts));
  const named = parts.slice(0, 4).map(({ name }) => name);
  const values = { files: parts.length, names: saidList(named), more: parts.length - 4 };
  return [
    {
      ...whole,
      notes: [
        parts.length > 4
          ? said("{files} files are read as one table, in this order: {names} and {more} more.", values)
          : said("{files} files are read as one table, in this order: {names}.", values),
        ...whole.notes,
      ],
    },
  ];
}

const hasVectors = ({ columns }: Table) => columns.some(({ kind }) => kind === "vector");

function dimsOf({ columns }: Table): number {
  return Math.max(0, ...columns.map(({ vector }) => vector?.dims ?? 0));
}

/** What columns have to have in common; one without a name bears that of its file. */
function markOf(table: Table, columns: readonly Column[]): string {
  const stem = table.name.replace(/\.[^.]*$/, "");
  const mark = ({ name, kind, vector }: Column) => [
    name === table.name || name === stem ? "" : name,
    kind,
    vector?.dims ?? 0,
    vector?.values ?? "",
  ];
  return JSON.stringify(columns.map(mark));
}

function inOrder(tables: readonly Table[]): Table[] {
  return tables.toSorted((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
}

function namesOf(tables: readonly Table[]): string {
  return tables.length === 2
    ? `${tables[0].name}, ${tables[1].name}`
    : `${tables[0].name} and ${tables.length - 1} more`;
}

function groupBy<T>(items: readonly T[], mark: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(mark(item), [...(groups.get(mark(item)) ?? []), item]);
  return [...groups.values()];
}
