import { expect, test } from "vitest";
import { bytesFile } from "../byte-file";
import { detectFormat } from "../detect";
import { readTable } from "../testing/read-table";
import { vecs } from "./vecs";

type Row = Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** A file of such rows: before each stands how many numbers it has. */
function vecsBytes(rows: Row[]): Uint8Array<ArrayBuffer> {
  const parts = rows.flatMap((row) => [Int32Array.of(row.length), row]);
  return new Uint8Array(parts.flatMap(({ buffer }) => [...new Uint8Array(buffer)]));
}
const open = async (bytes: Uint8Array<ArrayBuffer>, name = "a.fvecs") =>
  (await vecs.open(bytesFile(bytes, name), {}))[0];
const floats = (rows: number, dims: number) =>
  Array.from({ length: rows }, (_, i) => Float32Array.from({ length: dims }, (_, j) => i + j / 8));

test("vectors of floats, bytes and whole numbers are read under their names", async () => {
  const float = await readTable(await open(vecsBytes([Float32Array.of(1, -2.5), Float32Array.of(3, 4)])));
  expect(float.values).toEqual([1, -2.5, 3, 4]);
  const byte = await readTable(await open(vecsBytes([Uint8Array.of(1, 255, 7), Uint8Array.of(0, 2, 3)]), "a.bvecs"));
  expect(byte.values).toEqual([1, 255, 7, 0, 2, 3]);
  const whole = await readTable(await open(vecsBytes([Int32Array.of(-1, 70_000)]), "a.ivecs"));
  expect(whole.values).toEqual([-1, 70_000]);
});

test("what the numbers are is told by their bytes where the name does not", async () => {
  const typeOf = async (rows: Row[], name: string) => (await open(vecsBytes(rows), name)).columns[0].type;
  expect(await typeOf(floats(5, 8), "a.bin")).toBe("float32");
  expect(await typeOf([Int32Array.of(5, 9, 1), Int32Array.of(-3, 2, 1)], "a.bin")).toBe("int32");
  expect(await typeOf([Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5, 6), Uint8Array.of(7, 8, 9)], "a.bin")).toBe("uint8");
  // A name that the bytes belie is not believed.
  expect(await typeOf([Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5, 6), Uint8Array.of(7, 8, 9)], "a.fvecs")).toBe(
    "uint8",
  );
});

test("rows that are asked for are read by themselves", async () => {
  const read = await readTable(await open(vecsBytes(floats(900, 4))), { rows: [0, 3, 899] });
  expect(read.values.filter((_, i) => i % 4 === 0)).toEqual([0, 3, 899]);
});

test("one vector is a table of one row", async () => {
  const table = await open(vecsBytes(floats(1, 6)));
  expect([table.rows, (await readTable(table)).values.length]).toEqual([1, 6]);
});

test("the last vector is left out where it is cut off, wherever that is", async () => {
  const whole = vecsBytes(floats(3, 5));
  for (let cut = 1; cut < 24; cut++) {
    const table = await open(whole.slice(0, whole.length - cut));
    expect(table.rows).toBe(2);
    expect(table.notes).toEqual([`The last vector is left out: it is cut off after ${24 - cut} of 24 bytes.`]);
    expect((await readTable(table)).values).toEqual([...floats(2, 5)[0], ...floats(2, 5)[1]]);
  }
});

test.each([1, 3, 4, 23])("a file of %i bytes is refused: its first vector is not there", async (length) => {
  await expect(open(vecsBytes(floats(3, 5)).slice(0, length))).rejects.toThrow(
    length < 4 ? "first vector has 0 numbers" : `ends within its first vector, of 5 numbers: ${length} bytes are there`,
  );
});

test("a ragged file is told, with the first vector that differs", async () => {
  const rows = floats(40, 5);
  rows[17] = Float32Array.of(1, 2, 3);
  await expect(open(vecsBytes(rows))).rejects.toThrow(
    "a.fvecs is ragged: vector 17 (byte 408) has 3 numbers where the first has 5",
  );
});

test("a ragged file whose size divides is told while it is read", async () => {
  const rows = [...floats(4, 5), Float32Array.of(1, 2), ...floats(1, 8), ...floats(2, 5)];
  const table = await open(vecsBytes(rows));
  await expect(readTable(table)).rejects.toThrow("vector 4 (byte 96) has 2 numbers where the first has 5");
});

test.each([0, -1, 2_000_000_000])("a first vector that claims %i numbers is refused", async (claim) => {
  const bytes = vecsBytes(floats(3, 5));
  new DataView(bytes.buffer).setInt32(0, claim, true);
  await expect(open(bytes)).rejects.toThrow(`first vector has ${claim.toLocaleString("en")} numbers`);
});

test("it is known by its bytes, and texts and plain floats are not taken for it", async () => {
  const verdict = (bytes: Uint8Array, name: string, size = bytes.length) => vecs.sniff(bytes, { name, size });
  expect(verdict(vecsBytes(floats(3, 5)), "a.bin")).toBe("sure");
  expect(verdict(vecsBytes(floats(1, 5)), "a.bin")).toBe("maybe");
  expect(verdict(new Uint8Array(Float32Array.of(1, 2, 3, 4).buffer), "a.bin")).toBeNull();
  expect(verdict(new Uint8Array(1024), "a.bin")).toBeNull();
  expect(verdict(new TextEncoder().encode("a,b\n1,2\n".repeat(90)), "a.csv")).toBeNull();
  expect((await detectFormat(bytesFile(vecsBytes(floats(40, 16)), "something.bin"))).id).toBe("vecs");
});
