import type { FileMetaData, SchemaTree } from "hyparquet";
import { said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import type { Column } from "../../table";
import { commonLength, holdsFloats, isPicture } from "../columnar/looks";
import { seriesOf } from "../columnar/series";
import { firstValues } from "./first-rows";
import { valueType } from "./numbers";
import { isBytes, isText, type Leaf, leavesOf, numberOf, typeName } from "./schema";

/** Fewer numbers are no vector. */
const LEAST_DIMS = 4;
/** From as many rows on, lists that are by chance as long on average as a whole number are told from vectors. */
const MANY_ROWS = 1000;

/**
 * A column, and how it is stored: a value a row, a list a row, the bytes of single-precision numbers, one stored column a
 * dimension, or an image as the Hugging Face hub keeps it: its bytes, or else its path.
 */
export interface ParquetColumn extends Column {
  how: "cell" | "list" | "floats" | "series" | "picture";
  leaves: Leaf[];
}

/**
 * What columns a file has. Where only its rows tell, the first of them are read.
 *
 * @throws SourceError when they cannot be
 */
export async function columnsOf(file: ByteFile, footer: FileMetaData, root: SchemaTree): Promise<ParquetColumn[]> {
  const leaves = leavesOf(root);
  const columns: ParquetColumn[] = [];
  const pictures = picturesOf(leaves);
  for (const leaf of leaves) {
    const picture = pictures.find((pair) => pair.includes(leaf));
    if (picture) {
      if (leaf !== picture[0]) continue;
      const name = leaf.name.slice(0, -".bytes".length);
      columns.push({ name, kind: "image", type: "image", how: "picture", leaves: picture });
    } else columns.push(await columnOf(file, footer, leaf));
  }
  return withSeries(unlike(columns));
}

async function columnOf(file: ByteFile, footer: FileMetaData, leaf: Leaf): Promise<ParquetColumn> {
  const column: ParquetColumn = { name: leaf.name, kind: "other", type: typeName(leaf), how: "cell", leaves: [leaf] };
  if (leaf.lists) {
    const dims = numberOf(leaf) ? await listDims(file, footer, leaf) : 0;
    if (dims < LEAST_DIMS) return column;
    return { ...column, kind: "vector", how: "list", vector: { dims, values: valueType(leaf) } };
  }
  if (numberOf(leaf)) return { ...column, kind: "number" };
  if (isBytes(leaf)) {
    const values = (await firstValues(file, footer, leaf)) as Uint8Array[];
    if (isPicture(values)) return { ...column, kind: "image" };
    const dims = commonLength(values) / 4;
    if (dims < LEAST_DIMS || !Number.isInteger(dims) || !holdsFloats(values)) return column;
    return { ...column, kind: "vector", how: "floats", vector: { dims, values: "f4" } };
  }
  return isText(leaf) || isWritten(leaf) ? { ...column, kind: "text" } : column;
}

/** How many numbers its lists have: by the footer where it leaves no doubt, else by the first of them. */
async function listDims(file: ByteFile, footer: FileMetaData, leaf: Leaf): Promise<number> {
  const groups = footer.row_groups.filter(({ num_rows: rows }) => rows > 0n);
  const rows = groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  if (rows >= MANY_ROWS) {
    const lengths = groups.map((group) => {
      return Number(group.columns[leaf.index].meta_data?.num_values ?? 0) / Number(group.num_rows);
    });
    const [first] = lengths;
    if (Number.isInteger(first) && lengths.every((length) => length === first)) return first;
  }
  return commonLength((await firstValues(file, footer, leaf)) as unknown[][]);
}

/** What is written out well: true and false, dates and times. */
function isWritten({ element: { type, converted_type: converted, logical_type: logical } }: Leaf): boolean {
  return (
    type === "BOOLEAN" ||
    type === "INT96" ||
    /^(DATE|TIMESTAMP)/.test(converted ?? "") ||
    /^(DATE|TIMESTAMP)$/.test(logical?.type ?? "")
  );
}

/** Pairs of bytes and path that make a group by themselves. */
function picturesOf(leaves: Leaf[]): [Leaf, Leaf][] {
  const parent = (leaf: Leaf) => leaf.tree[leaf.tree.length - 2];
  return leaves.flatMap((bytes): [Leaf, Leaf][] => {
    if (bytes.lists || bytes.element.type !== "BYTE_ARRAY" || !/.\.bytes$/.test(bytes.name)) return [];
    const siblings = leaves.filter((leaf) => parent(leaf) === parent(bytes));
    const path = siblings.find((leaf) => leaf.name.endsWith(".path"));
    return path && siblings.length === 2 ? [[bytes, path]] : [];
  });
}

/** Gives columns that are called the same, which only broken or very odd files have, names that differ. */
function unlike(columns: ParquetColumn[]): ParquetColumn[] {
  const seen = new Set<string>();
  return columns.map((column) => {
    let name = column.name;
    for (let again = 2; seen.has(name); again++) name = `${column.name} (${again})`;
    seen.add(name);
    return { ...column, name };
  });
}

/** Numbered columns of numbers are one vector; where there is no vector else, so are all columns of numbers together. */
function withSeries(columns: ParquetColumn[]): ParquetColumn[] {
  const numbers = columns.filter(({ kind }) => kind === "number");
  const byName = new Map(numbers.map((column) => [column.name, column]));
  const series = seriesOf([...byName.keys()]).map((names) => names.map((name) => byName.get(name) as ParquetColumn));
  const hidden = new Set(series.flat());
  if (!series.length && numbers.length >= LEAST_DIMS && !columns.some(({ vector }) => vector)) series.push(numbers);
  const vectors = series.flatMap((parts): ParquetColumn[] => {
    const leaves = parts.map(({ leaves: [leaf] }) => leaf);
    const values = valueType(leaves[0]);
    if (leaves.some((leaf) => valueType(leaf) !== values)) return [];
    const name = `${parts[0].name} … ${parts[parts.length - 1].name}`;
    const vector = { dims: leaves.length, values };
    return [
      {
        name,
        kind: "vector",
        type: said("{columns} columns", { columns: leaves.length }),
        how: "series",
        leaves,
        vector,
      },
    ];
  });
  const shown = new Set(vectors.flatMap(({ leaves }) => leaves));
  return [...vectors, ...columns.filter((column) => !(hidden.has(column) && shown.has(column.leaves[0])))];
}
