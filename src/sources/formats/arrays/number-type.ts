import { fromHalf } from "../../half";
import type { ValueType, VectorValues } from "../../table";

type Bytes = Uint8Array<ArrayBuffer>;
type Numbers = ArrayLike<number> | BigInt64Array | BigUint64Array;

/** A type of plain numbers as they lie in a file. */
export interface NumberType {
  /** Bytes of one number. */
  bytes: number;
  /** What vectors of it are kept as. */
  values: ValueType;
  /** Numbers from little-endian bytes that begin at a multiple of their size. */
  view(bytes: Bytes): Numbers;
}

function bfloat(bits: Uint16Array): Float32Array {
  const wide = new Uint32Array(bits.length);
  for (let i = 0; i < bits.length; i++) wide[i] = bits[i] << 16;
  return new Float32Array(wide.buffer);
}

const { f4, f2, i1 } = { f4: "f4", f2: "f2", i1: "i1" } as const;
const of = (b: Bytes, size: number) => [b.buffer, b.byteOffset, Math.floor(b.length / size)] as const;

/** By NumPy's names, with `bf16`: the upper half of a single. */
export const NUMBER_TYPES: Readonly<Record<string, NumberType>> = {
  f2: { bytes: 2, values: f2, view: (b) => new Uint16Array(...of(b, 2)) },
  f4: { bytes: 4, values: f4, view: (b) => new Float32Array(...of(b, 4)) },
  f8: { bytes: 8, values: f4, view: (b) => new Float64Array(...of(b, 8)) },
  i1: { bytes: 1, values: i1, view: (b) => new Int8Array(...of(b, 1)) },
  u1: { bytes: 1, values: f4, view: (b) => b },
  b1: { bytes: 1, values: f4, view: (b) => b },
  i2: { bytes: 2, values: f4, view: (b) => new Int16Array(...of(b, 2)) },
  u2: { bytes: 2, values: f4, view: (b) => new Uint16Array(...of(b, 2)) },
  i4: { bytes: 4, values: f4, view: (b) => new Int32Array(...of(b, 4)) },
  u4: { bytes: 4, values: f4, view: (b) => new Uint32Array(...of(b, 4)) },
  i8: { bytes: 8, values: f4, view: (b) => new BigInt64Array(...of(b, 8)) },
  u8: { bytes: 8, values: f4, view: (b) => new BigUint64Array(...of(b, 8)) },
  bf16: { bytes: 2, values: f4, view: (b) => bfloat(new Uint16Array(...of(b, 2))) },
};

/** Little-endian numbers, aligned to their size: the bytes themselves where they are so, else a copy. */
function ordered(bytes: Bytes, size: number, big: boolean): Bytes {
  if (!big || size === 1) return bytes.byteOffset % size ? bytes.slice() : bytes;
  const turned = bytes.slice();
  for (let at = 0; at + size <= turned.length; at += size) turned.subarray(at, at + size).reverse();
  return turned;
}

/** Numbers of a file as the values of vectors: half precision as its bits, int8 as it is, all else as singles. */
export function vectorValues(bytes: Bytes, type: NumberType, big: boolean): VectorValues {
  const numbers = type.view(ordered(bytes, type.bytes, big));
  if (numbers instanceof Float32Array || numbers instanceof Int8Array) return numbers;
  if (type.values === "f2") return numbers as Uint16Array;
  const values = new Float32Array(numbers.length);
  for (let i = 0; i < values.length; i++) values[i] = Number(numbers[i]);
  return values;
}

/** Numbers of a file as plain numbers; whole numbers past 2⁵³ stay bigints. */
export function plainNumbers(bytes: Bytes, type: NumberType, big: boolean): (number | bigint)[] {
  const numbers = type.view(ordered(bytes, type.bytes, big));
  return Array.from(numbers as ArrayLike<number | bigint>, (number) => {
    if (typeof number === "number") return type.values === "f2" ? fromHalf(number) : number;
    return Number.isSafeInteger(Number(number)) ? Number(number) : number;
  });
}
