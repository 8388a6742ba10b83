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
