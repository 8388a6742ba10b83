import { expect, test } from "vitest";
import { bytesFile } from "../byte-file";
import { detectFormat } from "../detect";
import { DimsNeeded } from "../table";
import { readTable } from "../testing/read-table";
import { raw } from "./raw";

const floats = (count: number) => new Uint8Array(Float32Array.from({ length: count }, (_, i) => (i % 9) - 4.5).buffer);
const open = async (bytes: Uint8Array<ArrayBuffer>, dims?: number, name = "a.f32") =>
  (await raw.open(bytesFile(bytes, name), dims === undefined ? {} : { dims }))[0];
const suggestions = async (values: number, name?: string) => {
  const error = await open(floats(values), undefined, name).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(DimsNeeded);
  return (error as DimsNeeded).suggestions;
};

test("with its dims said it is a table of such rows", async () => {
  const table = await open(floats(12), 4);
  expect([table.rows, table.columns[0].vector]).toEqual([3, { dims: 4, values: "f4" }]);
  expect((await readTable(table, { rows: [1, 2] })).values).toEqual([-0.5, 0.5, 1.5, 2.5, 3.5, -4.5, -3.5, -2.5]);
  expect((await open(floats(12), 12)).rows).toBe(1);
});

test("dims are asked for, and those of models that divide it suggested, one in its name first", async () => {
  expect(await suggestions(500 * 96)).toEqual([384, 128, 300, 64, 100, 200, 50, 960]);
  expect((await suggestions(500 * 96, "float32_texts-96d.f32"))[0]).toBe(96);
  expect((await suggestions(1000 * 1536))[0]).toBe(1536);
  expect(await suggestions(7 * 11 * 13)).toEqual([143, 91, 77, 13, 11, 7]);
  expect(await suggestions(13)).toEqual([13]);
});

test.each([
  [5, "holds 12 numbers, and vectors of 5 do not divide them: after 2 vectors 2 are left over"],
  [13, "vectors of 13 do not divide them: they are fewer than that"],
  [0, "it is no count"],
  [-4, "it is no count"],
  [1.5, "it is no count"],
  [Number.NaN, "it is no count"],
])("dims of %d, which do not divide it, are told with both counts", async (dims, words) => {
  await expect(open(floats(12), dims)).rejects.toThrow(words);
});

test("a size that is no whole count of numbers is told, before dims are asked for", async () => {
  await expect(open(floats(3).slice(0, 10))).rejects.toThrow(
    "10 bytes long, and numbers of float32 take 4 each: 2 are left",
  );
});

test("it takes what looks like it, by name or by value, and leaves text, packed bytes and whole numbers", () => {
  const verdict = (bytes: Uint8Array, name: string) => raw.sniff(bytes, { name, size: bytes.length });
  expect(verdict(floats(64), "vectors")).toBe("maybe");
  expect(verdict(new Uint8Array(64), "zeros.bin")).toBe("maybe");
  expect(verdict(new Uint8Array(64), "zeros")).toBeNull();
  expect(verdict(new Uint8Array(Int32Array.from({ length: 64 }, (_, i) => i).buffer), "counts")).toBeNull();
  expect(
    verdict(
      Uint8Array.from({ length: 999 }, (_, i) => (i * 7919 * i) % 251),
      "packed",
    ),
  ).toBeNull();
  const text = new TextEncoder().encode("0.125,0.5,1.25\n".repeat(16));
  expect(verdict(text, "numbers.dat")).toBeNull();
  expect(verdict(text, "numbers")).toBeNull();
});

test("a file with a mark keeps its format, whatever its name", async () => {
  const npy = Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, 0, 0, 0, 0);
  expect((await detectFormat(bytesFile(npy, "a.f32"))).id).toBe("npy");
  expect((await detectFormat(bytesFile(floats(64), "a.bin"))).id).toBe("raw");
});
