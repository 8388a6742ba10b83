/** What a column holds: text, whole numbers, or numbers in single or double precision. */
export type CellType = "text" | "whole" | "single" | "double";

export interface TableColumn {
  name: string;
  type: CellType;
}

/** The cells of one column in some rows; null, and a number that is none, stand for nothing. */
export type Cells = ArrayLike<string | number | null>;

/** Some rows, column after column. */
export interface Piece {
  rows: number;
  columns: readonly Cells[];
}

/** A table that is to be written: its columns, and its rows in pieces, so that it is never there twice. */
export interface ExportTable {
  /** What it holds, for the name of its file: "scores 512". */
  name: string;
  columns: readonly TableColumn[];
  /** How many rows there will be, at most. */
  rows: number;
  /** @throws AbortError (as a rejection) when it is cancelled */
  pieces(signal: AbortSignal): AsyncIterable<Piece>;
}

/** How far something is, and what stops it. */
export interface Doing {
  signal: AbortSignal;
  /** Told what share is done, 0 … 1. */
  progress(share: number): void;
}

/** Rows in a piece: as many as are written well within the time of a picture. */
export const PIECE_ROWS = 512;

/** Cuts rows into pieces. */
export function* stretches(rows: number, most = PIECE_ROWS): Generator<[from: number, to: number]> {
  for (let from = 0; from < rows; from += most) yield [from, Math.min(rows, from + most)];
}

/**
 * Names without doubles, since a reader knows columns by them: the second of a name says so. CSV, DuckDB and others take
 * names that differ in their case alone for the same.
 */
export function distinct(columns: readonly TableColumn[]): TableColumn[] {
  const taken = new Set<string>();
  return columns.map(({ name, type }) => {
    let free = name;
    for (let i = 2; taken.has(free.toLowerCase()); i++)
      free = i === 2 ? `${name} (column)` : `${name} (column ${i - 1})`;
    taken.add(free.toLowerCase());
    return { name: free, type };
  });
}
