import type { SkippedRow } from "./table";
import type { Manifest, PointTable } from "./types";

/** The next columns of a space: columns × rows values, column after column. f2 values are the 16 bits of a half. */
export interface SourceBlock {
  values: Float32Array | Uint16Array | Int8Array;
  /** One scale per column, for int8 values that have them. */
  scales: Float32Array | null;
  /** Where the rows are a sample of a whole: what the whole says of these columns. */
  whole?: WholeBlock | undefined;
}

/** Means of some columns over a whole, and their covariance with all columns up to the last of them, row-major. */
export interface WholeBlock {
  means: Float64Array;
  covariance: Float32Array;
}

/** A space that is being read: its columns come in order, its points when they have arrived. */
export interface Source {
  manifest: Manifest;
  /** Bytes of the vectors, all of them. */
  totalBytes: number;
  /** The type of the values that `blocks` gives. */
  type: "f4" | "f2" | "i1";
  /** The columns from the first on; can be asked for again. */
  blocks(onBytes: (bytes: number) => void): AsyncGenerator<SourceBlock>;
  points(): Promise<PointTable | null>;
  /** Rows of the file that were left out, the first of them with reasons, and how many in all. */
  skipped?: { rows: SkippedRow[]; count: number } | undefined;
}
