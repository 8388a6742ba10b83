import { said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { SourceError } from "../../problem";
import type { H5File } from "./library";

/** A data set whose rows are read. */
interface Rows {
  path: string;
  shape: readonly number[];
  /** Which axis counts the rows. */
  axis: number;
  /** Bytes of a row, as the library gives it. */
  bytes: number;
}

// Rows that lie so near to each other are read together with those between.
const GAP = 2 ** 16;

/** What of the library reads into its own memory. */
interface Heap {
  _malloc(bytes: number): number;
  _free(at: number): void;
  HEAPU8: Uint8Array;
  UTF8ToString(at: number): string;
  reclaim_vlen_memory_count(file: bigint, path: string, attribute: string, at: bigint, counts: bigint[]): void;
  get_dataset_data(file: bigint, path: string, ...range: [bigint[], bigint[], bigint[], bigint]): number;
}

/** Reads rows of a data set: rising, and close enough together to be held. */
export function rowsOf(file: ByteFile, h5: H5File, { path, shape, axis, bytes: rowBytes }: Rows) {
  const heap = h5.library.Module as unknown as Heap;

  /** Row by row of `wanted`, from runs of rows that are read at once. */
  async function gather(
    wanted: Float64Array,
    run: (from: number, to: number, rows: Float64Array, at: number) => Promise<void>,
  ) {
    for (let at = 0; at < wanted.length; ) {
      let next = at + 1;
      while (next < wanted.length && (wanted[next] - wanted[next - 1] - 1) * rowBytes <= GAP) next++;
      const [from, to] = [wanted[at], wanted[next - 1] + 1];
      try {
        await run(from, to, wanted.subarray(at, next), at);
      } catch (error) {
        if (error instanceof SourceError) throw error;
        throw new SourceError({
          what: said("In {name}, the rows {from} to {to} of {path} cannot be read: they are damaged.", {
            name: file.name,
            from: from + 1,
            to,
            path: path.slice(1),
          }),
          where: file.where,
          remedy: said("Copy the file again, or write it anew."),
        });
      }
      at = next;
    }
  }

  /** Has the library put rows into its memory, and takes from there what they are. */
  function readRows<T>(from: number, to: number, take: (at: number, size: number, counts: bigint[]) => T): T {
    const size = (to - from) * rowBytes;
    const place = heap._malloc(size);
    if (place === 0) throw new Error("no memory");
    try {
      heap.HEAPU8.fill(0, place, place + size);
      const counts = shape.map((length, i) => BigInt(i === axis ? to - from : length));
      const offsets = shape.map((_, i) => BigInt(i === axis ? from : 0));
      const steps = shape.map(() => 1n);
      const status = heap.get_dataset_data(h5.root.file_id, path, counts, offsets, steps, BigInt(place));
      if (status < 0) throw new Error("not read");
      return take(place, size, counts);
    } finally {
      heap._free(place);
    }
  }

  const readBytes = (from: number, to: number) =>
    readRows(from, to, (at, size) => heap.HEAPU8.slice(at, at + size) as Uint8Array<ArrayBuffer>);

  // Of a text of any length, a row is the place where it lies, or 0. (The library's own reading of such texts does not
  // look whether they could be read.)
  const readTexts = (from: number, to: number) =>
    readRows(from, to, (at, size, counts) => {
      const places = new Uint32Array(heap.HEAPU8.slice(at, at + size).buffer);
      const texts = Array.from(places, (place) => (place ? heap.UTF8ToString(place) : ""));
      heap.reclaim_vlen_memory_count(h5.root.file_id, path, "", BigInt(at), counts);
      return texts;
    });

  return {
    async bytes(wanted: Float64Array): Promise<Uint8Array<ArrayBuffer>> {
      const values = new Uint8Array(wanted.length * rowBytes);
      await gather(wanted, async (from, to, rows, at) => {
        const read = await h5.attempt(() => readBytes(from, to));
        for (const [i, row] of rows.entries()) {
          const start = (row - from) * rowBytes;
          values.set(read.subarray(start, start + rowBytes), (at + i) * rowBytes);
        }
      });
      return values;
    },
    async texts(wanted: Float64Array): Promise<unknown[]> {
      const values: unknown[] = [];
      await gather(wanted, async (from, to, rows) => {
        const read = await h5.attempt(() => readTexts(from, to));
        for (const row of rows) values.push(read[row - from]);
      });
      return values;
    },
  };
}
