import { said } from "../../i18n/said";
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
    throw new SourceError({ what: said("The array in {name} {why}.", { name: file.name, why }), where, remedy });
  }
  const [rows, dims = 1] = plainShape(shape);
  const size = elementBytes(element);
  const place = { offset, stride: dims * size };
  const column = npyColumn(file.name, header, () =>
    isGathered(header) ? gatheredRows(file, { offset, rows, dims, size }) : slicedRows(file, place),
  );
  if (!column || !(rows > 0 && dims > 0)) {
    throw new SourceError({
      what: said(
        "The array in {name} has the shape ({shape}), and vectors are a matrix: one row a point, one column a dimension.",
        { name: file.name, shape: shape.join(", ") },
      ),
      where,
      remedy: said("Save a two-dimensional array."),
    });
  }
  const end = offset + npyBodyBytes(header);
  if (end > file.size) {
    throw new SourceError({
      what: said("The file {name} ends early: {size} of {end} bytes are there.", {
        name: file.name,
        size: count(file.size),
        end: count(end),
      }),
      where,
      remedy: said("Copy it again."),
    });
  }
  const notes =
    shape.length > 2
      ? [
          said("Its shape ({shape}) is read as {rows} rows of {dims} dims.", {
            shape: shape.join(", "),
            rows: count(rows),
            dims: count(dims),
          }),
        ]
      : [];
  if (end < file.size)
    notes.push(said("What follows the array, {size} bytes, is not read.", { size: count(file.size - end) }));
  return arrayTable({ format: "NumPy", file, name: file.name, columns: [column], notes });
}
