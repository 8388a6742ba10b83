import type { ByteFile } from "../byte-file";
import { NPY_MAGIC, npyHeaderLength, readNpyHeader } from "../npy";
import { SourceError } from "../problem";
import type { Format, Table } from "../table";
import { plainShape } from "./arrays/array-column";
import { arrayTable } from "./arrays/array-table";
import { elementBytes } from "./arrays/element";
import { isGathered, npyBodyBytes, npyColumn } from "./arrays/npy-array";
import { npyElement, unreadable } from "./arrays/npy-element";
import { gatheredRows, slicedRows } from "./arrays/row-bytes";

const count = (n: number) => n.toLocaleString("en");

/** An array of NumPy: a matrix is a column of vectors, a list a column of numbers or texts. */
export const npy: Format = {
  id: "npy",
  label: "NumPy",
  suffixes: [".npy"],
  sniff: (head) => (NPY_MAGIC.every((byte, i) => head[i] === byte) ? "sure" : null),
  async open(file) {
    return [await npyTable(file)];
  },
};

async function npyTable(file: ByteFile): Promise<Table> {
  const { where } = file;
  const start = await file.slice(0, 1 << 16);
  const length = npyHeaderLength(start, where) ?? 0;
  const header = readNpyHeader(length > start.length ? await file.slice(0, Math.min(length, 2 ** 20)) : start, where);
  const { descr, shape, offset } = header;
  const element = npyElement(descr);
  if (!element) {
    const { why, remedy } = unreadable(descr);
    throw new SourceError({ what: `The array in ${file.name} ${why}.`, where, remedy });
  }
  const [rows, dims = 1] = plainShape(shape);
  const size = elementBytes(element);
  const place = { offset, stride: dims * size };
  const column = npyColumn(file.name, header, () =>
    isGathered(header) ? gatheredRows(file, { offset, rows, dims, size }) : slicedRows(file, place),
  );
  if (!column || !(rows > 0 && dims > 0)) {
    throw new SourceError({
      what: `The array in ${file.name} has the shape (${shape.join(", ")}), and vectors are a matrix: one row a point, one column a dimension.`,
      where,
      remedy: "Save a two-dimensional array.",
    });
  }
  const end = offset + npyBodyBytes(header);
  if (end > file.size) {
    throw new SourceError({
      what: `The file ${file.name} ends early: ${count(file.size)} of ${count(end)} bytes are there.`,
      where,
      remedy: "Copy it again.",
    });
  }
  const notes =
    shape.length > 2 ? [`Its shape (${shape.join(", ")}) is read as ${count(rows)} rows of ${count(dims)} dims.`] : [];
  if (end < file.size) notes.push(`What follows the array, ${count(file.size - end)} bytes, is not read.`);
  return arrayTable({ format: "NumPy", file, name: file.name, columns: [column], notes });
}
