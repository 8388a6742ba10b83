import { describe, expect, test } from "vitest";
import { readNpyHeader } from "./npy";
import { npyMatrix } from "./npy-values";
import { npyBytes } from "./testing/npy-bytes";

// A matrix of 3 rows × 2 dims, written in every type, order and byte order that NumPy has for it.
const matrix = [
  [1, -2],
  [3, 40],
  [-5, 6],
];
const WRITERS: Record<
  string,
  { bytes: number; write(view: DataView, at: number, value: number, little: boolean): void }
> = {
  f4: { bytes: 4, write: (view, at, value, little) => view.setFloat32(at, value, little) },
  f8: { bytes: 8, write: (view, at, value, little) => view.setFloat64(at, value, little) },
  i1: { bytes: 1, write: (view, at, value) => view.setInt8(at, value) },
  i2: { bytes: 2, write: (view, at, value, little) => view.setInt16(at, value, little) },
  i4: { bytes: 4, write: (view, at, value, little) => view.setInt32(at, value, little) },
  i8: { bytes: 8, write: (view, at, value, little) => view.setBigInt64(at, BigInt(value), little) },
};

function file(descr: string, fortran: boolean): Uint8Array<ArrayBuffer> {
  const { bytes, write } = WRITERS[descr.slice(1)];
  const body = new Uint8Array(6 * bytes);
  const view = new DataView(body.buffer);
  matrix.forEach((row, r) => {
    row.forEach((value, j) => {
      write(view, (fortran ? j * 3 + r : r * 2 + j) * bytes, value, descr[0] !== ">");
    });
  });
  return npyBytes(descr, fortran, [3, 2], body);
}

const read = (bytes: Uint8Array<ArrayBuffer>) => npyMatrix(bytes, readNpyHeader(bytes, "v.npy"), "v.npy");

describe.each(["<", ">"])("byte order %s", (order) => {
  test.each(Object.keys(WRITERS))("%s, in C and in Fortran order", (kind) => {
    for (const fortran of [false, true]) {
      const { rows, dims, columns } = read(file(`${kind === "i1" ? "|" : order}${kind}`, fortran));
      expect([rows, dims]).toEqual([3, 2]);
      expect([...columns(0, 2)]).toEqual([1, 3, -5, -2, 40, 6]);
      expect([...columns(1, 2)]).toEqual([-2, 40, 6]);
    }
  });
});

test("half precision stays half precision", () => {
  const body = new Uint8Array(Uint16Array.of(0x3c00, 0xc000).buffer);
  const { type, columns } = read(npyBytes("<f2", false, [1, 2], body));
  expect(type).toBe("f2");
  expect([...columns(0, 2)]).toEqual([0x3c00, 0xc000]);
});

test.each([
  [npyBytes("<f4", false, [6], new Uint8Array(24)), "has the shape (6)"],
  [npyBytes("<f4", false, [3, 2, 1], new Uint8Array(24)), "has the shape (3, 2, 1)"],
  [npyBytes("<c8", false, [3, 1], new Uint8Array(24)), "holds <c8"],
  [npyBytes("<f4", false, [3, 2], new Uint8Array(20)), "ends early"],
])("what is no matrix of numbers is told", (bytes, words) => {
  expect(() => read(bytes)).toThrow(words);
});
