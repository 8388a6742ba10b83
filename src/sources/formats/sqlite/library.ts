import type { Database } from "sql.js";
import { said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { reasonOf, SourceError } from "../../problem";

// The library holds a database whole, beside the bytes it is given.
const LARGEST = 2 ** 30;

/**
 * Opens a database for as long as something is done with it, and frees its memory after.
 *
 * @throws SourceError when it is too large to be held, or cannot be read
 */
export async function openDatabase(file: ByteFile): Promise<Database> {
  if (file.size > LARGEST) {
    throw new SourceError({
      what: said("The database {name} has {size} bytes, and SQLite is read whole here: up to {most}.", {
        name: file.name,
        size: file.size.toLocaleString("en"),
        most: LARGEST.toLocaleString("en"),
      }),
      where: file.where,
      remedy: said("Export the table with the vectors, as Parquet or CSV, and open that file."),
    });
  }
  // The build that bears its WebAssembly in itself is found by the page, the worker and Node alike.
  // @ts-expect-error The types are of the package's main entry alone.
  const { default: start } = (await import("sql.js/dist/sql-wasm-inline.js")) as typeof import("sql.js");
  const { Database } = await start();
  const bytes = await file.slice(0, file.size);
  // What a write-ahead log says of a database is in another file; without it, this is a database as any other.
  if (bytes[18] === 2) bytes[18] = 1;
  if (bytes[19] === 2) bytes[19] = 1;
  return new Database(bytes);
}

/** A name as SQL writes it. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** What is said when the library cannot read on. */
export function damaged(file: ByteFile, error: unknown): SourceError {
  if (error instanceof SourceError) return error;
  return new SourceError({
    what: said('The database {name} cannot be read: SQLite says "{error}".', {
      name: file.name,
      error: reasonOf(error),
    }),
    where: file.where,
    remedy: said("Copy it again, or write it anew: sqlite3 old.db .recover | sqlite3 new.db."),
  });
}
