import { type Said, said } from "../../i18n/said";
import type { ByteFile } from "../byte-file";
import { SourceError } from "../problem";
import type { Format } from "../table";
import { type ArrayColumn, arrayColumn, plainShape } from "./arrays/array-column";
import { elementBytes } from "./arrays/element";
import { groupTables } from "./arrays/group-tables";
import { NUMBER_TYPES } from "./arrays/number-type";
import { slicedRows } from "./arrays/row-bytes";
import { LONGEST_HEADER, readHeader, type Tensor } from "./safetensors/header";

const count = (n: number) => n.toLocaleString("en");

/** By the names of the format. What is missing (eight bits of floating point, complex numbers) holds no vectors. */
const TYPES: Readonly<Record<string, string>> = {
  F64: "f8",
  F32: "f4",
  F16: "f2",
  BF16: "bf16",
  I64: "i8",
  I32: "i4",
  I16: "i2",
  I8: "i1",
  U64: "u8",
  U32: "u4",
  U16: "u2",
  U8: "u1",
  BOOL: "b1",
};

/** Tensors as Hugging Face's libraries save them: a matrix is a column of vectors, a list one of numbers. */
export const safetensors: Format = {
  id: "safetensors",
  label: "safetensors",
  suffixes: [".safetensors"],
  sniff(head) {
    if (head.length < 10 || head[8] !== 0x7b) return null;
    const length = Number(new DataView(head.buffer, head.byteOffset, 8).getBigUint64(0, true));
    if (length < 2 || length > LONGEST_HEADER) return null;
    const told = /"(data_offsets|__metadata__)"/.test(new TextDecoder().decode(head.subarray(8)));
    return told ? "sure" : "maybe";
  },
  async open(file) {
    const { tensors, offset } = await readHeader(file);
    const notes: Said[] = [];
    const arrays: ArrayColumn[] = [];
    for (const tensor of tensors) {
      const array = tensorColumn(file, tensor, offset, notes);
      if (array) arrays.push(array);
    }
    return groupTables("safetensors", file, arrays, notes);
  },
};

/** The column of a tensor; null, and a note, where it makes none. */
function tensorColumn(file: ByteFile, tensor: Tensor, offset: number, notes: Said[]): ArrayColumn | null {
  const { name, dtype, shape, begin, end } = tensor;
  if (!Object.hasOwn(TYPES, dtype)) {
    notes.push(
      said("{name} is left out: it holds values of the type {dtype}, which is no type of plain numbers.", {
        name,
        dtype,
      }),
    );
    return null;
  }
  const element = { kind: "number", type: NUMBER_TYPES[TYPES[dtype]], big: false } as const;
  const [rows, dims = 1] = plainShape(shape);
  const needed = shape.reduce((product, length) => product * length, elementBytes(element));
  if (needed !== end - begin) {
    throw new SourceError({
      what: said(
        "In {file}, {name} has the shape ({shape}) of {dtype}, {needed} bytes, and its place in the file is {bytes} bytes long.",
        { file: file.name, name, shape: shape.join(", "), dtype, needed: count(needed), bytes: count(end - begin) },
      ),
      where: file.where,
      remedy: said("Its header is damaged: copy the file again, or save it anew."),
    });
  }
  if (offset + end > file.size) {
    throw new SourceError({
      what: said("The file {file} ends early, in {name}: {size} of {bytes} bytes are there.", {
        file: file.name,
        name,
        size: count(file.size),
        bytes: count(offset + end),
      }),
      where: file.where,
      remedy: said("Copy it again."),
    });
  }
  const place = { offset: offset + begin, stride: dims * elementBytes(element) };
  const column = arrayColumn({ name, shape, type: dtype, element, bytes: () => slicedRows(file, place) });
  if (!column)
    notes.push(
      said("{name} is left out: it has the shape ({shape}), which is no matrix.", { name, shape: shape.join(", ") }),
    );
  return column && rows > 0 && dims > 0 ? column : null;
}
