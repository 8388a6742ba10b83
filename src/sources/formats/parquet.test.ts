import { parquetMetadata } from "hyparquet";
import { ByteWriter, type ColumnSource, parquetWriteBuffer } from "hyparquet-writer";
import { writeMetadata } from "hyparquet-writer/src/metadata.js";
import { expect, test } from "vitest";
import { textOf } from "../../i18n/said";
import { bytesFile } from "../byte-file";
import { SourceError } from "../problem";
import type { Batch, ReadRequest, Table } from "../table";
import { parquet } from "./parquet";

type Schema = NonNullable<Parameters<typeof parquetWriteBuffer>[0]["schema"]>;

const list = (name: string, type: "FLOAT" | "DOUBLE" | "INT32"): Schema => [
  { name, repetition_type: "OPTIONAL", num_children: 1, converted_type: "LIST" },
  { name: "list", repetition_type: "REPEATED", num_children: 1 },
  { name: "element", type, repetition_type: "OPTIONAL" },
];

function written(columns: ColumnSource[], schema: Schema, options = {}): Uint8Array<ArrayBuffer> {
  const children = columns.length;
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columns,
      schema: [{ name: "root", num_children: children }, ...schema],
      ...options,
    }),
  );
}

async function opened(bytes: Uint8Array<ArrayBuffer>): Promise<Table> {
  return (await parquet.open(bytesFile(bytes, "v.parquet"), {}))[0];
}

async function read(table: Table, request: Partial<ReadRequest>): Promise<Batch[]> {
  const batches: Batch[] = [];
  for await (const batch of table.batches({ vector: null, columns: [], rows: null, ...request })) batches.push(batch);
  return batches;
}

async function refusal(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  try {
    const table = await opened(bytes);
    await read(table, { vector: table.columns.find(({ vector }) => vector)?.name ?? null });
  } catch (error) {
    if (error instanceof SourceError) return textOf(error.problem.what);
    throw error;
  }
  return "";
}

const vectors = [[1, 2, 3, 4], null, [5, 6, 7, 8], [9, 10, 11], [], [1, null, 3, 4], [0, 0.5, 1, 1.5]];

test("rows without a whole vector are skipped, each with its reason, and the others keep their values", async () => {
  const text = vectors.map((_, i) => `t${i}`);
  const table = await opened(
    written(
      [
        { name: "e", data: vectors },
        { name: "t", data: text },
      ],
      [...list("e", "FLOAT"), { name: "t", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "REQUIRED" }],
    ),
  );
  expect(table.columns[0]).toMatchObject({ name: "e", type: "list<float>", vector: { dims: 4, values: "f4" } });
  const [batch] = await read(table, { vector: "e", columns: ["t"] });
  expect([...batch.rows]).toEqual([0, 2, 6]);
  expect([...(batch.vectors ?? [])]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 0, 0.5, 1, 1.5]);
  expect(batch.columns.t).toEqual(["t0", "t2", "t6"]);
  expect(batch.skipped).toEqual([
    { row: 1, why: "has no vector" },
    { row: 3, why: "has 3 numbers where the others have 4" },
    { row: 4, why: "has 0 numbers where the others have 4" },
    { row: 5, why: "has numbers that are missing" },
  ]);
});

test("numbered columns are one vector in the order of their numbers, and a hole in one of them skips the row", async () => {
  const names = ["d10", "d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9", "year"];
  const data = (name: string) =>
    [0, 1, 2].map((row) => (name === "d3" && row === 1 ? null : Number(name.slice(1)) + row));
  const table = await opened(
    written(
      names.map((name) => ({ name, data: name === "year" ? [1, 2, 3] : data(name) })),
      names.map((name) => ({ name, type: "DOUBLE", repetition_type: "OPTIONAL" })),
    ),
  );
  expect(table.columns.map(({ name }) => name)).toEqual(["d1 … d10", "year"]);
  const [batch] = await read(table, { vector: "d1 … d10", columns: ["year"] });
  expect([...(batch.vectors ?? [])]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(batch.columns.year).toEqual([1, 3]);
  expect(batch.skipped).toEqual([{ row: 1, why: "has nothing in the column d3" }]);
});

const halves: Schema = [
  { name: "v", repetition_type: "REQUIRED", num_children: 1, converted_type: "LIST" },
  { name: "list", repetition_type: "REPEATED", num_children: 1 },
  {
    name: "element",
    type: "FIXED_LEN_BYTE_ARRAY",
    type_length: 2,
    logical_type: { type: "FLOAT16" },
    repetition_type: "REQUIRED",
  },
];

/** The footer tells of the same pages as of a column that is repeated by itself, as old writers have it. */
function asRepeated(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const footer = parquetMetadata(bytes.buffer);
  const [root, , , element] = footer.schema;
  footer.schema = [
    { ...root, num_children: 1 },
    { ...element, name: "v", repetition_type: "REPEATED" },
  ];
  for (const { columns } of footer.row_groups) if (columns[0].meta_data) columns[0].meta_data.path_in_schema = ["v"];
  const writer = new ByteWriter();
  writeMetadata(writer, footer);
  const body = bytes.subarray(0, bytes.length - 8 - footer.metadata_length);
  return Uint8Array.from([...body, ...writer.getBytes(), ...new TextEncoder().encode("PAR1")]);
}

test.each([
  ["a list", (bytes: Uint8Array<ArrayBuffer>) => bytes],
  ["a repeated column", asRepeated],
])("%s of half precision stays in half precision", async (_, made) => {
  const rows = [
    [0.5, 1, -2, 4],
    [1, 2, 3, 4],
  ];
  const table = await opened(made(written([{ name: "v", data: rows }], halves)));
  expect(table.columns[0]).toMatchObject({ name: "v", vector: { dims: 4, values: "f2" } });
  const [batch] = await read(table, { vector: "v" });
  expect(batch.vectors).toEqual(Uint16Array.of(0x3800, 0x3c00, 0xc000, 0x4400, 0x3c00, 0x4000, 0x4200, 0x4400));
});

test("an image of the Hugging Face hub is its bytes, or else its path", async () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2);
  const table = await opened(
    written(
      [
        {
          name: "image",
          data: [
            { bytes: png, path: "a.png" },
            { bytes: null, path: "b.png" },
          ],
        },
      ],
      [
        { name: "image", repetition_type: "OPTIONAL", num_children: 2 },
        { name: "bytes", type: "BYTE_ARRAY", repetition_type: "OPTIONAL" },
        { name: "path", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" },
      ],
    ),
  );
  expect(table.columns).toEqual([{ name: "image", kind: "image", type: "image" }]);
  const [batch] = await read(table, { columns: ["image"] });
  expect(batch.columns.image).toEqual([png, "b.png"]);
});

