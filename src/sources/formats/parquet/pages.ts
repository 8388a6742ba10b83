import type { PageHeader } from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";
import { type Said, said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import type { SourceError } from "../../problem";
import { broken, count, wordsOf } from "../columnar/trouble";

/** Read ahead of what is asked for, so that small pages do not cost a request each; all columns together at most MOST. */
const WINDOW = 1 << 20;
const MOST = 1 << 26;
/** A header is of some tens of bytes, unless it holds the least and greatest of long texts. */
const HEADER = 1024;

/** The pages of one column chunk, one after the other; of their bytes only those that are asked for are read. */
export class Pages {
  readonly #file: ByteFile;
  readonly #column: string;
  readonly #to: number;
  readonly #ahead: number;
  /** Where the next page begins. */
  #at: number;
  #body = { from: 0, to: 0 };
  #window = new Uint8Array(0) as Uint8Array<ArrayBuffer>;
  #windowAt = 0;

  constructor(file: ByteFile, column: string, range: { from: number; to: number }, beside: number) {
    this.#file = file;
    this.#column = column;
    this.#at = range.from;
    this.#to = range.to;
    this.#ahead = Math.min(WINDOW, Math.floor(MOST / beside));
  }

  /** Where the next page begins, or the one whose header was read last. */
  get at(): number {
    return this.#at;
  }

  /** For messages: the column, and the byte at which the page begins. */
  get place(): Said {
    return said("column {column}, page at byte {at}", { column: this.#column, at: count(this.#at) });
  }

  /** The header of the next page; null after the last. */
  async next(): Promise<PageHeader | null> {
    this.#at = this.#body.to || this.#at;
    if (this.#at >= this.#to) return null;
    let header: PageHeader | undefined;
    let length = 0;
    for (let wanted = HEADER; !header; wanted *= 16) {
      const to = Math.min(this.#to, this.#at + wanted);
      const bytes = await this.#read(this.#at, to);
      const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
      try {
        header = parquetHeader(reader);
        length = reader.offset;
      } catch (error) {
        if (to === this.#to || wanted > 1 << 24) {
          throw this.broken(said("the header of a page cannot be read: {words}", { words: wordsOf(error) }));
        }
      }
    }
    const from = this.#at + length;
    const size = header.compressed_page_size;
    if (!header.type || !(size >= 0) || !(header.uncompressed_page_size >= 0) || from + size > this.#to) {
      throw this.broken(
        said("a page says that it has {size} bytes, and {left} are left in its column", {
          size: count(size),
          left: count(this.#to - from),
        }),
      );
    }
    this.#body = { from, to: from + size };
    return header;
  }

  /** The bytes of the page whose header was read last. */
  async body(): Promise<Uint8Array<ArrayBuffer>> {
    const { from, to } = this.#body;
    return this.#read(from, to);
  }

  /** Goes to the page that begins at a byte. */
  jump(at: number): void {
    this.#at = at;
    this.#body = { from: at, to: at };
  }

  broken(what: Said): SourceError {
    return broken(this.#file, "Parquet", what, this.place);
  }

  async #read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    const end = this.#windowAt + this.#window.length;
    if (from < this.#windowAt || to > end) {
      if (to - from > this.#ahead) {
        this.#window = new Uint8Array(0);
        return this.#whole(from, to);
      }
      this.#window = await this.#whole(from, Math.min(this.#to, Math.max(to, from + this.#ahead)));
      this.#windowAt = from;
    }
    return this.#window.subarray(from - this.#windowAt, to - this.#windowAt);
  }

  async #whole(from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.#file.slice(from, to);
    if (bytes.length < to - from)
      throw this.broken(said("the file ends within it, at byte {at}", { at: count(from + bytes.length) }));
    return bytes;
  }
}
