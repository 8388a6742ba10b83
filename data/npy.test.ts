import { describe, expect, it } from "vitest";
import { npyColumns, npyVector } from "./npy";

const header = (file: Uint8Array) => new TextDecoder("latin1").decode(file.subarray(10, 64 * 2).subarray(0, 118));

describe("a NumPy file", () => {
  it("holds a one-byte matrix in Fortran order after a header of a multiple of 64 bytes", () => {
    const file = npyColumns(Int8Array.of(1, -2, 3, 4, 5, -127), 3, 2);
    expect([...file.subarray(0, 10)]).toEqual([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, 118, 0]);
    const text = header(file);
    expect(text.trimEnd()).toBe("{'descr': '|i1', 'fortran_order': True, 'shape': (3, 2), }");
    expect(text.endsWith("\n")).toBe(true);
    expect([...new Int8Array(file.buffer, 128)]).toEqual([1, -2, 3, 4, 5, -127]);
  });

  it("holds a vector of little-endian f4 values", () => {
    const file = npyVector(Float32Array.of(1.5, -0.25));
    expect(header(file).trimEnd()).toBe("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }");
    expect([...file.subarray(128)]).toEqual([0, 0, 0xc0, 0x3f, 0, 0, 0x80, 0xbe]);
  });
});
