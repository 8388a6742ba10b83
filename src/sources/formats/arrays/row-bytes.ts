import { said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { SourceError } from "../../problem";

export type Bytes = Uint8Array<ArrayBuffer>;

/** Gives the bytes of rows, one row after the other; asked for rising rows, from call to call too. */
export type RowBytes = (rows: Float64Array) => Promise<Bytes>;

// Rows that lie nearer to each other than this are read with what is between them.
const GAP = 16_384;

/** Where rows of equal size lie in a file. */
export interface RowPlace {
  /** Of the first row, in bytes. */
  offset: number;
  /** Bytes from a row to the next. */
  stride: number;
}

/** Exactly the bytes from … to. @throws SourceError when the file ends before */
export async function sliceExactly(file: ByteFile, from: number, to: number): Promise<Bytes> {
  const bytes = await file.slice(from, to);
  if (bytes.length === to - from) return bytes;
  throw new SourceError({
    what: said("The file ends early: at byte {at}, where more was to come.", {
      at: (from + bytes.length).toLocaleString("en"),
    }),
    where: file.where,
    remedy: said("It may have changed while it was read; copy it again."),
  });
}

/** Rows that lie one after the other in a file. */
export function slicedRows(file: ByteFile, { offset, stride }: RowPlace): RowBytes {
  return async (rows) => {
    const at = (row: number) => offset + row * stride;
    if (rows.length && rows[rows.length - 1] - rows[0] === rows.length - 1) {
      return sliceExactly(file, at(rows[0]), at(rows[0] + rows.length));
    }
    const bytes = new Uint8Array(rows.length * stride);
    for (let first = 0; first < rows.length; ) {
      let last = first;
      while (last + 1 < rows.length && (rows[last + 1] - rows[last] - 1) * stride <= GAP) last++;
      const piece = await sliceExactly(file, at(rows[first]), at(rows[last] + 1));
      for (let i = first; i <= last; i++) {
        const from = (rows[i] - rows[first]) * stride;
        bytes.set(piece.subarray(from, from + stride), i * stride);
      }
      first = last + 1;
    }
    return bytes;
  };
}

/** An array in Fortran order: all values of the first column, then all of the second. */
export interface ColumnPlace {
  offset: number;
  rows: number;
  dims: number;
  /** Bytes of a value. */
  size: number;
}

/**
 * Rows gathered from an array in Fortran order. Of each column the piece from the first to the last of the rows is read:
 * ask for many that lie together.
 */
export function gatheredRows(file: ByteFile, { offset, rows: all, dims, size }: ColumnPlace): RowBytes {
  return async (rows) => {
    const bytes = new Uint8Array(rows.length * dims * size);
    const from = rows[0];
    const length = (rows[rows.length - 1] + 1 - from) * size;
    const whole = length === all * size;
    // Columns that are read whole lie together; of others, several pieces are asked for at once.
    const step = whole ? Math.max(1, Math.floor(2 ** 20 / length)) : 16;
    for (let column = 0; column < dims; column += step) {
      const to = Math.min(dims, column + step);
      const start = offset + (column * all + from) * size;
      const pieces = whole
        ? [await sliceExactly(file, start, start + (to - column) * length)]
        : await Promise.all(
            Array.from({ length: to - column }, (_, i) => {
              const at = start + i * all * size;
              return sliceExactly(file, at, at + length);
            }),
          );
      for (let j = column; j < to; j++) {
        const piece = whole ? pieces[0].subarray((j - column) * length) : pieces[j - column];
        for (let i = 0; i < rows.length; i++) {
          const at = (rows[i] - from) * size;
          const into = (i * dims + j) * size;
          for (let b = 0; b < size; b++) bytes[into + b] = piece[at + b];
        }
      }
    }
    return bytes;
  };
}
