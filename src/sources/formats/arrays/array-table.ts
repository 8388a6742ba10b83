import type { Said, Words } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import type { Batch, Table, VectorValues } from "../../table";
import type { ArrayColumn } from "./array-column";

// A batch holds about a megabyte or a thousand rows, whichever is more, and no more than this.
const [LEAST, MOST] = [2 ** 20, 2 ** 24];

/** How many rows of so many bytes make a batch. */
export function rowsPerBatch(rowBytes: number): number {
  const [least, most] = [LEAST, MOST].map((bytes) => Math.floor(bytes / Math.max(1, rowBytes)));
  return Math.max(1, least, Math.min(1000, most));
}

/** Cuts the rows that are wanted into batches; `reach` is how many rows of the file one may reach over. */
export function* rowBatches(rows: number, wanted: Float64Array | null, size: number, reach = rows) {
  const count = wanted ? wanted.length : rows;
  for (let from = 0; from < count; ) {
    let to = Math.min(count, from + Math.min(size, reach));
    if (wanted) while (to - from > 1 && wanted[to - 1] - wanted[from] >= reach) to--;
    yield {
      rows: wanted ? wanted.slice(from, to) : Float64Array.from({ length: to - from }, (_, i) => from + i),
      share: to / count,
    };
    from = to;
  }
}

/** What arrays of as many rows each make together. */
export interface ArrayTableFacts {
  format: Words;
  file: ByteFile;
  /** The file's name, or a part of it. */
  name: string;
  columns: ArrayColumn[];
  notes?: Said[];
}

/** A table of arrays that have as many rows each. */
export function arrayTable({ format, file, name, columns, notes = [] }: ArrayTableFacts): Table {
  const rows = columns[0].rows;
  return {
    format,
    name,
    where: file.where,
    rows,
    columns: columns.map(({ column }) => column),
    notes,
    async *batches({ vector, columns: names, rows: wanted, signal }) {
      const asked = columns.filter(({ column }) => column.name === vector || names.includes(column.name));
      const begun = asked.map((array) => ({ name: array.column.name, read: array.start({ whole: wanted === null }) }));
      const rowBytes = asked.reduce((sum, array) => sum + array.rowBytes, 0);
      const reach = Math.min(rows, ...asked.map((array) => array.reach ?? rows));
      // What reaches far is dear to begin anew: such a batch is as large as its reach allows.
      const size = reach < rows || asked.some((array) => array.reach) ? reach : rowsPerBatch(rowBytes);
      for (const part of rowBatches(rows, wanted, size, reach)) {
        signal?.throwIfAborted();
        const batch: Batch = { rows: part.rows, vectors: null, columns: {}, skipped: [], share: part.share };
        for (const { name: found, read } of begun) {
          const values = await read(part.rows);
          if (found === vector) batch.vectors = values as VectorValues;
          if (names.includes(found)) batch.columns[found] = ArrayBuffer.isView(values) ? [] : values;
        }
        yield batch;
      }
    },
  };
}
