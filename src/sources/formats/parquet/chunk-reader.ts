import type { PageHeader } from "hyparquet";
import { said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { Malformed } from "../../malformed";
import { SourceError } from "../../problem";
import { broken, count, wordsOf } from "../columnar/trouble";
import { readRaw } from "./cells";
import { decompressor } from "./codecs";
import { chunkRange } from "./footer";
import { emptyValues, readNumbers, valueType } from "./numbers";
import { Pages } from "./pages";
import { cutRows, type Levels, type Rows, readLevels } from "./rows";
import type { Leaf } from "./schema";
import type { ColumnChunk, RowGroup } from "./types";

/** Levels of a page beyond what its bytes could plausibly stand for are a lie that would fill the memory. */
const SMALL_COUNT = 1 << 22;
const MOST_LEVELS_A_BYTE = 1024;

/**
 * One column chunk as rows, page by page. With `numbers` its values are typed arrays in the type of `valueType`; without,
 * they are as stored (`cellOf` makes what is shown of them).
 */
export class ChunkReader {
  readonly #file: ByteFile;
  readonly #leaf: Leaf;
  readonly #numbers: boolean;
  readonly #chunk: ColumnChunk;
  readonly #groupRows: number;
  readonly pages: Pages;
  #undo: Awaited<ReturnType<typeof decompressor>> | null = null;
  #dictionary: ArrayLike<unknown> | null = null;
  #header: PageHeader | null = null;
  #values = 0;

  constructor(file: ByteFile, leaf: Leaf, group: RowGroup, numbers: boolean, beside: number) {
    this.#file = file;
    this.#leaf = leaf;
    this.#numbers = numbers;
    const chunk = group.columns[leaf.index]?.meta_data;
    if (!chunk || group.columns[leaf.index].file_path) {
      throw broken(
        file,
        "Parquet",
        said("the column {name} is kept in another file, or encrypted", { name: leaf.name }),
      );
    }
    if (chunk.path_in_schema.join(".") !== leaf.tree[leaf.tree.length - 1].path.join(".")) {
      throw broken(
        file,
        "Parquet",
        said("its footer has the column {found} where {name} belongs", {
          found: chunk.path_in_schema.join("."),
          name: leaf.name,
        }),
      );
    }
    this.#chunk = chunk;
    this.#groupRows = Number(group.num_rows);
    this.pages = new Pages(file, leaf.name, chunkRange(chunk), beside);
  }

  /**
   * Goes to the next page with rows: how many there are if its header tells (of lists only in pages of version 2), null if
   * only reading does, undefined after the last.
   */
  async advance(): Promise<number | null | undefined> {
    for (;;) {
      const header = await this.pages.next();
      this.#header = header;
      if (!header) return undefined;
      if (header.type === "DICTIONARY_PAGE") {
        await this.#readDictionary(header);
      } else if (header.data_page_header) {
        this.#claim(header.data_page_header.num_values, header);
        return this.#leaf.lists ? null : header.data_page_header.num_values;
      } else if (header.data_page_header_v2) {
        this.#claim(header.data_page_header_v2.num_values, header);
        return header.data_page_header_v2.num_rows;
      }
    }
  }

  /** Before a leap: reads the dictionary, which lies before the first page with rows, if there is one. */
  async readDictionary(firstPage: number): Promise<void> {
    if (this.#dictionary || this.pages.at >= firstPage) return;
    const header = await this.pages.next();
    if (header?.type === "DICTIONARY_PAGE") await this.#readDictionary(header);
  }

  /** Reads the page that `advance` went to. */
  async read(): Promise<Rows> {
    const header = this.#header as PageHeader;
    const body = await this.pages.body();
    await this.#codec();
    return this.#told(() => {
      const v2 = header.data_page_header_v2;
      if (v2) return this.#readVersion2(header, body);
      const v1 = header.data_page_header;
      if (!v1) throw new Malformed(said("a {type} has no header of its kind", { type: header.type }));
      const bytes = this.#undo?.(body, header.uncompressed_page_size) as Uint8Array<ArrayBuffer>;
      if (this.#leaf.lists && v1.repetition_level_encoding !== "RLE" && v1.repetition_level_encoding !== undefined) {
        throw new Malformed(
          said("levels encoded as {encoding} are not known here", { encoding: v1.repetition_level_encoding }),
        );
      }
      let at = 0;
      const section = (there: number) => {
        if (!there) return { bytes, from: at, to: at };
        if (at + 4 > bytes.length) throw new Malformed(said("it ends within its levels"));
        const from = at + 4;
        at = from + new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(0, true);
        if (at > bytes.length) throw new Malformed(said("its levels reach beyond it"));
        return { bytes, from, to: at };
      };
      const levels = readLevels(this.#leaf, v1.num_values, section(this.#leaf.lists), section(this.#leaf.defined));
      return this.#cut(levels, v1.num_values, bytes.subarray(at), v1.encoding);
    });
  }

  #readVersion2(header: PageHeader, body: Uint8Array<ArrayBuffer>): Rows {
    const v2 = header.data_page_header_v2 as NonNullable<PageHeader["data_page_header_v2"]>;
    const lists = v2.repetition_levels_byte_length;
    const at = lists + v2.definition_levels_byte_length;
    if (!(lists >= 0 && at >= lists && at <= body.length)) throw new Malformed(said("its levels reach beyond it"));
    const levels = readLevels(
      this.#leaf,
      v2.num_values,
      { bytes: body, from: 0, to: lists },
      { bytes: body, from: lists, to: at },
    );
    const rest = body.subarray(at);
    const bytes = v2.is_compressed === false ? rest : this.#undo?.(rest, header.uncompressed_page_size - at);
    return this.#cut(levels, v2.num_values, bytes as Uint8Array<ArrayBuffer>, v2.encoding);
  }

  #cut(levels: Levels, length: number, bytes: Uint8Array<ArrayBuffer>, encoding: Parameters<typeof readRaw>[1]): Rows {
    const leaf = this.#leaf;
    const values = this.#numbers
      ? readNumbers(bytes, encoding, levels.values, leaf, this.#dictionary as never)
      : readRaw(bytes, encoding, levels.values, leaf, this.#dictionary);
    const hole = (n: number) => (this.#numbers ? emptyValues(valueType(leaf), n) : new Array(n).fill(null));
    return cutRows(leaf, levels, length, values, hole);
  }

  async #readDictionary(header: PageHeader): Promise<void> {
    const body = await this.pages.body();
    await this.#codec();
    const length = header.dictionary_page_header?.num_values ?? 0;
    this.#dictionary = this.#told(() => {
      const bytes = this.#undo?.(body, header.uncompressed_page_size) as Uint8Array<ArrayBuffer>;
      if (length > bytes.length * 8)
        throw new Malformed(said("{length} entries do not fit into {bytes} bytes", { length, bytes: bytes.length }));
      if (this.#numbers) return readNumbers(bytes, "PLAIN", length, this.#leaf, null);
      return readRaw(bytes, "PLAIN", length, this.#leaf, null);
    });
  }

  async #codec(): Promise<void> {
    try {
      this.#undo ??= await decompressor(this.#chunk.codec);
    } catch (error) {
      throw new SourceError({
        what: said("The column {name} of {file} cannot be read: {why}.", {
          name: this.#leaf.name,
          file: this.#file.name,
          why: wordsOf(error),
        }),
        where: this.#file.where,
        remedy: said("Write it with the compression snappy or zstd."),
      });
    }
  }

  #claim(values: number, header: PageHeader): void {
    this.#values += values;
    const most = Math.max(SMALL_COUNT, header.uncompressed_page_size * MOST_LEVELS_A_BYTE);
    const tooMany = this.#leaf.lists ? Number(this.#chunk.num_values) : this.#groupRows;
    if (!(values >= 0) || values > most || this.#values > tooMany) {
      throw this.pages.broken(
        said("a page says that it has {values} values, where {most} are in its column", {
          values: count(values),
          most: count(tooMany),
        }),
      );
    }
  }

  #told<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (error instanceof SourceError) throw error;
      throw this.pages.broken(said("the page cannot be read: {words}", { words: wordsOf(error) }));
    }
  }
}
