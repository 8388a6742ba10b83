import { type Said, said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import type { Batch, ReadRequest, VectorValues } from "../../table";
import { rowsPerBatch } from "../arrays/array-table";
import type { Cells } from "./cells";
import { damaged, openDatabase, quoted } from "./library";

/** Reads a table from its first row to its last; those that are not wanted are stepped over. */
export async function* readRows(
  file: ByteFile,
  name: string,
  rows: number | null,
  cells: Cells[],
  request: ReadRequest,
): AsyncGenerator<Batch> {
  const asked = cells.filter(({ column }) => column.name === request.vector || request.columns.includes(column.name));
  const at = asked.findIndex(({ column }) => column.name === request.vector);
  const { vector } = asked[at]?.column ?? {};
  const size = rowsPerBatch(4 * (vector?.dims ?? 1));
  const base = await openDatabase(file);
  try {
    const names = asked.map(({ column }) => quoted(column.name)).join(", ") || "1";
    const statement = base.prepare(`SELECT ${names} FROM ${quoted(name)}`);
    const { rows: wanted } = request;
    const last = wanted ? (wanted.at(-1) ?? -1) : Number.POSITIVE_INFINITY;
    const total = Math.max(1, rows ?? last + 1);
    let [row, next, more] = [0, 0, true];
    while (more) {
      request.signal?.throwIfAborted();
      const batch: Batch = { rows: new Float64Array(), vectors: null, columns: {}, skipped: [], share: 0 };
      for (const one of request.columns) batch.columns[one] = [];
      const places: number[] = [];
      const found: ArrayLike<number>[] = [];
      for (let steps = 0; steps < size && row <= last; steps++) {
        more = statement.step();
        if (!more) break;
        const index = row++;
        if (wanted && wanted[next] !== index) continue;
        next++;
        const values = statement.get();
        const numbers = vector ? asked[at].numbers?.(values[at]) : null;
        if (vector && numbers?.length !== vector.dims) {
          batch.skipped.push({ row: index, why: why(values[at], numbers?.length, vector.dims) });
          continue;
        }
        if (numbers) found.push(numbers);
        places.push(index);
        for (const [i, { column }] of asked.entries()) {
          if (request.columns.includes(column.name)) batch.columns[column.name].push(values[i]);
        }
      }
      more &&= row <= last;
      batch.rows = Float64Array.from(places);
      batch.share = more && Number.isFinite(total) ? Math.min(1, row / total) : more ? 0 : 1;
      if (vector) {
        const block: VectorValues = new (vector.values === "i1" ? Int8Array : Float32Array)(found.length * vector.dims);
        for (const [i, numbers] of found.entries()) block.set(numbers, i * vector.dims);
        batch.vectors = block;
      }
      yield batch;
    }
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw damaged(file, error);
  } finally {
    base.close();
  }
}

function why(value: unknown, length: number | undefined, dims: number): Said {
  if (value === null) return said("has no vector");
  if (length === undefined) return said("holds no vector of {dims} numbers", { dims });
  return said("has {count} numbers where the others have {dims}", { count: length, dims });
}
