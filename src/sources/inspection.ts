import type { Said, Words } from "../i18n/said";
import type { Plan } from "./plan";
import type { Column, SkippedRow, ValueType } from "./table";
import type { Manifest } from "./types";

/** A column as it is shown before anything is computed. */
export interface ColumnReport extends Column {
  /** Its first values as text, cut short; those of a vector as its first numbers. */
  samples: string[];
}

/** A column of vectors, and what is seen of its lengths in the first rows. */
export interface VectorReport {
  column: string;
  dims: number;
  /** What the file keeps its values as. */
  values: ValueType;
  /** ‖x‖ over the first rows; null where none could be read. */
  norms: { least: number; mean: number; most: number } | null;
}

/** A table as it is shown before anything is computed. */
export interface TableReport {
  format: Words;
  name: string;
  where: string;
  /** null where only reading to the end tells; then `about`. */
  rows: number | null;
  about?: number | undefined;
  columns: ColumnReport[];
  /** Its columns of vectors, the likeliest first; empty for a table that has none. */
  vectors: VectorReport[];
  /** Why the first of them is: a sentence. */
  why: Said;
  /** What was odd and set right. */
  notes: Said[];
  /** How many rows were looked at, and those of them that cannot be read. */
  looked: number;
  skipped: SkippedRow[];
  /** How it would be opened if it were the one; null for a table without vectors. */
  plan: Plan | null;
}

/** One of the parts that a dataset on the hub is published in. */
export interface HubPart {
  config: string;
  split: string;
  files: number;
  bytes: number;
}

/** What was found in what the user gave, before anything is computed. */
export interface Inspection {
  /** A dataset folder says itself how it is opened: there is nothing to choose. */
  folder: Manifest | null;
  tables: TableReport[];
  /** What is proposed; null for a folder. */
  plan: Plan | null;
  /** Of a dataset on the hub: its parts, and which of them this is. */
  hub: { parts: HubPart[]; chosen: number } | null;
}
