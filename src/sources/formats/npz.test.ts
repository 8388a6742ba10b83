import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { textOf } from "../../i18n/said";
import { bytesFile } from "../byte-file";
import { SourceError } from "../problem";
import { npyBytes } from "../testing/npy-bytes";
import { readTable } from "../testing/read-table";
import { npz } from "./npz";

const bytesOf = (values: ArrayBufferView<ArrayBuffer>) => new Uint8Array(values.buffer);
const matrix = (rows: number, dims: number, fortran = false) =>
  npyBytes("<f4", fortran, [rows, dims], bytesOf(Float32Array.from({ length: rows * dims }, (_, i) => i)));

const archive = (files: Record<string, Uint8Array>, level: 0 | 6 = 6) =>
  zipSync(files, { level }) as Uint8Array<ArrayBuffer>;
const open = (bytes: Uint8Array<ArrayBuffer>) => npz.open(bytesFile(bytes, "a.npz"), {});

/** Where the list of entries begins, by the end record's own word. */
const listAt = (bytes: Uint8Array<ArrayBuffer>) => new DataView(bytes.buffer).getUint32(bytes.length - 22 + 16, true);

test("arrays with as many rows make a table, the one with the most vectors first", async () => {
  const titles = npyBytes("|S2", false, [3], new TextEncoder().encode("a\0bbc\0"));
  const tables = await open(
    archive({ "test.npy": matrix(2, 4), "train.npy": matrix(3, 4), "title.npy": titles, "ids.npy": matrix(7, 1) }),
  );
  expect(tables.map(({ name, rows }) => [name, rows])).toEqual([
    ["train in a.npz", 3],
    ["test in a.npz", 2],
  ]);
  expect(tables[0].notes).toEqual(["ids is left out: no vectors have its 7 rows."]);
  const read = await readTable(tables[0], { rows: [0, 2] });
  expect(read.values).toEqual([0, 1, 2, 3, 8, 9, 10, 11]);
  expect(read.columns.title).toEqual(["a", "c"]);
});

test("lists that stand alone are a table without vectors", async () => {
  const [table] = await open(archive({ "id.npy": npyBytes("|u1", false, [2], new Uint8Array([7, 9])) }));
  expect((await readTable(table)).columns).toEqual({ id: [7, 9] });
});

test.each([0, 6] as const)("an array in Fortran order is turned, at level %i", async (level) => {
  const [table] = await open(archive({ "x.npy": matrix(2, 3, true) }, level));
  expect((await readTable(table)).values).toEqual([0, 2, 4, 1, 3, 5]);
});

test("what cannot be read is told, and the rest is read", async () => {
  const [table] = await open(
    archive({ "x.npy": matrix(2, 4), "names.npy": npyBytes("|O", false, [2], new Uint8Array(16)) }),
  );
  expect(table.columns.map(({ name }) => name)).toEqual(["x"]);
  expect(textOf(table.notes[0])).toContain("names is left out: it holds Python objects");
  const alone = open(archive({ "names.npy": npyBytes("|O", false, [2], new Uint8Array(16)) }));
  await expect(alone).rejects.toThrow("no array of vectors. names is left out: it holds Python objects");
});

