import type { Dataset, Metadata } from "h5wasm";
import { type Said, said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import type { ArrayColumn } from "../arrays/array-column";
import { plainShape } from "../arrays/array-column";
import type { Element } from "../arrays/element";
import { elementBytes, plainValues } from "../arrays/element";
import { narrowText } from "../arrays/npy-element";
import type { NumberType } from "../arrays/number-type";
import { NUMBER_TYPES, vectorValues } from "../arrays/number-type";
import type { H5File } from "./library";
import { rowsOf } from "./rows";

// A reach is some whole chunks long, so that no chunk is unpacked twice; what one chunk may take is bounded.
const [REACH, LONGEST, SMALL] = [2 ** 22, 2 ** 26, 2 ** 26];
// What packs the bytes, by HDF5's numbers: deflate, shuffle, checksum, szip, n-bit, scale-offset.
const UNPACKED = [1, 2, 3, 4, 5, 6];
const CLASSES = ["numbers", "numbers", "times", "texts", "bits", "bytes", "records", "references", "names", "lists"];

const count = (n: number) => n.toLocaleString("en");

function numberType({ type, size, signed, enum_type }: Metadata): [string, NumberType] | null {
  // Truth values are names for 0 and 1.
  const letter = type === 1 ? "f" : signed ? "i" : "u";
  const name = `${letter}${size}`;
  if (type > 1 && !(type === 8 && enum_type)) return null;
  return Object.hasOwn(NUMBER_TYPES, name) ? [name, NUMBER_TYPES[name]] : null;
}

/** The column that a data set makes, or why it makes none: "has the shape …". */
export function dataSetColumn(file: ByteFile, h5: H5File, set: Dataset): ArrayColumn | Said {
  const { metadata, filters } = set;
  const { shape, chunks, type, vlen, size } = metadata;
  const name = set.path.slice(1).replaceAll("/", ".");
  if (!shape?.length) return said("is a single value");
  const [rows, dims = 1] = plainShape(shape);
  const texts = type === 3;
  if (plainShape(shape).length > 2 || (texts && dims !== 1))
    return said("has the shape ({shape})", { shape: shape.join(", ") });
  if (metadata.virtual_sources?.length) return said("is put together from other files");
  const packed = filters.find(({ id }) => !UNPACKED.includes(id));
  if (packed)
    return said("is packed by {filter}; h5repack -f GZIP=6 makes a file that can be read", {
      filter: packed.name || said("filter {id}", { id: packed.id }),
    });
  const number = numberType(metadata);
  if (!number && !texts)
    return said("holds {what} of a type that makes no column", { what: CLASSES[type] ?? said("something") });

  const element: Element = number
    ? { kind: "number", type: number[1], big: false }
    : // A text of any length is kept elsewhere, and 16 bytes say where.
      { kind: "text", bytes: vlen ? 16 : Math.max(1, size), text: narrowText };
  const rowBytes = dims * elementBytes(element);
  const bytes = rows * rowBytes;
  if (filters.length ? bytes > SMALL && bytes > 100 * file.size : bytes > file.size) {
    return said("claims {bytes} bytes in a file of {size}", { bytes: count(bytes), size: count(file.size) });
  }
  const axis = shape.length > 2 ? shape.findIndex((length) => length !== 1) : 0;
  const stripe = Math.max(1, chunks?.[axis] ?? 1);
  const least = Math.max(1, Math.floor(REACH / rowBytes));
  const reach = Math.max(1, Math.min(Math.ceil(least / stripe) * stripe, Math.floor(LONGEST / rowBytes)));
  const vector = number !== null && plainShape(shape).length === 2 && dims !== 1;
  return {
    column: vector
      ? { name, kind: "vector", type: number[0], vector: { dims, values: number[1].values } }
      : { name, kind: element.kind, type: number ? number[0] : "string" },
    rows,
    rowBytes,
    reach,
    start() {
      const read = rowsOf(file, h5, {
        path: set.path,
        shape,
        axis,
        bytes: dims * (vlen ? size : elementBytes(element)),
      });
      return async (wanted) => {
        if (vlen) return read.texts(wanted);
        const found = await read.bytes(wanted);
        return vector ? vectorValues(found, number[1], false) : plainValues(found, element, wanted.length);
      };
    },
  };
}
