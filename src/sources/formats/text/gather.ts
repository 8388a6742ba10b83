import type { Said, Words } from "../../../i18n/said";
import type { Batch, ReadRequest, SkippedRow } from "../../table";

const BATCH_VALUES = 262_144;

/** Gathers rows, one after another, into batches. */
export class Gather {
  readonly #request: ReadRequest;
  readonly #dims: number;
  readonly #capacity: number;
  #rows: number[] = [];
  #vectors: Float32Array;
  #columns: Record<string, unknown[]>;
  #skipped: SkippedRow[] = [];
  #next = 0;

  constructor(request: ReadRequest, dims: number) {
    this.#request = request;
    this.#dims = request.vector === null ? 0 : dims;
    this.#capacity = this.#dims === 0 ? 4096 : Math.max(1000, Math.floor(BATCH_VALUES / this.#dims));
    this.#vectors = new Float32Array(0);
    this.#columns = this.#emptyColumns();
  }

  /** Whether a row is wanted; asked once of each row, rising. */
  wants(row: number): boolean {
    const { rows } = this.#request;
    if (rows === null) return true;
    while (this.#next < rows.length && rows[this.#next] < row) this.#next++;
    return this.#next < rows.length && rows[this.#next] === row;
  }

  /** Whether no row behind this one is wanted. */
  get finished(): boolean {
    const { rows } = this.#request;
    return rows !== null && (rows.length === 0 || this.#next >= rows.length);
  }

  /** Where the vector of the row that is added next goes. */
  slot(): Float32Array {
    const dims = this.#dims;
    const at = this.#rows.length * dims;
    if (this.#vectors.length < at + dims) {
      // Grown by doubling: a small file takes no whole batch.
      const wider = new Float32Array(Math.min(this.#capacity * dims, Math.max(64 * dims, 2 * this.#vectors.length)));
      wider.set(this.#vectors);
      this.#vectors = wider;
    }
    return this.#vectors.subarray(at, at + dims);
  }

  /** Takes a row whose vector lies in its slot; `value` is asked for each further column. */
  add(row: number, value: (name: string) => unknown): void {
    this.#rows.push(row);
    for (const name of this.#request.columns) this.#columns[name].push(value(name) ?? null);
  }

  skip(row: number, place: Words, why: Said): void {
    this.#skipped.push({ row, place, why });
  }

  get full(): boolean {
    return this.#rows.length >= this.#capacity || this.#skipped.length >= 4096;
  }

  get empty(): boolean {
    return this.#rows.length === 0 && this.#skipped.length === 0;
  }

  /** What has been gathered, and an empty gather. */
  take(share: number): Batch {
    const count = this.#rows.length;
    const batch: Batch = {
      rows: Float64Array.from(this.#rows),
      vectors: this.#request.vector === null ? null : this.#vectors.subarray(0, count * this.#dims),
      columns: this.#columns,
      skipped: this.#skipped,
      share,
    };
    this.#rows = [];
    this.#vectors = new Float32Array(0);
    this.#columns = this.#emptyColumns();
    this.#skipped = [];
    return batch;
  }

  #emptyColumns(): Record<string, unknown[]> {
    return Object.fromEntries(this.#request.columns.map((name) => [name, []]));
  }
}