test("dates and times are dates, decimals numbers, and what is missing is null", async () => {
  const day = new Date("2024-05-06T00:00:00Z");
  const table = await opened(
    written(
      [
        { name: "day", data: [day, null] },
        { name: "at", data: [new Date(12_345), null] },
        { name: "price", data: [12.5, null] },
        { name: "big", data: [2n ** 60n, null] },
      ],
      [
        { name: "day", type: "INT32", converted_type: "DATE", repetition_type: "OPTIONAL" },
        { name: "at", type: "INT64", converted_type: "TIMESTAMP_MILLIS", repetition_type: "OPTIONAL" },
        {
          name: "price",
          type: "INT32",
          converted_type: "DECIMAL",
          precision: 9,
          scale: 2,
          repetition_type: "OPTIONAL",
        },
        { name: "big", type: "INT64", repetition_type: "OPTIONAL" },
      ],
    ),
  );
  expect(table.columns.map(({ kind, type }) => [kind, type])).toEqual([
    ["text", "date"],
    ["text", "timestamp_millis"],
    ["number", "decimal(9,2)"],
    ["number", "int64"],
  ]);
  const [{ columns }] = await read(table, { columns: ["day", "at", "price", "big"] });
  expect(columns).toEqual({
    day: [day, null],
    at: [new Date(12_345), null],
    price: [12.5, null],
    big: [2n ** 60n, null],
  });
});

const many = Array.from({ length: 2000 }, (_, row) => Array.from({ length: 16 }, (_, dim) => (row * 16 + dim) / 8));
const manyBytes = written([{ name: "e", data: many }], list("e", "DOUBLE"), { rowGroupSize: 300, pageSize: 4096 });

test("any rows that are asked for are given, over the borders of pages and row groups", async () => {
  const table = await opened(manyBytes);
  expect(table.groups).toEqual(Float64Array.from({ length: 7 }, (_, i) => i * 300));
  const wanted = Float64Array.of(0, 1, 31, 32, 33, 299, 300, 750, 1999);
  const batches = await read(table, { vector: "e", rows: wanted });
  expect(batches.flatMap(({ rows }) => [...rows])).toEqual([...wanted]);
  expect(batches.flatMap(({ vectors }) => [...(vectors ?? [])])).toEqual([...wanted].flatMap((row) => many[row]));
  expect(batches.at(-1)?.share).toBe(1);
});

test("reading stops where it is cancelled", async () => {
  const table = await opened(manyBytes);
  const stop = new AbortController();
  const batches = table.batches({ vector: "e", columns: [], rows: null, signal: stop.signal });
  await batches.next();
  stop.abort(new Error("enough"));
  await expect(batches.next()).rejects.toThrow("enough");
});

test("what is cut short or lies about itself is told with its place", async () => {
  expect(await refusal(manyBytes.slice(0, -100))).toMatch(/not written or copied to its end/);
  const long = manyBytes.slice();
  new DataView(long.buffer).setUint32(long.length - 8, 2 ** 30, true);
  expect(await refusal(long)).toMatch(/footer of 1,073,741,824 bytes, and the file has/);
  // What stands in the first row group is no page.
  const blank = manyBytes.slice().fill(0xff, 200, 3000);
  expect(await refusal(blank)).toMatch(/^The Parquet file v\.parquet is broken \(column e, page at byte [\d,]+\): /);
  const encrypted = manyBytes.slice();
  encrypted[encrypted.length - 1] = 0x45;
  expect(await refusal(encrypted)).toMatch(/is encrypted/);
});
