import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { detectFormat } from "../src/sources/detect";
import { diskByteFile } from "../src/sources/disk-file";
import type { Row } from "./targets";
import { timed } from "./timing";

const [ROWS, DIMS] = [10_000, 3072];
const RUNS = 5;
// Numbers as embeddings have them: their signs and exponents compress, their mantissas do not.
const VALUES = `list_transform(range(${DIMS}), j -> sin(i * 37.7 + j * 12.9898)::DOUBLE)`;

type Connection = Awaited<ReturnType<DuckDBInstance["connect"]>>;

/** A list column of 10,000 × 3,072 doubles: read into DuckDB's vectors, and by our format into batches of singles. */
export async function measureOpening(): Promise<Row[]> {
  const connection = await (await DuckDBInstance.create()).connect();
  const folder = mkdtempSync(join(tmpdir(), "matryoscope-open-"));
  const rows: Row[] = [];
  try {
    for (const codec of ["snappy", "zstd"]) {
      const path = join(folder, `${codec}.parquet`);
      await connection.run(
        `COPY (SELECT ${VALUES} AS embedding FROM range(${ROWS}) t(i)) TO '${path}' (FORMAT parquet, COMPRESSION ${codec})`,
      );
      // The first of each warms up; of the others the least counts, for what else the machine does only adds.
      let [ourSeconds, peerSeconds] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      for (let run = 0; run <= RUNS; run++) {
        const theirs = await timed(() => readByDuckDb(connection, path));
        const mine = await timed(() => readByFormat(path));
        if (run === 0) continue;
        ourSeconds = Math.min(ourSeconds, mine);
        peerSeconds = Math.min(peerSeconds, theirs);
      }
      rows.push({
        what: `open and read ${ROWS.toLocaleString("en")} × ${DIMS.toLocaleString("en")} f8, Parquet, ${codec}`,
        peer: "DuckDB reads the column",
        target: "≤ 2 ×",
        cost: true,
        ourSeconds,
        peerSeconds,
      });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return rows;
}

async function readByDuckDb(connection: Connection, path: string): Promise<void> {
  const result = await connection.stream(`SELECT embedding FROM '${path}'`);
  let rows = 0;
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    chunk.getColumnVector(0);
    rows += chunk.rowCount;
  }
  if (rows !== ROWS) throw new Error(`DuckDB read ${rows} rows`);
}

async function readByFormat(path: string): Promise<void> {
  const file = diskByteFile(path);
  const [table] = await (await detectFormat(file)).open(file, {});
  let rows = 0;
  for await (const batch of table.batches({ vector: "embedding", columns: [], rows: null })) rows += batch.rows.length;
  if (rows !== ROWS) throw new Error(`${rows} rows were read`);
}
