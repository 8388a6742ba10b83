import { readOffsetIndex } from "hyparquet/src/indexes.js";
import { said, type Words } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { broken, count, wordsOf } from "../columnar/trouble";
import { ChunkReader } from "./chunk-reader";
import type { Rows } from "./rows";
import type { Leaf } from "./schema";
import type { RowGroup } from "./types";

/** Some rows of a page: those numbered from … to − 1 in it. */
export interface Span {
  rows: Rows;
  from: number;
  to: number;
}

/** Goes through the rows of one column in one row group, forwards, by leaps where rows are not wanted. */
export class Cursor {
  readonly #file: ByteFile;
  readonly #leaf: Leaf;
  readonly #group: RowGroup;
  readonly #reader: ChunkReader;
  readonly #groupRows: number;
  #pages: { at: number; row: number }[] | null | undefined;
  /** The row that the next page begins with; one that goes on from the page before belongs to that. */
  #nextPage = 0;
  /** Rows that were read and not yet given, in front. */
  #spans: Span[] = [];
  /** Of a list: the last row of a page, which the next page may go on with. */
  #last: Rows | null = null;
  #ended = false;

  /** @param beside how many columns are read at the same time, and share the memory */
  constructor(file: ByteFile, leaf: Leaf, group: RowGroup, numbers: boolean, beside = 1) {
    this.#file = file;
    this.#leaf = leaf;
    this.#group = group;
    this.#groupRows = Number(group.num_rows);
    this.#reader = new ChunkReader(file, leaf, group, numbers, beside);
  }

  /** The next rows, one at least and `most` at most. */
  async take(most: number): Promise<Span> {
    while (!this.#spans.length) await this.#load(0);
    const span = this.#spans[0];
    const to = Math.min(span.to, span.from + most);
    const taken = { rows: span.rows, from: span.from, to };
    span.from = to;
    if (span.from === span.to) this.#spans.shift();
    return taken;
  }

  /** Leaves rows out; pages that hold no others are not read, where their headers or an index tell their rows. */
  async skip(rows: number): Promise<void> {
    let left = rows;
    for (;;) {
      while (this.#spans.length && left > 0) {
        const span = this.#spans[0];
        const passed = Math.min(left, span.to - span.from);
        span.from += passed;
        left -= passed;
        if (span.from === span.to) this.#spans.shift();
      }
      if (left === 0) return;
      left -= await this.#load(left);
    }
  }

  /** Reads the next page, or passes some by that lie within the rows to be skipped; returns how many rows it passed. */
  async #load(skippable: number): Promise<number> {
    if (this.#ended) {
      throw broken(
        this.#file,
        "Parquet",
        said("the column {name} of a row group has {rows} rows, and its footer says {told}", {
          name: this.#leaf.name,
          rows: count(this.#nextPage),
          told: count(this.#groupRows),
        }),
      );
    }
    const leapt = skippable ? await this.#leap(skippable) : 0;
    if (leapt) return leapt;
    const told = await this.#reader.advance();
    if (told === undefined) {
      this.#ended = true;
      if (this.#last) this.#push(this.#last, 0, 1);
      this.#last = null;
      return 0;
    }
    // Only where no row can run over from page to page is a page's count the count of the rows to pass.
    if (told !== null && !this.#leaf.lists && told <= skippable) {
      this.#nextPage += told;
      return told;
    }
    const rows = await this.#reader.read();
    if (!this.#leaf.lists) {
      this.#push(rows, 0, rows.count);
      this.#nextPage += rows.count;
      return 0;
    }
    let from = 0;
    if (rows.continues && this.#last) {
      this.#last = glued(this.#last, rows);
      from = 1;
      if (rows.count === 1) return 0;
    }
    if (this.#last) this.#push(this.#last, 0, 1);
    this.#push(rows, from, rows.count - 1);
    this.#last = rows.count > from ? cut(rows, rows.count - 1) : null;
    this.#nextPage += rows.count - from;
    return 0;
  }

  #push(rows: Rows, from: number, to: number): void {
    if (to > from) this.#spans.push({ rows, from, to });
  }

  /** With an offset index: goes to the last page that begins before what is wanted. */
  async #leap(rows: number): Promise<number> {
    if (this.#pages === undefined) this.#pages = await this.#readIndex();
    if (!this.#pages) return 0;
    const here = this.#nextPage - (this.#last ? 1 : 0);
    const target = here + rows;
    let page = 0;
    while (page + 1 < this.#pages.length && this.#pages[page + 1].row <= target) page++;
    const { at, row } = this.#pages[page];
    if (row <= here || row <= this.#nextPage) return 0;
    if (this.#nextPage === 0) await this.#reader.readDictionary(this.#pages[0].at);
    this.#reader.pages.jump(at);
    this.#last = null;
    this.#nextPage = row;
    return row - here;
  }

  async #readIndex(): Promise<{ at: number; row: number }[] | null> {
    const { offset_index_offset: offset, offset_index_length: length } = this.#group.columns[this.#leaf.index];
    if (!offset || !length) return null;
    const from = Number(offset);
    if (!(length > 0) || from + length > this.#file.size) throw this.#badIndex(said("it lies outside the file"));
    const bytes = await this.#file.slice(from, from + length);
    let pages: { at: number; row: number }[];
    try {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      pages = readOffsetIndex({ view, offset: 0 }).page_locations.map((page) => ({
        at: Number(page.offset),
        row: Number(page.first_row_index),
      }));
    } catch (error) {
      throw this.#badIndex(wordsOf(error));
    }
    const rising = pages.every(({ at, row }, i) =>
      i ? at > pages[i - 1].at && row > pages[i - 1].row : row === 0 && at >= 4,
    );
    if (!rising || pages.some(({ at, row }) => at >= this.#file.size || row >= this.#groupRows)) {
      throw this.#badIndex(said("its pages do not follow each other"));
    }
    return pages;
  }

  #badIndex(why: Words) {
    return broken(
      this.#file,
      "Parquet",
      said("the index of the column {name} cannot be read: {why}", { name: this.#leaf.name, why }),
    );
  }
}

/** One row of a page as rows of their own, so that the page can be let go. */
function cut(rows: Rows, row: number): Rows {
  const [from, to] = [rows.starts?.[row] as number, rows.starts?.[row + 1] as number];
  return {
    count: 1,
    starts: Int32Array.of(0, to - from),
    states: rows.states && Uint8Array.of(rows.states[row]),
    values: (rows.values as Float32Array).slice(from, to),
    continues: false,
  };
}

/** A row and how it goes on in the first row of the next page. */
function glued(last: Rows, rows: Rows): Rows {
  const more = cut(rows, 0);
  const values = Array.isArray(last.values)
    ? last.values.concat(more.values)
    : joined(last.values as Float32Array, more.values as Float32Array);
  const state = Math.max(last.states?.[0] ?? 0, more.states?.[0] ?? 0);
  return { count: 1, starts: Int32Array.of(0, values.length), states: Uint8Array.of(state), values, continues: false };
}

function joined(a: Float32Array, b: Float32Array): Float32Array {
  const out = new (a.constructor as Float32ArrayConstructor)(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}