test("an archive past 4 GB, whose sizes stand in fields of their own, is read", async () => {
  const bytes = archive({ "x.npy": matrix(2, 4) }, 0);
  const from = listAt(bytes);
  const view = new DataView(bytes.buffer);
  const [packed, size] = [view.getUint32(from + 20, true), view.getUint32(from + 24, true)];
  const wide = new Uint8Array(46 + 5 + 4 + 24 + 56 + 20 + 22);
  const out = new DataView(wide.buffer);
  wide.set(bytes.subarray(from, from + 46 + 5));
  for (const at of [20, 24, 42]) out.setUint32(at, 0xffff_ffff, true);
  out.setUint16(30, 28, true);
  out.setUint16(51, 1, true);
  out.setUint16(53, 24, true);
  [size, packed, 0].forEach((value, i) => {
    out.setBigUint64(55 + 8 * i, BigInt(value), true);
  });
  // The end record of large archives, the pointer to it, and the old end record that points nowhere.
  const end = 79;
  out.setUint32(end, 0x06064b50, true);
  out.setBigUint64(end + 40, 79n, true);
  out.setBigUint64(end + 48, BigInt(from), true);
  out.setUint32(end + 56, 0x07064b50, true);
  out.setBigUint64(end + 64, BigInt(from + end), true);
  out.setUint32(end + 76, 0x06054b50, true);
  out.setUint32(end + 88, 0xffff_ffff, true);
  out.setUint32(end + 92, 0xffff_ffff, true);
  const whole = new Uint8Array(from + wide.length);
  whole.set(bytes.subarray(0, from));
  whole.set(wide, from);
  expect((await readTable((await open(whole))[0])).values).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

test("a zip bomb is refused before it is unpacked", async () => {
  const bytes = archive({ "x.npy": npyBytes("<f4", false, [25e6, 100], new Uint8Array(1000)) });
  new DataView(bytes.buffer).setUint32(listAt(bytes) + 24, 4_000_000_000, true);
  await expect(open(bytes)).rejects.toThrow(/would unpack from \d+ to 4,000,000,000 bytes, as no vectors do/);
});

test("an entry that unpacks to more or fewer bytes than it says is damaged", async () => {
  for (const [claim, words] of [
    [149, "fewer bytes"],
    [140, "more bytes"],
  ] as const) {
    // The array needs 140 bytes; 144 are packed.
    const bytes = archive({ "x.npy": npyBytes("<f4", false, [3, 1], new Uint8Array(16)) });
    new DataView(bytes.buffer).setUint32(listAt(bytes) + 24, claim, true);
    const reading = open(bytes).then(([table]) => readTable(table));
    await expect(reading).rejects.toThrow(words);
  }
});

test.each([0, 6] as const)("bytes that were changed are noticed, at level %i", async (level) => {
  const good = archive({ "x.npy": matrix(50, 8) }, level);
  for (let at = 35 + 128 * (level ? 0 : 1); at < listAt(good); at += 7) {
    const bytes = good.slice();
    bytes[at] ^= 16;
    const reading = open(bytes).then(([table]) => readTable(table));
    await expect(reading, `byte ${at}`).rejects.toThrow(SourceError);
  }
});

test("an archive that is cut anywhere is refused in a sentence", async () => {
  const bytes = archive({ "x.npy": matrix(3, 4), "y.npy": matrix(3, 4) });
  for (let length = 4; length < bytes.length; length++) {
    await expect(open(bytes.slice(0, length)), `${length} bytes`).rejects.toThrow("ends early");
  }
});

test("a list of contents with any byte changed is read, or refused in a sentence", async () => {
  const good = archive({ "x.npy": matrix(3, 4) });
  for (let at = listAt(good); at < good.length; at++) {
    for (const bit of [1, 64, 128]) {
      const bytes = good.slice();
      bytes[at] ^= bit;
      const reading = open(bytes).then(([table]) => readTable(table));
      await reading.catch((error) => expect(error, `byte ${at}`).toBeInstanceOf(SourceError));
    }
  }
});

test("an encrypted entry is told", async () => {
  const bytes = archive({ "x.npy": matrix(3, 4) });
  bytes[listAt(bytes) + 8] |= 1;
  await expect(open(bytes)).rejects.toThrow("x is left out: it is encrypted");
});

test("an archive of other things is told", async () => {
  const bytes = archive({ "readme.txt": new Uint8Array(3) });
  expect(npz.sniff(bytes, { name: "a.zip", size: bytes.length })).toBe("maybe");
  await expect(open(bytes)).rejects.toThrow("holds no arrays of NumPy");
});
