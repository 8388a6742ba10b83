import type { Format } from "../table";

const MARK = [0x50, 0x41, 0x52];

/** Parquet, as Hugging Face, DuckDB, pandas, Spark and Polars write it. */
export const parquet: Format = {
  id: "parquet",
  label: "Parquet",
  suffixes: [".parquet", ".pq"],
  // PAR1, or PARE where the footer is encrypted, which is told when it is opened.
  sniff: (head) =>
    MARK.every((byte, i) => head[i] === byte) && (head[3] === 0x31 || head[3] === 0x45) ? "sure" : null,
  async open(file) {
    const { parquetTable } = await import("./parquet/parquet-table");
    return [await parquetTable(file)];
  },
};
