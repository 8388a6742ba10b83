import type { Bytes, RowBytes, RowPlace } from "./row-bytes";

/** Takes bytes from pieces that come one after the other. */
export class PieceReader {
  private readonly pieces: AsyncGenerator<Bytes>;
  private piece: Bytes = new Uint8Array(0);
  private at = 0;

  constructor(pieces: AsyncGenerator<Bytes>) {
    this.pieces = pieces;
  }

  /** The next bytes, fewer at the end. */
  async take(length: number): Promise<Bytes> {
    const bytes = new Uint8Array(length);
    let filled = 0;
    await this.pass(length, (part) => {
      bytes.set(part, filled);
      filled += part.length;
    });
    return filled < length ? bytes.subarray(0, filled) : bytes;
  }

  /** Lets bytes pass; all of them when no length is given. */
  async pass(length = Number.POSITIVE_INFINITY, see?: (part: Bytes) => void): Promise<void> {
    for (let left = length; left > 0; ) {
      if (this.at === this.piece.length) {
        const next = await this.pieces.next();
        if (next.done) return;
        this.piece = next.value;
        this.at = 0;
      }
      const part = this.piece.subarray(this.at, Math.min(this.piece.length, this.at + left));
      see?.(part);
      this.at += part.length;
      left -= part.length;
    }
  }
}

/**
 * Rows out of pieces that can only be read from the beginning on.
 *
 * @param rows how many there are: after the last of them what is left passes, so that its end can be checked
 */
export function streamedRows(pieces: AsyncGenerator<Bytes>, { offset, stride }: RowPlace, rows: number): RowBytes {
  const reader = new PieceReader(pieces);
  let at = 0;
  const passTo = async (place: number) => {
    await reader.pass(place - at);
    at = place;
  };
  return async (wanted) => {
    const bytes = new Uint8Array(wanted.length * stride);
    for (let first = 0; first < wanted.length; ) {
      let last = first;
      while (last + 1 < wanted.length && wanted[last + 1] === wanted[last] + 1) last++;
      await passTo(offset + wanted[first] * stride);
      const run = await reader.take((last + 1 - first) * stride);
      at += run.length;
      bytes.set(run, first * stride);
      first = last + 1;
    }
    if (wanted[wanted.length - 1] === rows - 1) await reader.pass();
    return bytes;
  };
}
