import { blockEnd } from "../column-stream";
import { fromHalf, singleToHalf } from "../half";
import type { SourceBlock } from "../source";
import type { ValueType, VectorValues } from "../table";

const ARRAYS = { f4: Float32Array, f2: Uint16Array, i1: Int8Array } as const;

interface Piece {
  rows: number;
  values: VectorValues;
}

/** What values of one type are held as until all rows are there: int8 has no scale before that, so it waits as it came. */
function heldAs(came: ValueType, wanted: ValueType): ValueType {
  if (came === "i1" || wanted === came) return came;
  if (came === "f2") return "f2";
  return wanted === "f2" ? "f2" : "f4";
}

/**
 * Rows in, blocks of columns out: the rows are turned as they come, by the blocks they will be asked for, and what has
 * been handed out is let go. So there is never much more than one copy of the space.
 */
export class ColumnStore {
  readonly #dims: number;
  readonly #wanted: ValueType;
  readonly #held: ValueType;
  readonly #blocks: { from: number; to: number; pieces: Piece[] }[] = [];
  rows = 0;

  /**
   * @param came what rows come as
   * @param wanted what columns go out as; no finer than they came
   */
  constructor(dims: number, came: ValueType, wanted: ValueType) {
    this.#dims = dims;
    this.#wanted = wanted;
    this.#held = heldAs(came, wanted);
    for (let from = 0; from < dims; ) {
      const to = blockEnd(from, dims);
      this.#blocks.push({ from, to, pieces: [] });
      from = to;
    }
  }

  /** What `blocks` gives: f2 and i1 stay what they were where the file has no more. */
  get type(): ValueType {
    return this.#held === "i1" ? "i1" : this.#wanted === "i1" ? "i1" : this.#held;
  }

  /**
   * @param values rows × dims, row after row
   * @param rows which of them are taken
   */
  append(values: VectorValues, rows: ArrayLike<number>): void {
    const count = rows.length;
    if (count === 0) return;
    const isNarrowed = this.#held === "f2" && values instanceof Float32Array;
    for (const { from, to, pieces } of this.#blocks) {
      const piece = new ARRAYS[this.#held](count * (to - from));
      for (let r = 0; r < count; r++) {
        const row = rows[r] * this.#dims;
        if (isNarrowed) {
          for (let j = from; j < to; j++) piece[(j - from) * count + r] = singleToHalf(values[row + j]);
        } else {
          for (let j = from; j < to; j++) piece[(j - from) * count + r] = values[row + j];
        }
      }
      pieces.push({ rows: count, values: piece });
    }
    this.rows += count;
  }

  /** The columns from the first on, each block once: it is let go as it is handed out. */
  *blocks(): Generator<SourceBlock> {
    for (const { from, to, pieces } of this.#blocks) {
      const values = new ARRAYS[this.#held]((to - from) * this.rows);
      let at = 0;
      for (const piece of pieces.splice(0)) {
        for (let j = 0; j < to - from; j++) {
          values.set(piece.values.subarray(j * piece.rows, (j + 1) * piece.rows), j * this.rows + at);
        }
        at += piece.rows;
      }
      yield this.#wanted === "i1" && this.#held !== "i1" ? quantised(values, this.rows) : { values, scales: null };
    }
  }
}

/** Columns in whole numbers from −127 to 127, each with the scale that brings them back. */
export function quantised(values: VectorValues, rows: number): SourceBlock {
  const columns = values.length / rows;
  const scales = new Float32Array(columns);
  const codes = new Int8Array(values.length);
  const number = values instanceof Uint16Array ? (i: number) => fromHalf(values[i]) : (i: number) => values[i];
  for (let j = 0; j < columns; j++) {
    let largest = 0;
    for (let i = j * rows; i < (j + 1) * rows; i++) largest = Math.max(largest, Math.abs(number(i)));
    scales[j] = largest / 127;
    if (scales[j] === 0) continue;
    for (let i = j * rows; i < (j + 1) * rows; i++) codes[i] = Math.round(number(i) / scales[j]);
  }
  return { values: codes, scales };
}
