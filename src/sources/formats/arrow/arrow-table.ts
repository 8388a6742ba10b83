import { type Batch as Arrays, CompressionType, setCompressionCodec, tableFromIPC } from "@uwdata/flechette";
import { said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { Malformed } from "../../malformed";
import { SourceError } from "../../problem";
import type { Batch, Column, ReadRequest, SkippedRow, Table } from "../../table";
import { askedFor, batchOf, wantedRows } from "../columnar/batch-of";
import { broken, count, wordsOf } from "../columnar/trouble";
import { guarded, zstd } from "../columnar/unpack";
import { type ArrowColumn, columnsOf } from "./columns";
import { unpackLz4Frame } from "./lz4-frame";
import { type ArrowParts, type Part, readParts } from "./messages";
import { cellAt, vectorsOf } from "./vectors";

const LOOKED_BATCHES = 4;

/**
 * The rows and columns of an Arrow file or stream. Of its record batches one at a time is in memory.
 *
 * @throws SourceError when it ends early or contradicts itself
 */
export async function arrowTable(file: ByteFile): Promise<Table> {
  const { schema, parts } = await readParts(file);
  await fetchCodecs(parts);
  const reader = new BatchReader(file, { schema, parts });
  const groups = parts.filter(({ kind }) => kind === "batch");
  const starts = new Float64Array(groups.length);
  for (let i = 1; i < groups.length; i++) starts[i] = starts[i - 1] + groups[i - 1].rows;
  const rows = groups.reduce((sum, { rows: some }) => sum + some, 0);
  const first: Awaited<ReturnType<BatchReader["read"]>>[] = [];
  for (const part of groups.filter(({ rows: some }) => some > 0).slice(0, LOOKED_BATCHES))
    first.push(await reader.read(part));
  const fields = (await reader.read(null)).fields;
  const columns = reader.told(null, () =>
    columnsOf(fields, (path) => first.map(({ at }) => at(path)[path.length - 1])),
  );
  return {
    format: "Arrow",
    name: file.name,
    where: file.where,
    rows,
    groups: starts,
    columns: columns.map(({ how, paths, ...column }): Column => column),
    notes: [],
    batches: (request) => readBatches(reader, groups, rows, columns, request),
  };
}

async function fetchCodecs(parts: Part[]): Promise<void> {
  const encode = (): never => {
    throw new Error("nothing is written here");
  };
  setCompressionCodec(CompressionType.LZ4_FRAME, { encode, decode: guarded(unpackLz4Frame) as never });
  if (parts.some(({ codec }) => codec === "zstd")) {
    setCompressionCodec(CompressionType.ZSTD, { encode, decode: guarded(await zstd()) as never });
  }
}

/** Reads record batches, each with the dictionaries that stand before it. */
class BatchReader {
  readonly #file: ByteFile;
  readonly #parts: ArrowParts;
  #before: { part: Part; bytes: Uint8Array }[] = [];

  constructor(file: ByteFile, parts: ArrowParts) {
    this.#file = file;
    this.#parts = parts;
  }

  /** The columns of a batch, or of none: `at` leads to one, with the structs that it lies in before it. */
  async read(part: Part | null) {
    const { schema, parts } = this.#parts;
    const until = part ? parts.indexOf(part) : 0;
    const dictionaries = parts.slice(0, until).filter(({ kind }) => kind === "dictionary");
    this.#before = await Promise.all(
      dictionaries.map(
        async (one) => this.#before.find((known) => known.part === one) ?? { part: one, bytes: await this.#bytes(one) },
      ),
    );
    const messages = [schema, ...this.#before.map(({ bytes }) => bytes)];
    if (part) messages.push(await this.#bytes(part));
    return this.told(part, () => {
      const table = tableFromIPC(messages, { useBigInt: true, useDate: true });
      const at = ([top, ...path]: number[]): Arrays<unknown>[] => {
        const trail = [table.getChildAt(top).data[0] as Arrays<unknown>];
        for (const child of path) trail.push(trail[trail.length - 1].children[child] as Arrays<unknown>);
        if (trail.some((batch) => batch.length < (part?.rows ?? 0)))
          throw new Malformed(said("a column is shorter than its batch"));
        return trail;
      };
      return { fields: table.schema.fields, at };
    });
  }

  /** Tells what a library throws as what it is: bytes that make no sense. */
  told<T>(part: Part | null, work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof SourceError) throw error;
      throw broken(
        this.#file,
        "Arrow",
        said("it cannot be read: {words}", { words: wordsOf(error) }),
        part ? said("message at byte {at}", { at: count(part.from) }) : said("its columns"),
      );
    }
  }

  async #bytes({ from, to }: Part): Promise<Uint8Array> {
    const bytes = await this.#file.slice(from, to);
    // Buffers lie at multiples of 8, which only a message that does so itself keeps.
    return bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  }
}

async function* readBatches(
  reader: BatchReader,
  groups: Part[],
  rows: number,
  columns: ArrowColumn[],
  request: ReadRequest,
): AsyncGenerator<Batch> {
  const { vector, others, dims, type, size } = askedFor(columns, request);
  const total = request.rows?.length ?? rows;
  const Values = { f4: Float32Array, f2: Uint16Array, i1: Int8Array }[type];
  let [first, next, done] = [0, 0, 0];
  for (const group of groups) {
    const end = first + group.rows;
    let read: Awaited<ReturnType<BatchReader["read"]>> | null = null;
    for (let place = first; place < end; ) {
      const wanted = wantedRows(request.rows, next, place, end, size);
      if (!wanted.length) break;
      request.signal?.throwIfAborted();
      read ??= await reader.read(group);
      const { at } = read;
      done += wanted.length;
      next += request.rows ? wanted.length : 0;
      place = wanted[wanted.length - 1] + 1;
      const [begins, share] = [first, done / total];
      yield reader.told(group, () => {
        const vectors = vector ? new Values(wanted.length * dims) : null;
        const take = vector && vectorsOf(vector, vector.paths.map(at));
        const skipped: SkippedRow[] = [];
        for (const [i, row] of wanted.entries()) {
          const why = vectors && take ? take(row - begins, vectors, i * dims) : null;
          if (why) skipped.push({ row, why });
        }
        const cells = others.map(({ name, how, paths }): [string, unknown[]] => {
          const parts = paths.map(at);
          const cell = (row: number) =>
            how === "series"
              ? parts.map((part) => cellAt(part, row))
              : (cellAt(parts[0], row) ?? (parts[1] ? cellAt(parts[1], row) : null));
          return [name, Array.from(wanted, (row) => cell(row - begins))];
        });
        return batchOf(wanted, vectors, dims, skipped, Object.fromEntries(cells), share);
      });
    }
    first = end;
  }
}
