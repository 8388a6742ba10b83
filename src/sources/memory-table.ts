import type { Said, Words } from "../i18n/said";
import type { Batch, Column, ReadRequest, SkippedRow, Table, VectorValues } from "./table";

/** A table that lies in memory. */
export interface InMemory {
  format: Words;
  name: string;
  where?: string;
  rows: number;
  /** Of the rows that have a vector, one after the other: rows × dims. */
  vectors: { name: string; dims: number; values: VectorValues };
  /** Of every row: a value. */
  columns: { name: string; kind: Exclude<Column["kind"], "vector">; values: readonly unknown[] }[];
  /** Rows that have no vector, rising, and why. */
  missing?: readonly SkippedRow[];
  notes?: Said[];
}

const BATCH_BYTES = 1 << 20;

/** What was made here, and lies in memory already, as a table like that of a file. */
export function memoryTable({
  format,
  name,
  where = name,
  rows,
  vectors,
  columns,
  missing = [],
  notes = [],
}: InMemory): Table {
  const { dims, values } = vectors;
  const type = values instanceof Float32Array ? "f4" : values instanceof Int8Array ? "i1" : "f2";
  if (values.length !== (rows - missing.length) * dims) throw new Error("as many vectors as rows that are not missing");
  const size = Math.max(1000, Math.floor(BATCH_BYTES / (dims * values.BYTES_PER_ELEMENT)));
  return {
    format,
    name,
    where,
    rows,
    columns: [
      { name: vectors.name, kind: "vector", type, vector: { dims, values: type } },
      ...columns.map(({ name, kind }) => ({ name, kind, type: kind })),
    ],
    notes,
    async *batches(request: ReadRequest): AsyncGenerator<Batch> {
      const wanted = request.rows?.filter((row) => row < rows) ?? Float64Array.from({ length: rows }, (_, row) => row);
      const read = columns.filter(({ name }) => request.columns.includes(name));
      // Which of the missing rows comes next: a row's vector lies as many places ahead as rows before it have none.
      let gaps = 0;
      for (let from = 0; from < wanted.length; from += size) {
        request.signal?.throwIfAborted();
        const some = wanted.subarray(from, from + size);
        const skipped: SkippedRow[] = [];
        const present: number[] = [];
        const places: number[] = [];
        for (const row of some) {
          while (gaps < missing.length && missing[gaps].row < row) gaps++;
          if (request.vector !== null && missing[gaps]?.row === row) skipped.push(missing[gaps]);
          else {
            present.push(row);
            places.push(row - gaps);
          }
        }
        let block: VectorValues | null = null;
        if (request.vector !== null) {
          block = new (values.constructor as Float32ArrayConstructor)(present.length * dims) as VectorValues;
          for (const [index, place] of places.entries()) {
            block.set(values.subarray(place * dims, (place + 1) * dims), index * dims);
          }
        }
        yield {
          rows: Float64Array.from(present),
          vectors: block,
          columns: Object.fromEntries(read.map(({ name, values }) => [name, present.map((row) => values[row])])),
          skipped,
          share: Math.min(1, (from + some.length) / wanted.length),
        };
      }
    },
  };
}
