import { said } from "../i18n/said";
import { npyHeaderLength, readNpyHeader } from "./npy";
import { SourceError } from "./problem";
import type { Manifest } from "./types";

const BYTES = { f4: 4, f2: 2, i1: 1 } as const;
const DESCR = { f4: "<f4", f2: "<f2", i1: "|i1" } as const;

/** Where blocks of columns end: small at first, so that the first frame needs few bytes, then by 128. */
export function blockEnd(from: number, dims: number): number {
  const end = from < 4 ? 4 : from < 128 ? 2 * from : from + 128;
  return Math.min(end, dims);
}

/** The next columns, as the bytes of the file hold them. */
export interface RawColumns {
  from: number;
  to: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Cuts the body of a Fortran-ordered `vectors.npy` into blocks of whole columns, as its bytes arrive.
 *
 * @param where what the file is called in messages
 * @param onBytes told how many bytes have arrived
 * @throws SourceError when the file is not what the manifest says, or ends early
 */
export async function* columnStream(
  stream: ReadableStream<Uint8Array>,
  manifest: Manifest,
  where: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<RawColumns> {
  const { rows, dims } = manifest;
  const columnBytes = rows * BYTES[manifest.dtype];
  const reader = stream.getReader();
  let head = new Uint8Array(0);
  let offset = 0;
  let from = 0;
  let block: Uint8Array<ArrayBuffer> | null = null;
  let filled = 0;
  let received = 0;
  try {
    while (from < dims) {
      const { value, done } = await reader.read();
      if (done) throw endedEarly(received, offset + dims * columnBytes, where);
      received += value.length;
      onBytes(received);
      let chunk = value;
      if (offset === 0) {
        head = concat(head, chunk);
        const length = npyHeaderLength(head, where);
        if (length === null || head.length < length) continue;
        check(readNpyHeader(head, where), manifest, where);
        offset = length;
        chunk = head.subarray(length);
      }
      while (chunk.length > 0 && from < dims) {
        const to = blockEnd(from, dims);
        block ??= new Uint8Array((to - from) * columnBytes);
        const taken = chunk.subarray(0, block.length - filled);
        block.set(taken, filled);
        filled += taken.length;
        chunk = chunk.subarray(taken.length);
        if (filled === block.length) {
          yield { from, to, bytes: block };
          block = null;
          filled = 0;
          from = to;
        }
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function check(header: ReturnType<typeof readNpyHeader>, manifest: Manifest, where: string): void {
  const { rows, dims, dtype } = manifest;
  const promised = `${rows} × ${dims} ${DESCR[dtype]}`;
  const got = `${header.shape.join(" × ")} ${header.descr}`;
  if (got === promised && header.fortranOrder) return;
  throw new SourceError({
    what: header.fortranOrder
      ? said(
          "The vectors are not what the manifest says: it promises {promised}, column by column, and the file holds {got}, column by column.",
          { promised, got },
        )
      : said(
          "The vectors are not what the manifest says: it promises {promised}, column by column, and the file holds {got}, row by row.",
          { promised, got },
        ),
    where,
    remedy: said("Make the dataset folder again, or open another dataset."),
  });
}

function endedEarly(received: number, expected: number, where: string): SourceError {
  const [got, all] = [received, expected].map((bytes) => bytes.toLocaleString("en"));
  return new SourceError({
    what: said("The vectors ended early: {got} of {all} bytes arrived.", { got, all }),
    where,
    remedy: said("Try again; if it ends at the same place, the file on the server is cut short."),
  });
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
