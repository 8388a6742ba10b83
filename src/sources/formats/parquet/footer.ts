import type { FileMetaData, SchemaTree } from "hyparquet";
import { parquetMetadataAsync, parquetSchema } from "hyparquet/src/metadata.js";
import { type Said, said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { SourceError } from "../../problem";
import { broken, count, wordsOf } from "../columnar/trouble";

const MARK = 0x31524150; // PAR1
const ENCRYPTED = 0x45524150; // PARE

/**
 * Reads what the end of a Parquet file tells of it, and holds it against the file's size: all that follows believes it.
 *
 * @throws SourceError when it ends early, is encrypted, or its footer contradicts itself or the file
 */
export async function readFooter(file: ByteFile): Promise<{ footer: FileMetaData; root: SchemaTree }> {
  if (file.size < 12)
    throw broken(file, "Parquet", said("it has {size} bytes, which is no whole file", { size: file.size }));
  const ending = await file.slice(file.size - 8, file.size);
  const view = new DataView(ending.buffer, ending.byteOffset, 8);
  const mark = view.getUint32(4, true);
  if (mark === ENCRYPTED) {
    throw new SourceError({
      what: said("The Parquet file {name} is encrypted.", { name: file.name }),
      where: file.where,
      remedy: said("Write it without encryption."),
    });
  }
  if (mark !== MARK) {
    throw broken(
      file,
      "Parquet",
      said("it begins as Parquet and does not end so; it was not written or copied to its end"),
    );
  }
  const length = view.getUint32(0, true);
  if (length > file.size - 12) {
    throw broken(
      file,
      "Parquet",
      said("its last bytes tell of a footer of {length} bytes, and the file has {size}", {
        length: count(length),
        size: count(file.size),
      }),
      said("byte {size}", { size: count(file.size - 8) }),
    );
  }
  let footer: FileMetaData;
  let root: SchemaTree;
  try {
    footer = await parquetMetadataAsync(
      {
        byteLength: file.size,
        slice: async (from, to = file.size) => {
          const bytes = await file.slice(from, to);
          return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
        },
      },
      { initialFetchSize: length + 8, geoparquet: false },
    );
    root = parquetSchema(footer);
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw broken(
      file,
      "Parquet",
      said("its footer cannot be read: {words}", { words: wordsOf(error) }),
      said("bytes {from} to {to}", { from: count(file.size - 8 - length), to: count(file.size) }),
    );
  }
  check(file, footer);
  return { footer, root };
}

function check(file: ByteFile, footer: FileMetaData): void {
  const lie = (what: Said) => broken(file, "Parquet", said("its footer {what}", { what }));
  const columns = footer.schema.filter(({ type }) => type).length;
  let rows = 0;
  for (const [g, group] of footer.row_groups.entries()) {
    const groupRows = Number(group.num_rows);
    if (!(groupRows >= 0))
      throw lie(said("gives row group {group} {rows} rows", { group: g + 1, rows: count(groupRows) }));
    rows += groupRows;
    if (group.columns.length !== columns) {
      throw lie(
        said("lists {columns} columns, and {found} in row group {group}", {
          columns: count(columns),
          found: count(group.columns.length),
          group: g + 1,
        }),
      );
    }
    for (const { meta_data: chunk } of group.columns) {
      if (!chunk) continue;
      const { from, to } = chunkRange(chunk);
      const name = chunk.path_in_schema.join(".");
      if (!(from >= 4 && to >= from && to <= file.size)) {
        throw lie(
          said("puts the column {name} of row group {group} at the bytes {from} to {to}, and the file has {size}", {
            name,
            group: g + 1,
            from: count(from),
            to: count(to),
            size: count(file.size),
          }),
        );
      }
      if (!(chunk.num_values >= 0n))
        throw lie(
          said("gives the column {name} of row group {group} {values} values", {
            name,
            group: g + 1,
            values: count(chunk.num_values),
          }),
        );
    }
  }
  if (rows !== Number(footer.num_rows) || !Number.isSafeInteger(rows)) {
    throw lie(
      said("tells of {rows} rows, and its row groups of {sum} together", {
        rows: count(footer.num_rows),
        sum: count(rows),
      }),
    );
  }
}

/** Where the pages of a column chunk lie. Some writers leave the dictionary's place out, or write 0. */
export function chunkRange(chunk: {
  dictionary_page_offset?: bigint;
  data_page_offset: bigint;
  total_compressed_size: bigint;
}): { from: number; to: number } {
  const data = Number(chunk.data_page_offset);
  const dictionary = Number(chunk.dictionary_page_offset ?? 0);
  const from = dictionary > 0 && dictionary < data ? dictionary : data;
  return { from, to: from + Number(chunk.total_compressed_size) };
}
