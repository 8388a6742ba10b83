/**
 * Brings the bytes from … to, in pieces and in order, each once.
 *
 * @throws when they cannot all be had
 */
export type ReadRange = (from: number, to: number, take: (bytes: Uint8Array) => void) => Promise<void>;

/** Bytes in a block: what telling the format of a file reads of it. */
export const BLOCK_BYTES = 65_536;
/** Blocks in a request at most: what is asked for beyond goes into requests beside it. */
const RUN_BLOCKS = 64;
/** Blocks that are kept when they have been read. */
const KEPT_BLOCKS = 256;

interface Wanted {
  block: number;
  resolve(bytes: Uint8Array): void;
  reject(error: unknown): void;
}

/**
 * A file that is far away, by blocks. What is asked for in the same moment is put together: neighbouring blocks are one
 * request, a block that is on its way is not asked for again, and the last 16 MB are kept.
 */
export class Blocks {
  readonly #size: number;
  readonly #read: ReadRange;
  /** By block, the longest unused first. */
  readonly #kept = new Map<number, Promise<Uint8Array>>();
  #wanted: Wanted[] = [];

  constructor(size: number, read: ReadRange) {
    this.#size = size;
    this.#read = read;
  }

  /** Takes in the first bytes of the file, which came when it was opened. */
  begin(bytes: Uint8Array): void {
    if (bytes.length >= Math.min(BLOCK_BYTES, this.#size))
      this.#kept.set(0, Promise.resolve(bytes.slice(0, BLOCK_BYTES)));
  }

  async slice(from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    const start = Math.min(Math.max(0, Math.floor(from)), this.#size);
    const end = Math.min(Math.max(start, Math.floor(to)), this.#size);
    const result = new Uint8Array(end - start);
    const first = Math.floor(start / BLOCK_BYTES);
    const count = end > start ? Math.floor((end - 1) / BLOCK_BYTES) - first + 1 : 0;
    await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const offset = (first + index) * BLOCK_BYTES;
        const bytes = await this.#block(first + index);
        const cut = bytes.subarray(Math.max(0, start - offset), Math.max(0, end - offset));
        result.set(cut, Math.max(0, offset - start));
      }),
    );
    return result;
  }

  #block(block: number): Promise<Uint8Array> {
    const kept = this.#kept.get(block);
    const found = kept ?? this.#want(block);
    this.#kept.delete(block);
    this.#kept.set(block, found);
    if (this.#kept.size > KEPT_BLOCKS) this.#kept.delete(this.#kept.keys().next().value as number);
    return found;
  }

  #want(block: number): Promise<Uint8Array> {
    const found = new Promise<Uint8Array>((resolve, reject) => {
      // The others that are asked for in this moment are waited for.
      if (this.#wanted.length === 0) queueMicrotask(() => this.#fetchWanted());
      this.#wanted.push({ block, resolve, reject });
    });
    // What failed is not kept: it is asked for anew by whoever wants it next.
    found.catch(() => {
      if (this.#kept.get(block) === found) this.#kept.delete(block);
    });
    return found;
  }

  #fetchWanted(): void {
    const wanted = this.#wanted.sort((a, b) => a.block - b.block);
    this.#wanted = [];
    for (let from = 0; from < wanted.length; ) {
      let to = from + 1;
      while (to < wanted.length && to - from < RUN_BLOCKS && wanted[to].block === wanted[to - 1].block + 1) to++;
      this.#fetchRun(wanted.slice(from, to));
      from = to;
    }
  }

  async #fetchRun(run: Wanted[]): Promise<void> {
    const start = run[0].block * BLOCK_BYTES;
    const end = Math.min((run.at(-1) as Wanted).block * BLOCK_BYTES + BLOCK_BYTES, this.#size);
    let done = 0;
    let bytes = new Uint8Array(Math.min(BLOCK_BYTES, end - start));
    let filled = 0;
    try {
      await this.#read(start, end, (piece) => {
        for (let at = 0; at < piece.length && done < run.length; ) {
          const part = piece.subarray(at, at + bytes.length - filled);
          bytes.set(part, filled);
          filled += part.length;
          at += part.length;
          if (filled < bytes.length) continue;
          run[done++].resolve(bytes);
          bytes = new Uint8Array(Math.max(0, Math.min(BLOCK_BYTES, end - start - done * BLOCK_BYTES)));
          filled = 0;
        }
      });
      for (const { reject } of run.slice(done)) reject(new Error("fewer bytes came than were promised"));
    } catch (error) {
      for (const { reject } of run.slice(done)) reject(error);
    }
  }
}
