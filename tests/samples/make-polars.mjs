// Writes the matrix as compressed Arrow files (Feather V2) by Polars' npm build, from samples of Parquet that DuckDB wrote.
// Run with Node from the project's folder after `npm install --no-save nodejs-polars@0.26.1`.
import polars from "nodejs-polars";

const folder = "tests/samples";
const write = (from, to, compression) =>
  polars.readParquet(`${folder}/${from}.parquet`).writeIPC(`${folder}/${to}`, { compression });
write("duckdb-list-f8-zstd", "polars-list-f8-lz4.feather", "lz4");
write("duckdb-list-i1-lz4", "polars-list-i1-zstd.feather", "zstd");
write("duckdb-columns-snappy", "polars-columns-f8-lz4.arrow", "lz4");
