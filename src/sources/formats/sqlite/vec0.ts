import type { Database } from "sql.js";
import { said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { Malformed } from "../../malformed";
import type { Batch, ReadRequest, Table, VectorValues } from "../../table";
import { damaged, openDatabase, quoted } from "./library";

/** A column of vectors in a virtual table of sqlite-vec. */
interface VectorColumn {
  name: string;
  dims: number;
  bytes: 1 | 4;
  /** In which of the tables beside it its vectors lie. */
  index: number;
}

const COLUMN = /^"?([^\s"]+)"?\s+(float|f32|int8|i8|bit)\s*\[\s*(\d+)\s*\]/i;

/** The columns that a statement `CREATE VIRTUAL TABLE … USING vec0(…)` names. */
function declared(sql: string): { vectors: VectorColumn[]; key: string | null; beside: string[] } {
  const inside = sql.slice(sql.indexOf("(") + 1, sql.lastIndexOf(")"));
  const parts = inside.split(",").map((part) => part.trim());
  const vectors = parts
    .map((part) => COLUMN.exec(part))
    .filter((match) => match !== null)
    .map(([, name, type, dims], index) => ({
      name,
      dims: Number(dims),
      bytes: /int8|i8/i.test(type) ? 1 : 4,
      index,
      type,
    }))
    .filter(({ type }) => !/bit/i.test(type))
    .map(({ type: _, ...column }) => column as VectorColumn);
  const key = parts.map((part) => /^"?([^\s"]+)"?\s+\w+\s+primary\s+key/i.exec(part)?.[1]).find(Boolean) ?? null;
  // A column that is only kept beside the vectors begins with a plus.
  const beside = parts.map((part) => /^\+\s*"?([^\s"]+)/.exec(part)?.[1]).filter((name) => name !== undefined);
  return { vectors, key, beside };
}

/**
 * A virtual table of sqlite-vec, from the tables in which it keeps what it holds: chunks of so many places, of which a
 * bit each tells whether it is used, with the number of its row; and the vectors of a chunk, one after the other.
 */
export function vec0Table(file: ByteFile, base: Database, name: string, sql: string): Table {
  const { vectors, key, beside } = declared(sql);
  if (vectors.length === 0) throw new Malformed(said("no column of vectors is declared"));
  const rows = Number(base.exec(`SELECT count(*) FROM ${quoted(`${name}_rowids`)}`)[0].values[0][0]);
  return {
    format: "SQLite",
    name,
    where: file.where,
    rows,
    columns: [
      ...vectors.map(({ name: column, dims, bytes }) => {
        const values = bytes === 1 ? ("i1" as const) : ("f4" as const);
        return {
          name: column,
          kind: "vector" as const,
          type: `vec0, ${values}`,
          vector: { dims, values },
        };
      }),
      ...[key ?? "rowid", ...beside].map((column) => ({ name: column, kind: "text" as const, type: "" })),
    ],
    notes: [
      said("{name} is a table of sqlite-vec; of its other columns, those for filters and partitions are not read.", {
        name,
      }),
    ],
    batches: (request) => readChunks(file, { name, vectors, key: key ?? "rowid", beside, rows }, request),
  };
}

interface Vec0 {
  name: string;
  vectors: VectorColumn[];
  key: string;
  beside: string[];
  rows: number;
}

async function* readChunks(file: ByteFile, table: Vec0, request: ReadRequest): AsyncGenerator<Batch> {
  const { name, key, beside, rows } = table;
  const vector = table.vectors.find((one) => one.name === request.vector);
  const of = (part: string) => quoted(`${name}_${part}`);
  const base = await openDatabase(file);
  try {
    const held = vector
      ? `v.vectors FROM ${of("chunks")} c JOIN ${of(`vector_chunks${String(vector.index).padStart(2, "0")}`)} v ON v._rowid_ = c.chunk_id`
      : `NULL FROM ${of("chunks")} c`;
    const chunks = base.prepare(`SELECT c.validity, c.rowids, ${held} ORDER BY c.chunk_id`);
    const keys = base.prepare(`SELECT coalesce(id, rowid) FROM ${of("rowids")} WHERE rowid = ?`);
    const extra = beside.length > 0 ? base.prepare(`SELECT * FROM ${of("auxiliary")} WHERE rowid = ?`) : null;
    let [row, next] = [0, 0];
    while (chunks.step()) {
      request.signal?.throwIfAborted();
      const [validity, rowids, bytes] = chunks.get() as [Uint8Array, Uint8Array, Uint8Array | null];
      const ids = new DataView(rowids.buffer, rowids.byteOffset, rowids.length);
      const batch: Batch = { rows: new Float64Array(), vectors: null, columns: {}, skipped: [], share: 0 };
      for (const one of request.columns) batch.columns[one] = [];
      const [places, found]: [number[], Uint8Array[]] = [[], []];
      for (let slot = 0; slot < 8 * validity.length && 8 * slot + 8 <= rowids.length; slot++) {
        if (!(validity[slot >> 3] & (1 << (slot & 7)))) continue;
        const index = row++;
        if (request.rows && request.rows[next] !== index) continue;
        next++;
        if (vector) {
          const size = vector.dims * vector.bytes;
          const part = bytes?.subarray(slot * size, (slot + 1) * size);
          if (part?.length !== size) {
            batch.skipped.push({ row: index, why: said("its vector is not there") });
            continue;
          }
          found.push(part);
        }
        places.push(index);
        const id = String(ids.getBigInt64(8 * slot, true));
        if (request.columns.includes(key)) batch.columns[key].push(keys.get([id])[0] ?? null);
        const values = extra?.get([id]) ?? [];
        for (const [i, one] of beside.entries())
          if (request.columns.includes(one)) batch.columns[one].push(values[i + 1] ?? null);
      }
      batch.rows = Float64Array.from(places);
      batch.share = Math.min(1, row / Math.max(1, rows));
      if (vector) batch.vectors = joined(found, vector);
      yield batch;
    }
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw damaged(file, error);
  } finally {
    base.close();
  }
}

function joined(parts: Uint8Array[], { dims, bytes }: VectorColumn): VectorValues {
  const all = new Uint8Array(parts.length * dims * bytes);
  for (const [i, part] of parts.entries()) all.set(part, i * dims * bytes);
  return bytes === 1 ? new Int8Array(all.buffer) : new Float32Array(all.buffer);
}
