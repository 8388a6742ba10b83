import { type Batch, type DataType, type Field, Type } from "@uwdata/flechette";
import { said } from "../../../i18n/said";
import type { Column, ValueType } from "../../table";
import { commonLength, holdsFloats, isPicture } from "../columnar/looks";
import { seriesOf } from "../columnar/series";
import { isThere, listAt } from "./vectors";

const LEAST_DIMS = 4;
const LOOKED_ROWS = 100;

/** A column, and where its values lie: the path of children that leads to each of its parts. */
export interface ArrowColumn extends Column {
  how: "cell" | "list" | "floats" | "series" | "picture";
  paths: number[][];
}

/** A type as far as it matters here; flechette's own is a union of some thirty. */
type AnyType = DataType & {
  children?: Field[];
  stride?: number;
  precision?: number;
  bitWidth?: number;
  signed?: boolean;
  dictionary?: DataType;
};

const LISTS: number[] = [Type.List, Type.LargeList, Type.FixedSizeList];
const NUMBERS: number[] = [Type.Int, Type.Float, Type.Decimal];
const TEXTS: number[] = [Type.Utf8, Type.LargeUtf8, Type.Utf8View, Type.Bool, Type.Date, Type.Timestamp];
const BYTES: number[] = [Type.Binary, Type.LargeBinary, Type.BinaryView, Type.FixedSizeBinary];

/** What a number of this type is kept as. */
export function valueTypeOf(type: DataType): ValueType {
  const { typeId, precision, bitWidth, signed } = type as AnyType;
  if (typeId === Type.Float && precision === 0) return "f2";
  return typeId === Type.Int && bitWidth === 8 && signed ? "i1" : "f4";
}

/** @param first the columns of the first rows */
export function columnsOf(fields: Field[], first: (path: number[]) => Batch<unknown>[]): ArrowColumn[] {
  const columns: ArrowColumn[] = [];
  const types = new Map<string, DataType>();
  const walk = (field: Field, path: number[], name: string): void => {
    const type = field.type as AnyType;
    const children = type.children ?? [];
    if (type.typeId !== Type.Struct) {
      const own = columns.some((column) => column.name === name) ? `${name} (${path.join(".")})` : name;
      types.set(own, type);
      columns.push({ name: own, paths: [path], ...look(type, () => first(path)) });
    } else if (children.length === 2 && children[0].name === "bytes" && children[1].name === "path") {
      columns.push({
        name,
        kind: "image",
        type: "image",
        how: "picture",
        paths: [
          [...path, 0],
          [...path, 1],
        ],
      });
    } else for (const [i, child] of children.entries()) walk(child, [...path, i], `${name}.${child.name}`);
  };
  for (const [i, field] of fields.entries()) walk(field, [i], field.name || `column ${i + 1}`);
  return withSeries(columns, types);
}

function look(type: AnyType, first: () => Batch<unknown>[]): Omit<ArrowColumn, "name" | "paths"> {
  const { typeId } = type;
  const child = type.children?.[0]?.type as AnyType | undefined;
  if (LISTS.includes(typeId) && child) {
    const name = `${typeId === Type.FixedSizeList ? `list[${type.stride}]` : "list"}<${nameOf(child)}>`;
    const dims = !NUMBERS.includes(child.typeId) ? 0 : commonLength(lengthsOf(first()));
    if (dims < LEAST_DIMS) return { kind: "other", type: name, how: "cell" };
    return { kind: "vector", type: name, how: "list", vector: { dims, values: valueTypeOf(child) } };
  }
  if (NUMBERS.includes(typeId)) return { kind: "number", type: nameOf(type), how: "cell" };
  const plain = (type.dictionary ?? type) as AnyType;
  if (TEXTS.includes(plain.typeId)) return { kind: "text", type: nameOf(plain), how: "cell" };
  if (BYTES.includes(typeId)) {
    const values = firstOf(first()) as Uint8Array[];
    if (isPicture(values)) return { kind: "image", type: nameOf(type), how: "cell" };
    const dims = commonLength(values) / 4;
    if (dims >= LEAST_DIMS && Number.isInteger(dims) && holdsFloats(values)) {
      return { kind: "vector", type: nameOf(type), how: "floats", vector: { dims, values: "f4" } };
    }
  }
  return { kind: "other", type: nameOf(type), how: "cell" };
}

/** How long lists are: by where they begin and end, so that nothing of the length that a broken file claims is made. */
function lengthsOf(batches: Batch<unknown>[]): { length: number }[] {
  return batches.flatMap((batch) => {
    const rows = Array.from({ length: Math.min(batch.length, LOOKED_ROWS) }, (_, row) => row);
    return rows.filter((row) => isThere([batch], row)).map((row) => ({ length: listAt(batch, row).length }));
  });
}

function firstOf(batches: Batch<unknown>[]): unknown[] {
  const values: unknown[] = [];
  for (const batch of batches) {
    for (let i = 0; i < batch.length && values.length < LOOKED_ROWS; i++) {
      const value = batch.at(i);
      if (value !== null && value !== undefined) values.push(value);
    }
  }
  return values;
}

/** `int8`, `float32`, `utf8`, as Arrow calls them. */
function nameOf({ typeId, precision, bitWidth, signed }: AnyType): string {
  if (typeId === Type.Int) return `${signed ? "int" : "uint"}${bitWidth}`;
  if (typeId === Type.Float) return ["float16", "float32", "float64"][precision ?? 1];
  const found = Object.entries(Type).find(([, id]) => id === typeId);
  return found ? found[0].toLowerCase() : "unknown";
}

function withSeries(columns: ArrowColumn[], types: Map<string, DataType>): ArrowColumn[] {
  const numbers = columns.filter(({ kind }) => kind === "number");
  const byName = new Map(numbers.map((column) => [column.name, column]));
  const series = seriesOf([...byName.keys()]).map((names) => names.map((name) => byName.get(name) as ArrowColumn));
  const isAll = !series.length && numbers.length >= LEAST_DIMS && !columns.some(({ vector }) => vector);
  const hidden = new Set<ArrowColumn>();
  const vectors: ArrowColumn[] = [];
  for (const parts of isAll ? [numbers] : series) {
    const [values, ...others] = parts.map(({ name }) => valueTypeOf(types.get(name) as DataType));
    if (others.some((other) => other !== values)) continue;
    if (!isAll) for (const part of parts) hidden.add(part);
    vectors.push({
      name: `${parts[0].name} … ${parts[parts.length - 1].name}`,
      kind: "vector",
      type: said("{columns} columns", { columns: parts.length }),
      how: "series",
      paths: parts.map(({ paths: [path] }) => path),
      vector: { dims: parts.length, values },
    });
  }
  return [...vectors, ...columns.filter((column) => !hidden.has(column))];
}
