import { expect, test } from "vitest";
import { readNpyHeader } from "./npy";
import { npyBytes } from "./testing/npy-bytes";

test.each([1, 2, 3])("the header of a version %i file is read", (version) => {
  const bytes = npyBytes("<f4", true, [10000, 3072], new Uint8Array(0), version);
  expect(readNpyHeader(bytes, "v.npy")).toEqual({
    descr: "<f4",
    fortranOrder: true,
    shape: [10000, 3072],
    offset: bytes.length,
  });
});

test("a one-dimensional shape is read", () => {
  expect(readNpyHeader(npyBytes("|i1", false, [7], new Uint8Array(7)), "v.npy").shape).toEqual([7]);
});

test("a page in place of the file is named as such", () => {
  const page = new TextEncoder().encode("<!doctype html><title>404</title>");
  expect(() => readNpyHeader(page, "v.npy")).toThrow("This is not a NumPy file");
});

test("a header that is not NumPy's dictionary is refused", () => {
  const bytes = npyBytes("<f4", true, [1], new Uint8Array(0));
  bytes.fill(32, 12, bytes.length);
  expect(() => readNpyHeader(bytes, "v.npy")).toThrow("header of this NumPy file cannot be read");
});

test.each([
  ["a shape of digits without an end", `{'descr': '<f4', 'fortran_order': False, 'shape': (${"1".repeat(60_000)}x), }`],
  ["types in types without an end", "'descr':[".repeat(7_000)],
])("%s is refused, and not looked through for ever", (_, text) => {
  const bytes = npyBytes("<f4", false, [1], new Uint8Array(65_000), 2);
  new DataView(bytes.buffer).setUint32(8, bytes.length - 12, true);
  bytes.fill(32, 12);
  bytes.set(new TextEncoder().encode(text), 12);
  expect(() => readNpyHeader(bytes, "v.npy")).toThrow("header of this NumPy file cannot be read");
});

test("the shapes of NumPy's single numbers and of Python 2 are read", () => {
  expect(readNpyHeader(npyBytes("<f4", false, [], new Uint8Array(4)), "v.npy").shape).toEqual([]);
  const old = new TextDecoder("latin1").decode(npyBytes("<f4", false, [500, 96], new Uint8Array(0)));
  const bytes = Uint8Array.from(old.replace("(500, 96), }  ", "(500L, 96L), }"), (letter) => letter.charCodeAt(0));
  bytes[0] = 0x93;
  expect(readNpyHeader(bytes, "v.npy").shape).toEqual([500, 96]);
});
