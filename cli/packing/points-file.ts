import { fileWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";

/** A column of `points.parquet`. */
export interface PointColumn {
  name: string;
  kind: "text" | "number";
}

/** Rows and letters that are held before they are written as a row group. */
const MOST_ROWS = 50_000;
const MOST_LETTERS = 16 * 2 ** 20;

/** Writes `points.parquet` group by group, so that texts are never held all at once. */
export class PointsFile {
  readonly #writer: ParquetWriter;
  readonly #columns: readonly PointColumn[];
  #held: (string | number | null)[][];
  #letters = 0;
  /** How many values were bytes, which it does not hold. */
  bytes = 0;

  constructor(path: string, columns: readonly PointColumn[]) {
    this.#columns = columns;
    this.#held = columns.map(() => []);
    const schema = schemaFromColumnData({ columnData: this.#data() });
    this.#writer = new ParquetWriter({ writer: fileWriter(path), schema });
  }

  /** Adds a row: a value a column, as it was read. */
  add(values: readonly unknown[]): void {
    this.#columns.forEach(({ kind }, i) => {
      if (values[i] instanceof Uint8Array) this.bytes++;
      const value = kind === "text" ? asText(values[i]) : asNumber(values[i]);
      if (typeof value === "string") this.#letters += value.length;
      this.#held[i].push(value);
    });
    if (this.#held[0].length >= MOST_ROWS || this.#letters >= MOST_LETTERS) this.#flush();
  }

  close(): void {
    this.#flush();
    this.#writer.finish();
  }

  #data() {
    return this.#columns.map(({ name, kind }, i) => ({
      name,
      data: this.#held[i],
      type: kind === "text" ? ("STRING" as const) : ("DOUBLE" as const),
      nullable: true,
    }));
  }

  #flush(): void {
    const rows = this.#held[0].length;
    if (rows === 0) return;
    this.#writer.write({ columnData: this.#data(), rowGroupSize: rows });
    this.#held = this.#columns.map(() => []);
    this.#letters = 0;
  }
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined || value instanceof Uint8Array) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "object") {
    return JSON.stringify(value, (_, part) => (typeof part === "bigint" ? String(part) : part));
  }
  return String(value);
}

function asNumber(value: unknown): number | null {
  if (value === null || value === undefined) return null;
  const number = Number(value);
  return Number.isNaN(number) ? null : number;
}
