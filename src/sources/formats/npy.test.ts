import { describe, expect, test } from "vitest";
import { bytesFile } from "../byte-file";
import { SourceError } from "../problem";
import { npyBytes } from "../testing/npy-bytes";
import { readTable } from "../testing/read-table";
import { virtualFile } from "../testing/virtual-file";
import { npy } from "./npy";

// A matrix of 3 rows × 2 dims, written in every type, order and byte order that NumPy has for it.
const matrix = [
  [1, -2],
  [3, 40],
  [-5, 6],
];
type Write = (view: DataView, at: number, value: number, little: boolean) => void;
const WRITERS: Record<string, [bytes: number, write: Write]> = {
  f4: [4, (view, at, value, little) => view.setFloat32(at, value, little)],
  f8: [8, (view, at, value, little) => view.setFloat64(at, value, little)],
  i1: [1, (view, at, value) => view.setInt8(at, value)],
  i2: [2, (view, at, value, little) => view.setInt16(at, value, little)],
  i4: [4, (view, at, value, little) => view.setInt32(at, value, little)],
  i8: [8, (view, at, value, little) => view.setBigInt64(at, BigInt(value), little)],
};

function file(descr: string, fortran: boolean) {
  const [bytes, write] = WRITERS[descr.slice(1)];
  const body = new Uint8Array(6 * bytes);
  const view = new DataView(body.buffer);
  matrix.forEach((row, r) => {
    row.forEach((value, j) => {
      write(view, (fortran ? j * 3 + r : r * 2 + j) * bytes, value, descr[0] !== ">");
    });
  });
  return npyBytes(descr, fortran, [3, 2], body);
}

const open = async (bytes: Uint8Array<ArrayBuffer>) => (await npy.open(bytesFile(bytes, "v.npy"), {}))[0];
const body = (values: ArrayBufferView<ArrayBuffer>) => new Uint8Array(values.buffer);

describe.each(["<", ">"])("byte order %s", (order) => {
  test.each(Object.keys(WRITERS))("%s, in C and in Fortran order", async (kind) => {
    for (const fortran of [false, true]) {
      const table = await open(file(order + kind, fortran));
      expect(table.rows).toBe(3);
      expect(table.columns[0].vector).toEqual({ dims: 2, values: kind === "i1" ? "i1" : "f4" });
      expect((await readTable(table)).values).toEqual(matrix.flat());
      expect((await readTable(table, { rows: [0, 2] })).values).toEqual([1, -2, -5, 6]);
    }
  });

  test("half precision stays the bits it is", async () => {
    const bits = new Uint8Array(new Uint16Array([0x3c00, 0xc000]).buffer);
    if (order === ">") bits.set([0x3c, 0, 0xc0, 0]);
    const table = await open(npyBytes(`${order}f2`, false, [1, 2], bits));
    expect(table.columns[0].vector?.values).toBe("f2");
    expect((await readTable(table)).vectors).toEqual([new Uint16Array([0x3c00, 0xc000])]);
  });

  test("texts of code points are read, what is none as the mark for it", async () => {
    const points = new Uint8Array(4 * 3 * 2);
    const view = new DataView(points.buffer);
    [0x1f600, 0x62, 0, 0x110000, 0, 0].forEach((point, i) => {
      view.setUint32(4 * i, point, order === "<");
    });
    const table = await open(npyBytes(`${order}U3`, false, [2], points));
    expect(table.columns[0]).toMatchObject({ kind: "text", type: `${order}U3` });
    expect((await readTable(table)).columns["v.npy"]).toEqual(["😀b", "�"]);
  });
});

test("truth values and unsigned bytes are numbers", async () => {
  for (const descr of ["|b1", "|u1"]) {
    expect(
      (await readTable(await open(npyBytes(descr, false, [2, 2], new Uint8Array([1, 0, 0, 255]))))).values,
    ).toEqual([1, 0, 0, 255]);
  }
});

test("a list of numbers is a column of numbers, and of whole numbers past 2⁵³ each digit is kept", async () => {
  const table = await open(npyBytes("<i8", false, [2], body(new BigInt64Array([7n, 2n ** 60n + 1n]))));
  expect(table.columns[0].kind).toBe("number");
  expect((await readTable(table)).columns["v.npy"]).toEqual([7, 2n ** 60n + 1n]);
  const halves = await open(npyBytes("<f2", false, [4], body(new Uint16Array([0x3c00, 0xc000, 1, 0xfc00]))));
  expect((await readTable(halves)).columns["v.npy"]).toEqual([1, -2, 2 ** -24, Number.NEGATIVE_INFINITY]);
});

test("texts of no letters are as many empty texts", async () => {
  expect((await readTable(await open(npyBytes("<U0", false, [3], new Uint8Array(0))))).columns["v.npy"]).toEqual([
    "",
    "",
    "",
  ]);
});

