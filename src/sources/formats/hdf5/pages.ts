import { said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { SourceError } from "../../problem";

const PAGE = 2 ** 18;
// What is kept to be read again, and what one read may ask for.
const [KEPT, MOST] = [2 ** 26, 2 ** 29].map((bytes) => bytes / PAGE);

/**
 * A file for those who read without waiting: what is there is given at once, and what is not is noted, fetched by
 * `attempt`, and asked for again.
 */
export class Pages {
  readonly #file: ByteFile;
  /** In the order of their use. */
  readonly #pages = new Map<number, Uint8Array>();
  readonly #missing = new Set<number>();
  #tally = 0;

  constructor(file: ByteFile) {
    this.#file = file;
  }

  /** Fills `into` from a place of the file on; null where some of it has to be fetched first. */
  read(into: Uint8Array, position: number): number | null {
    const end = Math.min(this.#file.size, position + into.length);
    if (end <= position) return 0;
    let whole = true;
    for (let index = Math.floor(position / PAGE); index * PAGE < end; index++) {
      const page = this.#pages.get(index);
      if (!page) {
        this.#missing.add(index);
        whole = false;
        if (this.#missing.size > MOST) break;
      } else if (whole) {
        const from = Math.max(position, index * PAGE);
        into.set(page.subarray(from - index * PAGE, end - index * PAGE), from - position);
        this.#pages.delete(index);
        this.#pages.set(index, page);
      }
    }
    return whole ? end - position : null;
  }

  /**
   * Does what reads the file, again and again until all that it reads is there. Work that failed for want of bytes must
   * leave nothing behind. Ends: every round fetches a page that was not there, and none is dropped before the end.
   *
   * @throws whatever the work throws when nothing was missing; SourceError when it reads too much at once
   */
  async attempt<T>(work: () => T): Promise<T> {
    this.#tally = 0;
    for (;;) {
      this.#missing.clear();
      let failure: unknown;
      let result: T | undefined;
      try {
        result = work();
      } catch (error) {
        failure = error;
      }
      if (this.#missing.size === 0) {
        this.#drop();
        if (failure !== undefined) throw failure;
        return result as T;
      }
      await this.#fetch();
    }
  }

  async #fetch(): Promise<void> {
    const { name, where, size } = this.#file;
    this.#tally += this.#missing.size;
    if (this.#tally > MOST) {
      throw new SourceError({
        what: said("The file {name} has parts of more than {most} bytes that can only be read whole.", {
          name,
          most: MOST * PAGE,
        }),
        where,
        remedy: said("Write it with smaller chunks: h5repack -l CHUNK=1000x96 old.h5 new.h5, say."),
      });
    }
    const wanted = [...this.#missing].sort((a, b) => a - b);
    for (let at = 0; at < wanted.length; ) {
      let next = at + 1;
      while (next < wanted.length && wanted[next] === wanted[next - 1] + 1) next++;
      const from = wanted[at] * PAGE;
      const bytes = await this.#file.slice(from, Math.min(size, (wanted[next - 1] + 1) * PAGE));
      for (let index = at; index < next; index++) {
        const start = wanted[index] * PAGE - from;
        const page = bytes.slice(start, start + PAGE);
        if (page.length < Math.min(PAGE, size - wanted[index] * PAGE)) {
          throw new SourceError({
            what: said("The file {name} became shorter while it was read.", { name }),
            where,
            remedy: said("Open it again."),
          });
        }
        this.#pages.set(wanted[index], page);
      }
      at = next;
    }
  }

  #drop(): void {
    for (const index of this.#pages.keys()) {
      if (this.#pages.size <= KEPT) return;
      this.#pages.delete(index);
    }
  }
}
