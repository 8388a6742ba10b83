import type { ValueType } from "./table";

/** How a table is to be opened: which of its columns are what, how many of its rows, and how they are kept. */
export interface Plan {
  /** What the space is called. */
  title: string;
  /** Which of the tables that were found. */
  table: number;
  /** The column of vectors. */
  vector: string;
  /** Columns that stand for the points: their titles, their texts, their pictures, and those they are coloured by. */
  titles: string | null;
  texts: string | null;
  images: string | null;
  colors: readonly string[];
  /** How many rows, drawn at random; null for all. */
  rows: number | null;
  /** What the draw begins with: the same seed draws the same rows. */
  seed: number;
  /** Rows one by one, or some groups of rows that lie together (of a remote file, whose every byte costs). */
  draw: "rows" | "groups";
  /** How values are kept in memory: never more finely than the file has them. */
  type: ValueType;
}
