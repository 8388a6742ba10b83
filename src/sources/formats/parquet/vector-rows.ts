import { type Said, said } from "../../../i18n/said";
import type { VectorValues } from "../../table";
import type { ParquetColumn } from "./columns";
import type { Cursor, Span } from "./cursor";
import { HOLED, MISSING } from "./rows";

/**
 * Takes the next `count` rows of the cursors into `out` from `at` on, one row after the other, and tells of those that
 * have no vector, counted from the first it took.
 */
export type VectorRows = (
  cursors: Cursor[],
  count: number,
  out: VectorValues,
  at: number,
  bad: (row: number, why: Said) => void,
) => Promise<void>;

/** What reads the vectors of a column. */
export function vectorRows({ how, vector, leaves }: ParquetColumn): VectorRows {
  const dims = vector?.dims ?? 0;
  if (how === "series") {
    return async (cursors, count, out, at, bad) => {
      // Told once a row, by the first of its columns that has nothing.
      const told = new Set<number>();
      for (const [dim, cursor] of cursors.entries()) {
        for (let done = 0; done < count; ) {
          const span = await cursor.take(count - done);
          const { starts, states, values } = span.rows;
          const length = span.to - span.from;
          for (let i = 0; i < length; i++) {
            const row = span.from + i;
            if (states?.[row] === MISSING) {
              if (!told.has(done + i))
                bad(done + i, said("has nothing in the column {name}", { name: leaves[dim].name }));
              told.add(done + i);
            } else out[at + (done + i) * dims + dim] = values[starts ? starts[row] : row] as number;
          }
          done += length;
        }
      }
    };
  }
  const copy = how === "floats" ? copyFloats : copyList;
  return async ([cursor], count, out, at, bad) => {
    for (let done = 0; done < count; ) {
      const span = await cursor.take(count - done);
      const begun = done;
      copy(span, dims, out, at + done * dims, (row, why) => bad(begun + row, why));
      done += span.to - span.from;
    }
  };
}

type Copy = (span: Span, dims: number, out: VectorValues, at: number, bad: (row: number, why: Said) => void) => void;

const copyList: Copy = ({ rows, from, to }, dims, out, at, bad) => {
  const starts = rows.starts as Int32Array;
  const values = rows.values as VectorValues;
  // Rows that are all there, and all as long, are copied at once.
  let even = rows.states === null;
  for (let row = from; even && row < to; row++) even = starts[row + 1] - starts[row] === dims;
  if (even) {
    out.set(values.subarray(starts[from], starts[to]), at);
    return;
  }
  for (let row = from; row < to; row++) {
    const [start, end] = [starts[row], starts[row + 1]];
    const state = rows.states?.[row];
    if (state === MISSING) bad(row - from, said("has no vector"));
    else if (end - start !== dims)
      bad(row - from, said("has {count} numbers where the others have {dims}", { count: end - start, dims }));
    else if (state === HOLED) bad(row - from, said("has numbers that are missing"));
    else out.set(values.subarray(start, end), at + (row - from) * dims);
  }
};

const copyFloats: Copy = ({ rows, from, to }, dims, out, at, bad) => {
  const { starts, states, values } = rows;
  for (let row = from; row < to; row++) {
    if (states?.[row] === MISSING) {
      bad(row - from, said("has no vector"));
      continue;
    }
    const bytes = values[starts ? starts[row] : row] as Uint8Array;
    if (bytes.length !== dims * 4) {
      bad(
        row - from,
        said("has {count} bytes where the others have {bytes}", { count: bytes.length, bytes: dims * 4 }),
      );
      continue;
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let i = 0; i < dims; i++) out[at + (row - from) * dims + i] = view.getFloat32(i * 4, true);
  }
};
