import type { Encoding } from "hyparquet";
import { convert, DEFAULT_PARSERS } from "hyparquet/src/convert.js";
import { deltaBinaryUnpack, deltaByteArray, deltaLengthByteArray } from "hyparquet/src/delta.js";
import { byteStreamSplit } from "hyparquet/src/encoding.js";
import { readPlain } from "hyparquet/src/plain.js";
import { said } from "../../../i18n/said";
import { Malformed } from "../../malformed";
import { readHybrid } from "./hybrid";
import { byteArrays } from "./numbers";
import { isBytes, isText, type Leaf } from "./schema";

/**
 * The values of a page as they are stored: numbers, bigints, or bytes that `cellOf` makes texts and dates of, for those
 * alone that are wanted.
 *
 * @throws RangeError when the bytes are fewer than the values need
 */
export function readRaw(
  bytes: Uint8Array<ArrayBuffer>,
  encoding: Encoding,
  length: number,
  leaf: Leaf,
  dictionary: ArrayLike<unknown> | null,
): ArrayLike<unknown> {
  const { type, type_length: width } = leaf.element;
  if (!length || !type) return [];
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  switch (encoding) {
    case "PLAIN_DICTIONARY":
    case "RLE_DICTIONARY": {
      if (!dictionary) throw new Malformed(said("its dictionary is missing"));
      const entries = new Int32Array(length);
      readHybrid(bytes, 1, bytes.length, bytes[0], entries);
      return Array.from(entries, (entry) => {
        if (entry < 0 || entry >= dictionary.length) {
          throw new Malformed(
            said("it names entry {entry} of a dictionary of {most}", { entry, most: dictionary.length }),
          );
        }
        return dictionary[entry];
      });
    }
    case "PLAIN": {
      if (type === "BYTE_ARRAY") return byteArrays(bytes, length);
      const bits =
        type === "BOOLEAN"
          ? 1
          : 8 *
            (type === "INT96" ? 12 : type === "FIXED_LEN_BYTE_ARRAY" ? (width ?? 0) : /64|DOUBLE/.test(type) ? 8 : 4);
      if ((length * bits) / 8 > bytes.length)
        throw new Malformed(said("{length} values do not fit into {bytes} bytes", { length, bytes: bytes.length }));
      return readPlain(reader, type, length, width);
    }
    case "RLE": {
      // Booleans alone: version 1 pages begin with a length.
      const flags = new Uint8Array(length);
      readHybrid(bytes, 4, bytes.length, 1, flags);
      return Array.from(flags, Boolean);
    }
    case "BYTE_STREAM_SPLIT":
      return byteStreamSplit(reader, length, type, width);
    case "DELTA_BINARY_PACKED": {
      const values = type === "INT32" ? new Int32Array(length) : new BigInt64Array(length);
      deltaBinaryUnpack(reader, length, values);
      return values;
    }
    case "DELTA_LENGTH_BYTE_ARRAY":
    case "DELTA_BYTE_ARRAY": {
      const values = new Array<Uint8Array>(length);
      (encoding === "DELTA_BYTE_ARRAY" ? deltaByteArray : deltaLengthByteArray)(reader, length, values);
      return values;
    }
    default:
      throw new Malformed(said("the encoding {encoding} is not known here", { encoding }));
  }
}

const text = new TextDecoder();
const asBytes = (bytes: Uint8Array | undefined) => bytes as never;
const parsers = {
  ...DEFAULT_PARSERS,
  jsonFromBytes: DEFAULT_PARSERS.stringFromBytes,
  geometryFromBytes: asBytes,
  geographyFromBytes: asBytes,
};

/** What makes of a stored value the one that is shown: a text, a number, a bigint, a date, true or false, or bytes. */
export function cellOf(leaf: Leaf): (raw: unknown) => unknown {
  const { type, converted_type: converted, logical_type: logical } = leaf.element;
  if (isText(leaf) && logical?.type !== "UUID") return (raw) => text.decode(raw as Uint8Array);
  const kept = isBytes(leaf) || converted === "BSON" || converted === "INTERVAL";
  if (kept || (!converted && !logical && type !== "INT96")) return (raw) => raw;
  if (/^INT_/.test(converted ?? "") || (!converted && logical?.type === "INTEGER" && logical.isSigned))
    return (raw) => raw;
  const decoder = { element: leaf.element, parsers, schemaPath: leaf.tree, utf8: false } as unknown as Parameters<
    typeof convert
  >[1];
  return (raw) => convert([raw], decoder)[0];
}
