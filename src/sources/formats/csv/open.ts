import type Papa from "papaparse";
import { type Said, said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { SourceError } from "../../problem";
import type { OpenOptions, Table } from "../../table";
import { decodeHead, encodingOf } from "../text/encoding";
import { layoutOf } from "./columns";
import { cells, type Dialect, dialectOf } from "./dialect";
import { countRows, readCsv } from "./read";

/** What is known of a table of text beforehand. */
export interface CsvHints {
  /** Whether its first record names the columns. */
  header?: boolean;
  delimiter?: Dialect["delimiter"];
}

/** Smaller files are counted at once. */
const COUNTED = 4 << 20;
const HEAD = 1 << 20;

/**
 * Opens a table of text: its encoding, delimiter, decimals, header and columns are told by its first megabyte.
 *
 * @throws SourceError when it is no text or holds no record
 */
export async function openCsv(file: ByteFile, options: OpenOptions, hints: CsvHints = {}): Promise<Table> {
  const { default: papa } = await import("papaparse");
  const head = await file.slice(0, HEAD);
  const encoding = encodingOf(head);
  if (encoding === null) throw noTable(file, said("holds bytes that are in no text"));
  const complete = file.size <= HEAD;
  const text = decodeHead(head, encoding);
  const dialect = dialectOf(papa, text, encoding, complete);
  if (hints.delimiter) dialect.delimiter = hints.delimiter;
  else if (isOneColumn(papa, file.name, text, dialect)) dialect.delimiter = "\t";
  const records = cells(papa, text, dialect, complete);
  if (records.length === 0)
    throw noTable(file, complete ? said("holds no record") : said("has no end of a line in its first megabyte"));
  const layout = layoutOf(records, dialect, file.name.replace(/\.[^.]*$/, ""), hints.header);
  const counted = file.size < COUNTED;
  if (encoding === "windows-1252") {
    layout.notes.push(said("The text of {name} is not in UTF-8: it was read as Windows-1252.", { name: file.name }));
  }
  const mean = (encoding.startsWith("utf-16") ? 2 : 1) * meanLength(records, layout.header);
  return {
    format: dialect.delimiter === "\t" ? "TSV" : "CSV",
    name: file.name,
    where: file.where,
    rows: counted ? await countRows(papa, file, dialect, layout.header, options.signal) : null,
    ...(counted ? {} : { about: Math.round(file.size / mean) }),
    columns: layout.columns.map(({ name, kind, type, vector }) => ({
      name,
      kind,
      type,
      ...(vector ? { vector } : {}),
    })),
    notes: layout.notes,
    batches: (request) => readCsv(papa, file, dialect, layout, request),
  };
}

/** Texts with commas in a file that is named as divided by tabs, and has none: one column of them. */
function isOneColumn(papa: typeof Papa, name: string, text: string, dialect: Dialect): boolean {
  if (!/\.(tsv|tab)$/i.test(name) || text.includes("\t") || dialect.delimiter !== ",") return false;
  const all = cells(papa, text, dialect, true).flat();
  return 2 * all.filter((cell) => /^\s*[+-]?\d/.test(cell)).length < all.length;
}

/** Characters a record, its delimiters and end among them. */
function meanLength(records: string[][], header: boolean): number {
  const body = header && records.length > 1 ? records.slice(1) : records;
  const total = body.reduce((sum, record) => sum + record.reduce((length, cell) => length + cell.length + 1, 0), 0);
  return total / body.length;
}

function noTable(file: ByteFile, what: Said): SourceError {
  return new SourceError({
    what: said("The file {name} is no table of text: it {what}.", { name: file.name, what }),
    where: file.where,
    remedy: said("Check that it is the file you meant."),
  });
}
