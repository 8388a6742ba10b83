import type { Batch, ValueType, VectorValues } from "../table";
import { ColumnStore } from "./column-store";
import { Reservoir } from "./sample";

/** What is kept of the rows that are read: their vectors, and their values in the other columns. */
export interface Taker {
  take(batch: Batch, rows: readonly number[]): void;
  /** All of it, rows in the order of the file. */
  end(): { store: ColumnStore; columns: Record<string, unknown[]> };
}

/** Keeps every row it is given. */
export class AllRows implements Taker {
  readonly #store: ColumnStore;
  readonly #columns: Record<string, unknown[]>;

  constructor(store: ColumnStore, names: readonly string[]) {
    this.#store = store;
    this.#columns = Object.fromEntries(names.map((name) => [name, []]));
  }

  take(batch: Batch, rows: readonly number[]): void {
    this.#store.append(batch.vectors as VectorValues, rows);
    for (const [name, kept] of Object.entries(this.#columns))
      for (const row of rows) kept.push(batch.columns[name][row]);
  }

  end() {
    return { store: this.#store, columns: this.#columns };
  }
}

const CHUNK_ROWS = 4096;

/** Keeps a random sample of rows whose number nobody knows before the last has come. */
export class DrawnRows implements Taker {
  readonly #store: ColumnStore;
  readonly #reservoir: Reservoir;
  readonly #dims: number;
  readonly #vectors: VectorValues[] = [];
  readonly #values: unknown[][] = [];
  readonly #numbers: number[] = [];
  readonly #names: readonly string[];

  constructor(store: ColumnStore, dims: number, names: readonly string[], size: number, seed: number) {
    this.#store = store;
    this.#dims = dims;
    this.#names = names;
    this.#reservoir = new Reservoir(size, seed);
  }

  take(batch: Batch, rows: readonly number[]): void {
    const dims = this.#dims;
    for (const row of rows) {
      const place = this.#reservoir.next();
      if (place === null) continue;
      this.#vectors[place] = (batch.vectors as VectorValues).slice(row * dims, (row + 1) * dims);
      this.#values[place] = this.#names.map((name) => batch.columns[name][row]);
      this.#numbers[place] = batch.rows[row];
    }
  }

  end() {
    const order = Array.from(this.#numbers.keys()).sort((a, b) => this.#numbers[a] - this.#numbers[b]);
    for (let from = 0; from < order.length; from += CHUNK_ROWS) {
      const places = order.slice(from, from + CHUNK_ROWS);
      const Values = this.#vectors[0].constructor as new (length: number) => VectorValues;
      const chunk = new Values(places.length * this.#dims);
      for (const [i, place] of places.entries()) chunk.set(this.#vectors[place], i * this.#dims);
      this.#store.append(
        chunk,
        places.map((_, i) => i),
      );
    }
    const columns = this.#names.map((name, n) => [name, order.map((place) => this.#values[place][n])]);
    return { store: this.#store, columns: Object.fromEntries(columns) as Record<string, unknown[]> };
  }
}

/** @param drawn how many rows of an unknown number are drawn; null for every row that comes */
export function takerOf(
  vector: { dims: number; values: ValueType },
  wanted: ValueType,
  names: readonly string[],
  drawn: { rows: number; seed: number } | null,
): Taker {
  const store = new ColumnStore(vector.dims, vector.values, wanted);
  return drawn ? new DrawnRows(store, vector.dims, names, drawn.rows, drawn.seed) : new AllRows(store, names);
}
