import { type Said, said, type Words } from "../i18n/said";
import type { ByteFile } from "./byte-file";
import { SourceError } from "./problem";

/** How the values of a vector are kept: half precision as its 16 bits, int8 as it is, all else as single precision. */
export type ValueType = "f4" | "f2" | "i1";
export type VectorValues = Float32Array | Uint16Array | Int8Array;

/** One column of a table, as far as its file tells before it is read. */
export interface Column {
  /** Its name; what is nested has dots: `data.embedding`. A single unnamed array bears the name of its file. */
  name: string;
  /** `vector`: as many numbers a row, the same for all. `image`: the bytes of a picture, or an address of one. */
  kind: "vector" | "number" | "text" | "image" | "other";
  /** What the format calls its type: `list<double>`, `<f4`, `TEXT`; of several that make one, how many. */
  type: Words;
  /** Of a vector: how many numbers a row, and what they are kept as. */
  vector?: { dims: number; values: ValueType };
}

/** What is to be read of a table. */
export interface ReadRequest {
  /** The name of the vector column, or null where only the others are wanted. */
  vector: string | null;
  /** Names of further columns. */
  columns: readonly string[];
  /** The rows that are wanted, rising, counted from 0; null for all. What is not wanted is not read where it can be skipped. */
  rows: Float64Array | null;
  /** Stops the reading at the next batch, by throwing its reason. */
  signal?: AbortSignal | undefined;
}

/** A row that was left out, and why: "has 95 numbers where the others have 96". */
export interface SkippedRow {
  /** Counted from 0, as all rows. */
  row: number;
  /** Where a person finds it, when a row's number does not tell: "line 18". */
  place?: Words | undefined;
  why: Said;
}

/** Some rows of a table, in the order of the file. */
export interface Batch {
  /** The number of each row, rising. (Doubles: a table may have more rows than 32 bits count.) */
  rows: Float64Array;
  /** rows × dims, row after row; null where no vector was asked for. Not checked for NaN and infinity. */
  vectors: VectorValues | null;
  /** Of each further column that was asked for: a value a row. Missing is null; bigints and dates are allowed. */
  columns: Record<string, unknown[]>;
  /** Rows that were wanted and could not be read; they are in none of the above. */
  skipped: SkippedRow[];
  /** What share of the reading is done, 0 … 1. */
  share: number;
}

/** Rows and columns in a file, before they are read. */
export interface Table {
  /** What people call the format: "Parquet". */
  format: Words;
  /** The file's name, or a part of it: `train in glove.hdf5`. */
  name: string;
  /** For messages: the file's path or address. */
  where: string;
  /** How many rows; null where only reading to the end tells. */
  rows: number | null;
  /** Where `rows` is null: about how many, from the size of the first of them. */
  about?: number | undefined;
  /** Where its rows can be read cheaply only by groups that lie together: the first row of each group, rising. */
  groups?: Float64Array | undefined;
  columns: Column[];
  /** What was odd and set right while it was opened, in sentences. */
  notes: Said[];
  /**
   * Reads it; can be asked for again. Batches hold about a megabyte or a thousand rows, whichever is more, so that
   * nothing large is held.
   *
   * @throws SourceError when the file is broken
   */
  batches(request: ReadRequest): AsyncGenerator<Batch>;
}

/** What a format may need to know besides the file. */
export interface OpenOptions {
  /** Dims of a file that does not tell them. */
  dims?: number | undefined;
  /** Another file that this one names, by a relative path or an address; null where there is none. */
  beside?: ((path: string) => Promise<ByteFile | null>) | undefined;
  signal?: AbortSignal | undefined;
}

/** One format: how it is known, and how its tables are found. Each is a file of its own in `formats`. */
export interface Format {
  /** Short and stable: `parquet`. */
  id: string;
  /** What people call it: "Parquet". */
  label: Words;
  /** Endings of names, with the dot. */
  suffixes: readonly string[];
  /**
   * Whether these are its bytes: `sure` by a mark that no other format has, `maybe` where they could be.
   *
   * @param head the first 64 KB, or all of a smaller file
   */
  sniff(head: Uint8Array, file: { name: string; size: number }): "sure" | "maybe" | null;
  /**
   * The tables of a file, the likeliest first; one at least. Its library is fetched here, by `import()`.
   *
   * @throws SourceError that says what is wrong and where
   */
  open(file: ByteFile, options: OpenOptions): Promise<Table[]>;
}

/** The file does not tell how many dims its rows have: someone has to. */
export class DimsNeeded extends SourceError {
  /** Dims that divide its values into whole rows, the likeliest first. */
  readonly suggestions: number[];

  constructor(file: ByteFile, suggestions: number[]) {
    super({
      what: said("The file {name} holds numbers and does not say how many a vector has.", { name: file.name }),
      where: file.where,
      remedy: said("Say how many dimensions it has."),
    });
    this.name = "DimsNeeded";
    this.suggestions = suggestions;
  }
}
