// Writes the matrix as Parquet by DuckDB's npm build (@duckdb/node-api), from its text. Run with Node from the
// project's folder.
import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";

const folder = "tests/samples";
const connection = await (await DuckDBInstance.create()).connect();
const dims = Array.from({ length: 96 }, (_, j) => `d${j}`);
const m = `[${dims}]`;
const i1 = readFileSync(`${folder}/matrix-i1.npy`).subarray(128);
const f4 = readFileSync(`${folder}/matrix.npy`).subarray(128);
const rows = Array.from({ length: 500 }, (_, i) => i);
const bytes = (all, width) =>
  rows.map((i) => `(${i}, unhex('${all.subarray(i * width, (i + 1) * width).toString("hex")}'))`);
const small = rows.map((i) => `(${i}, [${new Int8Array(i1.buffer, i1.byteOffset + i * 96, 96)}])`);
for (const sql of [
  "SET threads = 1",
  `CREATE TABLE given AS SELECT * FROM read_csv('${folder}/columns.csv', header = true)`,
  `CREATE TABLE small AS SELECT title, text, category, score, v FROM given
     JOIN (VALUES ${small}) s(i, v) ON score = i / 8 ORDER BY i`,
  `CREATE TABLE blobs AS SELECT title, text, category, score, b FROM given
     JOIN (VALUES ${bytes(f4, 384)}) s(i, b) ON score = i / 8 ORDER BY i`,
]) {
  await connection.run(sql);
}

const titles = "title, text, category, score";
async function write(name, query, options) {
  await connection.run(`COPY (${query}) TO '${folder}/${name}.parquet' (FORMAT parquet, ${options})`);
}
await write("duckdb-list-f4-brotli", `SELECT ${titles}, ${m}::FLOAT[] AS embedding FROM given`, "COMPRESSION brotli");
await write("duckdb-list-f8-zstd", `SELECT ${titles}, ${m}::DOUBLE[] AS embedding FROM given`, "COMPRESSION zstd");
await write("duckdb-array-f4-gzip", `SELECT ${m}::FLOAT[96] AS embedding, ${titles} FROM given`, "COMPRESSION gzip");
await write("duckdb-columns-snappy", "SELECT * FROM given", "COMPRESSION snappy");
await write("duckdb-list-i1-lz4", `SELECT ${titles}, v::TINYINT[] AS v FROM small`, "COMPRESSION lz4_raw");
await write(
  "duckdb-list-i8-delta-i1",
  `SELECT ${titles}, v::BIGINT[] AS v FROM small`,
  "COMPRESSION zstd, PARQUET_VERSION V2",
);
await write(
  "duckdb-list-f8-split-v2",
  `SELECT ${titles}, (${m}::DOUBLE[]) AS vector FROM given`,
  "COMPRESSION zstd, PARQUET_VERSION V2, DICTIONARY_SIZE_LIMIT 1",
);
await write(
  "duckdb-blob-f4",
  `SELECT ${titles}, b AS vector FROM blobs`,
  "COMPRESSION uncompressed, DICTIONARY_SIZE_LIMIT 1",
);
await write(
  "duckdb-struct-decimal",
  `SELECT {title: title, category: category} AS metadata, {embedding: ${m}::DECIMAL(9, 6)[], text: text} AS data, score::DECIMAL(9, 3) AS score FROM given`,
  "COMPRESSION zstd",
);
