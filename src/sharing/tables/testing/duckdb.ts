import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

type Row = Record<string, unknown>;

/** How DuckDB reads each format of a table. */
const READERS = {
  csv: (path: string) => `read_csv('${path}', header=true, quote='"', escape='"', null_padding=false, sample_size=-1)`,
  json: (path: string) => `read_json('${path}', format='array')`,
  parquet: (path: string) => `read_parquet('${path}')`,
};
export type Format = keyof typeof READERS;

/** The rows of a file, as another program reads them. */
export async function asDuckDbReads(format: Format, bytes: Uint8Array): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "matryoscope-"));
  const path = join(folder, `table.${format}`);
  writeFileSync(path, bytes);
  try {
    const connection = await (await DuckDBInstance.create()).connect();
    const read = await connection.runAndReadAll(`SELECT * FROM ${READERS[format](path)}`);
    return read.getRowObjectsJS() as Row[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
