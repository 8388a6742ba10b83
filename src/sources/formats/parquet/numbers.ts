import type { Encoding } from "hyparquet";
import { deltaBinaryUnpack } from "hyparquet/src/delta.js";
import { byteStreamSplit } from "hyparquet/src/encoding.js";
import { said } from "../../../i18n/said";
import { Malformed } from "../../malformed";
import type { ValueType, VectorValues } from "../../table";
import { readHybrid } from "./hybrid";
import { type Leaf, numberOf } from "./schema";

/** How the numbers of a column are kept. */
export function valueType(leaf: Leaf): ValueType {
  const number = numberOf(leaf);
  return number === "half" ? "f2" : number === "int8" ? "i1" : "f4";
}

export function emptyValues(type: ValueType, length: number): VectorValues {
  if (type === "f2") return new Uint16Array(length);
  return type === "i1" ? new Int8Array(length) : new Float32Array(length);
}

/**
 * The numbers of a page, without any object for each: a page of vectors holds millions.
 *
 * @param bytes the page without its levels
 * @param dictionary the numbers of the chunk's dictionary, if there is one
 * @throws RangeError when the bytes are fewer than the numbers need
 */
export function readNumbers(
  bytes: Uint8Array<ArrayBuffer>,
  encoding: Encoding,
  length: number,
  leaf: Leaf,
  dictionary: VectorValues | null,
): VectorValues {
  if (encoding === "PLAIN_DICTIONARY" || encoding === "RLE_DICTIONARY") return look(bytes, length, leaf, dictionary);
  if (encoding === "PLAIN") return plain(bytes, length, leaf);
  const { type, type_length: width } = leaf.element;
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  if (encoding === "BYTE_STREAM_SPLIT" && type) {
    const split = byteStreamSplit(reader, length, type, width);
    return plain(Array.isArray(split) ? joined(split) : bytesOf(split), length, leaf);
  }
  if (encoding === "DELTA_BINARY_PACKED" && length) {
    const values = type === "INT32" ? new Int32Array(length) : new BigInt64Array(length);
    deltaBinaryUnpack(reader, length, values);
    return plain(bytesOf(values), length, leaf);
  }
  if (!length) return emptyValues(valueType(leaf), 0);
  throw new Malformed(said("the encoding {encoding} of its numbers is not known here", { encoding }));
}

function look(bytes: Uint8Array, length: number, leaf: Leaf, dictionary: VectorValues | null): VectorValues {
  const out = emptyValues(valueType(leaf), length);
  if (!length) return out;
  if (!dictionary) throw new Malformed(said("its dictionary is missing"));
  const entries = new Int32Array(length);
  readHybrid(bytes, 1, bytes.length, bytes[0], entries);
  const most = dictionary.length;
  for (let i = 0; i < length; i++) {
    const entry = entries[i];
    if (entry < 0 || entry >= most)
      throw new Malformed(said("it names entry {entry} of a dictionary of {most}", { entry, most }));
    out[i] = dictionary[entry];
  }
  return out;
}

function plain(bytes: Uint8Array<ArrayBuffer>, length: number, leaf: Leaf): VectorValues {
  const { type, type_length: width = 0, converted_type: converted, logical_type: logical } = leaf.element;
  const size = type === "FIXED_LEN_BYTE_ARRAY" ? width : type === "FLOAT" || type === "INT32" ? 4 : 8;
  if (type === "BYTE_ARRAY") return decimals(byteArrays(bytes, length), leaf);
  if (length * size > bytes.length) {
    throw new Malformed(
      said("{length} numbers need {needed} bytes, and it has {bytes}", {
        length,
        needed: length * size,
        bytes: bytes.length,
      }),
    );
  }
  if (type === "FIXED_LEN_BYTE_ARRAY" && numberOf(leaf) === "half")
    return new Uint16Array(aligned(bytes, length * 2), 0, length);
  if (type === "FIXED_LEN_BYTE_ARRAY") {
    return decimals(
      Array.from({ length }, (_, i) => bytes.subarray(i * size, (i + 1) * size)),
      leaf,
    );
  }
  if (type === "FLOAT") return new Float32Array(aligned(bytes, length * 4), 0, length);
  if (type === "DOUBLE") return doubles(bytes, length);
  const unsigned = converted?.startsWith("UINT") || (logical?.type === "INTEGER" && !logical.isSigned);
  const factor = converted === "DECIMAL" || logical?.type === "DECIMAL" ? 10 ** -(leaf.element.scale ?? 0) : 1;
  const out = emptyValues(valueType(leaf), length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < length; i++) {
    const low = view.getInt32(i * size, true);
    const high = size === 8 ? (unsigned ? view.getUint32(i * 8 + 4, true) : view.getInt32(i * 8 + 4, true)) : 0;
    out[i] = (size === 8 ? high * 2 ** 32 + (low >>> 0) : unsigned ? low >>> 0 : low) * factor;
  }
  return out;
}

function doubles(bytes: Uint8Array<ArrayBuffer>, length: number): Float32Array {
  const out = new Float32Array(length);
  if (bytes.byteOffset % 8 === 0) {
    out.set(new Float64Array(bytes.buffer, bytes.byteOffset, length));
    return out;
  }
  // By way of a stretch that lies where doubles may, which is twice as fast as one by one.
  const stretch = new Float64Array(4096);
  const stretchBytes = new Uint8Array(stretch.buffer);
  for (let at = 0; at < length; at += stretch.length) {
    const some = Math.min(stretch.length, length - at);
    stretchBytes.set(bytes.subarray(at * 8, (at + some) * 8));
    out.set(some === stretch.length ? stretch : stretch.subarray(0, some), at);
  }
  return out;
}

/** Big-endian whole numbers of any length, times their scale. */
function decimals(values: Uint8Array[], leaf: Leaf): Float32Array {
  const factor = 10 ** -(leaf.element.scale ?? 0);
  return Float32Array.from(values, (bytes) => {
    let value = bytes[0] > 127 ? -1 : 0;
    for (const byte of bytes) value = value * 256 + byte;
    return value * factor;
  });
}

/** The values of a BYTE_ARRAY page: each after its length. */
export function byteArrays(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer>[] {
  if (length * 4 > bytes.length)
    throw new Malformed(said("{length} values do not fit into {bytes} bytes", { length, bytes: bytes.length }));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Array<Uint8Array<ArrayBuffer>>(length);
  for (let i = 0, at = 0; i < length; i++) {
    const size = view.getUint32(at, true);
    if (at + 4 + size > bytes.length) throw new Malformed(said("a value of {size} bytes reaches beyond it", { size }));
    values[i] = bytes.subarray(at + 4, at + 4 + size);
    at += 4 + size;
  }
  return values;
}

function aligned(bytes: Uint8Array<ArrayBuffer>, length: number): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + length);
}

function bytesOf(values: ArrayBufferView): Uint8Array<ArrayBuffer> {
  return new Uint8Array(values.buffer as ArrayBuffer, values.byteOffset, values.byteLength);
}

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const width = parts[0]?.length ?? 0;
  const out = new Uint8Array(parts.length * width);
  parts.forEach((part, i) => {
    out.set(part, i * width);
  });
  return out;
}
