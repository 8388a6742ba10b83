import { expect, test } from "vitest";
import { bytesFile } from "../byte-file";
import { SourceError } from "../problem";
import { readTable } from "../testing/read-table";
import { safetensors } from "./safetensors";

type Facts = { dtype: string; shape: unknown; data_offsets: unknown };

function fileBytes(header: string | Record<string, Facts>, body = new Uint8Array(0)): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(typeof header === "string" ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length + body.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  bytes.set(body, 8 + text.length);
  return bytes;
}
const open = (bytes: Uint8Array<ArrayBuffer>) => safetensors.open(bytesFile(bytes, "a.safetensors"), {});
const readFirst = async (bytes: Uint8Array<ArrayBuffer>) => readTable((await open(bytes))[0]);
const bytesOf = (...views: ArrayBufferView<ArrayBuffer>[]) =>
  new Uint8Array(views.flatMap(({ buffer }) => [...new Uint8Array(buffer)]));

const SMALL = fileBytes(
  {
    x: { dtype: "F32", shape: [3, 2], data_offsets: [0, 24] },
    y: { dtype: "I16", shape: [3], data_offsets: [24, 30] },
  },
  bytesOf(Float32Array.of(1, 2, 3, 4, 5, 6), Int16Array.of(-1, 0, 300)),
);

test("tensors with as many rows make a table, the one with the most vectors first", async () => {
  const bytes = fileBytes(
    {
      small: { dtype: "U8", shape: [2, 3], data_offsets: [0, 6] },
      large: { dtype: "F64", shape: [3, 2], data_offsets: [8, 56] },
      one: { dtype: "F32", shape: [], data_offsets: [56, 60] },
      tiny: { dtype: "F8_E4M3", shape: [2], data_offsets: [60, 62] },
      cube: { dtype: "I8", shape: [2, 2, 2], data_offsets: [62, 70] },
    },
    bytesOf(Uint8Array.of(1, 2, 3, 4, 5, 255, 0, 0), Float64Array.of(1, -2, 0.5, 4, 1e30, 6), new Uint8Array(14)),
  );
  const tables = await open(bytes);
  expect(tables.map(({ name, rows }) => [name, rows])).toEqual([
    ["large in a.safetensors", 3],
    ["small in a.safetensors", 2],
  ]);
  expect(tables[0].notes).toEqual([
    "one is left out: it has the shape (), which is no matrix.",
    "tiny is left out: it holds values of the type F8_E4M3, which is no type of plain numbers.",
    "cube is left out: it has the shape (2, 2, 2), which is no matrix.",
  ]);
  expect((await readTable(tables[0])).values).toEqual([1, -2, 0.5, 4, Math.fround(1e30), 6]);
  expect((await readTable(tables[1], { rows: [1] })).values).toEqual([4, 5, 255]);
});

test("a list beside a matrix is a column of numbers, and a tensor at an odd place is read", async () => {
  expect((await readFirst(SMALL)).columns).toEqual({ y: [-1, 0, 300] });
  const odd = fileBytes({ x: { dtype: "F32", shape: [1, 2], data_offsets: [3, 11] } }, new Uint8Array(11));
  expect((await readFirst(odd)).values).toEqual([0, 0]);
});

test("thousands of tensors that make no column are counted", async () => {
  const scalar = (i: number) => [`s${i}`, { dtype: "U8", shape: [], data_offsets: [0, 1] }];
  const bytes = fileBytes(Object.fromEntries(Array.from({ length: 3000 }, (_, i) => scalar(i))), new Uint8Array(1));
  await expect(open(bytes)).rejects.toThrow(/no array of vectors. s0 is left out: .* So are 2,997 others/);
});

test("a file that is cut anywhere is refused in a sentence", async () => {
  for (let length = 1; length < SMALL.length; length++) {
    await expect(open(SMALL.slice(0, length)), `${length} bytes`).rejects.toThrow("ends early");
  }
});

test.each([
  ["a header that is no JSON", "{x: 1}", "has a header that is not JSON"],
  ["a header that is a number", "17", "lists no tensors"],
  ["a tensor that is nothing", '{"x": null}', 'does not tell the type, the shape and the place of "x"'],
  ["a shape that is no counts", { x: { dtype: "F32", shape: [-1, 4], data_offsets: [0, 16] } }, "does not tell"],
  [
    "a place that ends before it begins",
    { x: { dtype: "F32", shape: [1, 4], data_offsets: [16, 0] } },
    "does not tell",
  ],
  [
    "a shape larger than its place",
    { x: { dtype: "F32", shape: [1e9, 4096], data_offsets: [0, 16] } },
    "has the shape (1000000000, 4096) of F32, 16,384,000,000,000 bytes, and its place in the file is 16 bytes long",
  ],
  [
    "a place behind the end of the file",
    { x: { dtype: "F32", shape: [1e9, 4], data_offsets: [0, 16e9] } },
    "ends early, in x: ",
  ],
  ["no rows", { x: { dtype: "F32", shape: [0, 4], data_offsets: [0, 0] } }, "holds no array of vectors"],
  ["no tensors", '{"__metadata__": {"format": "pt"}}', "holds no array of vectors"],
])("%s is told", async (_, header, words) => {
  await expect(open(fileBytes(header, new Uint8Array(16)))).rejects.toThrow(words);
});

test("a header longer than the format allows is not read", async () => {
  const claims = { name: "a", where: "a", size: 2e9, slice: async () => bytesOf(BigUint64Array.of(1_000_000_000n)) };
  const stream = () => new ReadableStream<Uint8Array<ArrayBuffer>>();
  await expect(safetensors.open({ ...claims, stream }, {})).rejects.toThrow("longer than the format allows");
});

test("a header with any byte changed is read, or refused in a sentence", async () => {
  for (let at = 0; at < SMALL.length - 30; at++) {
    for (const bit of [1, 4, 128]) {
      const bytes = SMALL.slice();
      bytes[at] ^= bit;
      await readFirst(bytes).catch((error) => expect(error, `byte ${at}`).toBeInstanceOf(SourceError));
    }
  }
});

test("other text and other numbers are not taken for it", () => {
  const sniff = (bytes: Uint8Array) => safetensors.sniff(bytes, { name: "x", size: bytes.length });
  expect(sniff(SMALL)).toBe("sure");
  expect(sniff(new TextEncoder().encode('{"x": 1}{"x": 2}'))).toBeNull();
  expect(sniff(bytesOf(Float32Array.of(1, 2, 3, 4)))).toBeNull();
});