test.each([
  ["an object array", npyBytes("|O", false, [3], new Uint8Array(24)), "Python objects"],
  ["values of no plain type", npyBytes("<c8", false, [1, 2], new Uint8Array(16)), "no type of plain numbers"],
  ["a shape of three axes", npyBytes("<f4", false, [2, 2, 2], new Uint8Array(32)), "the shape (2, 2, 2)"],
  ["a single number", npyBytes("<f4", false, [], new Uint8Array(4)), "the shape ()"],
  ["no rows", npyBytes("<f4", false, [0, 96], new Uint8Array(0)), "the shape (0, 96)"],
  ["no dims", npyBytes("<f4", false, [5, 0], new Uint8Array(0)), "the shape (5, 0)"],
  ["fewer bytes than its shape needs", npyBytes("<f4", false, [3, 2], new Uint8Array(20)), "ends early: 148 of 152"],
  ["a shape past all memory", npyBytes("<f4", true, [1e9, 1e6], new Uint8Array(20)), "ends early"],
  ["a shape past all numbers", npyBytes("<f4", true, [1e15, 1e15], new Uint8Array(20)), "ends early"],
])("%s is refused in a sentence", async (_, bytes, sentence) => {
  await expect(open(bytes)).rejects.toThrow(SourceError);
  await expect(open(bytes)).rejects.toThrow(sentence);
});

test("a table of named fields is refused with the way to save them", async () => {
  const bytes = npyBytes("<f4", false, [2], new Uint8Array(24));
  const text = new TextDecoder("latin1")
    .decode(bytes)
    .replace(/\{.*\}/, "{'descr': [('a', '<f4', (3,))], 'fortran_order': False, 'shape': (2,)}");
  await expect(open(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))).rejects.toThrow(
    "a table of named fields",
  );
});

test.each([1, 2, 3])("a version %i file that is cut anywhere is refused in a sentence", async (version) => {
  const bytes = npyBytes("<f4", false, [3, 2], new Uint8Array(24), version);
  for (let length = 6; length < bytes.length; length++) {
    await expect(open(bytes.slice(0, length)), `${length} bytes`).rejects.toThrow(SourceError);
  }
});

test("a header that claims gigabytes for itself is refused", async () => {
  const bytes = npyBytes("<f4", false, [3, 2], new Uint8Array(24), 3);
  new DataView(bytes.buffer).setUint32(8, 0xffff_fff0, true);
  await expect(open(bytes)).rejects.toThrow("header of this NumPy file cannot be read");
});

test("what follows the array is told and not read", async () => {
  const table = await open(npyBytes("<f4", false, [1, 2], new Uint8Array(11)));
  expect(table.notes).toEqual(["What follows the array, 3 bytes, is not read."]);
});

test("reading stops at the next batch when it is cancelled", async () => {
  const table = await open(npyBytes("<f4", false, [3000, 128], new Uint8Array(3000 * 128 * 4)));
  const control = new AbortController();
  const batches = table.batches({ vector: "v.npy", columns: [], rows: null, signal: control.signal });
  expect((await batches.next()).value?.rows.length).toBe(2048);
  control.abort(new Error("enough"));
  await expect(batches.next()).rejects.toThrow("enough");
});

describe("a file too large for memory", () => {
  // Row r holds r × 8 + j, in C or in Fortran order; nothing holds it.
  const DIMS = 8;
  function large(rows: number, fortran: boolean) {
    const header = npyBytes("<f4", fortran, [rows, DIMS], new Uint8Array(0));
    return virtualFile("large.npy", header.length + rows * DIMS * 4, header, (bytes, from) => {
      const view = new DataView(bytes.buffer);
      for (let at = (4 - (from % 4)) % 4; at + 4 <= bytes.length; at += 4) {
        const place = (from + at - header.length) / 4;
        const value = fortran ? (place % rows) * DIMS + Math.floor(place / rows) : place;
        view.setFloat32(at, value, true);
      }
    });
  }

  test("in C order, of 200 GB the rows that are wanted are read", async () => {
    const file = large(6e9, false);
    const [table] = await npy.open(file, {});
    const rows = [0, 3, 5_000, 2_000_000];
    expect((await readTable(table, { rows })).values).toEqual(
      rows.flatMap((row) => Array.from({ length: DIMS }, (_, j) => Math.fround(row * DIMS + j))),
    );
    const bytes = file.slices.reduce((sum, [from, to]) => sum + to - from, 0);
    expect(bytes).toBeLessThan(100_000);
  });

  test("in Fortran order all of it is read once, in pieces that are no larger than a batch", async () => {
    const rows = 2_500_000;
    const file = large(rows, true);
    const [table] = await npy.open(file, {});
    let next = 0;
    let batches = 0;
    for await (const { rows: some, vectors } of table.batches({ vector: "large.npy", columns: [], rows: null })) {
      batches++;
      expect(some[0]).toBe(next);
      next += some.length;
      for (const i of [0, some.length - 1]) expect(vectors?.[i * DIMS + 3]).toBe(Math.fround(some[i] * DIMS + 3));
      expect(some.length * DIMS * 4).toBeLessThanOrEqual(2 ** 26);
    }
    expect([next, batches]).toEqual([rows, 2]);
    const bytes = file.slices.reduce((sum, [from, to]) => sum + to - from, 0);
    expect(bytes).toBeLessThan(rows * DIMS * 4 + 100_000);
  });

  test("in Fortran order rows that lie far apart are read in parts of the file", async () => {
    const file = large(500_000_000, true);
    const [table] = await npy.open(file, {});
    const read = await readTable(table, { rows: [1, 2, 400_000_000] });
    expect(read.batches).toBe(2);
    expect(read.values.filter((_, i) => i % DIMS === 0)).toEqual([8, 16, 3_200_000_000]);
    expect(file.slices.reduce((sum, [from, to]) => sum + to - from, 0)).toBeLessThan(100_000);
  });
});
