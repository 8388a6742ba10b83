import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { textOf } from "../../i18n/said";
import { bytesFile } from "../byte-file";
import { openTables } from "../open-tables";
import type { Batch, Table } from "../table";

const sample = (name: string) => new Uint8Array(readFileSync(`tests/samples/${name}`));
const npy = sample("matrix.npy");
const matrix = new Float32Array(npy.buffer.slice(npy.length - 500 * 96 * 4));

async function open(bytes: Uint8Array<ArrayBuffer> | string, name = "t.csv"): Promise<Table> {
  return (await openTables([bytesFile(bytes, name)]))[0];
}

async function read(table: Table, rows: Float64Array | null = null) {
  const vector = table.columns.find(({ kind }) => kind === "vector")?.name ?? null;
  const columns = table.columns.filter(({ kind }) => kind !== "vector").map(({ name }) => name);
  const batches: Batch[] = [];
  for await (const batch of table.batches({ vector, columns, rows })) batches.push(batch);
  return {
    rows: batches.flatMap((batch) => [...batch.rows]),
    vectors: batches.flatMap((batch) => [...(batch.vectors ?? [])]),
    skipped: batches.flatMap((batch) => batch.skipped),
    column: (name: string) => batches.flatMap((batch) => batch.columns[name]),
  };
}

for (const name of ["columns.csv", "semicolons-utf16.csv", "json-list-bom.csv", "numpy-list.tsv"]) {
  test(`${name}, as Python wrote it, gives the matrix and its columns, under a wrong name too`, async () => {
    for (const as of [name, "data.bin"]) {
      const table = await open(sample(name), as);
      expect(table.rows).toBe(500);
      const got = await read(table);
      expect(got.vectors).toEqual([...matrix]);
      expect(got.column("title")[499]).toBe("point 499");
      expect(got.column("category").slice(0, 4)).toEqual(["red", "green", "blue", "grey"]);
      expect(got.column("score")[3]).toBe(0.375);
    }
  });
}

test("only the rows that are wanted come", async () => {
  const got = await read(await open(sample("columns.csv")), Float64Array.of(3, 7, 499));
  expect(got.rows).toEqual([3, 7, 499]);
  expect(got.vectors).toEqual([3, 7, 499].flatMap((row) => [...matrix.subarray(row * 96, row * 96 + 96)]));
});

test("ragged rows and text where numbers belong are skipped, with line and reason", async () => {
  const lines = [
    "t,d0,d1,d2,d3",
    '"a\nb",1,2,3,4',
    "c,1,2,3",
    "d,1,2,x,4",
    "e,1,2,,4",
    "f,5,6,7,8",
    "g,1,2,3,4",
    "h,1,2,3,4",
  ];
  const more = Array.from({ length: 12 }, (_, i) => `m${i},1,2,3,4`);
  const got = await read(await open([...lines, ...more].join("\r\n")));
  expect(got.skipped.slice(0, 3)).toEqual([
    { row: 1, place: "line 4", why: "has 4 cells where the others have 5" },
    { row: 2, place: "line 5", why: 'has "x" in column "d2" where a number belongs' },
    { row: 3, place: "line 6", why: 'has nothing in column "d2" where a number belongs' },
  ]);
  expect(got.column("t").slice(0, 2)).toEqual(["a\nb", "f"]);
});

test("lists as PostgreSQL and NumPy 2 print them are vectors, and shortened ones are told", async () => {
  const lists = [
    "{0.5,1,-2,4}",
    "[0.5,1,-2,4]",
    "[np.float32(0.5), np.float32(1.0), np.float32(-2.0), 4]",
    "array([0.5, 1. , -2., 4.])",
  ];
  for (const list of lists) {
    const table = await open(`id;v\na;"${list}"\nb;"${list}"\n`);
    expect((await read(table)).vectors).toEqual([0.5, 1, -2, 4, 0.5, 1, -2, 4]);
  }
  const short = await open('id,v\na,"[0.1 0.2 ... 0.3 0.4]"\nb,"[0.1 0.2 ... 0.3 0.4]"\n');
  expect(short.notes.map(textOf).join()).toContain("they are not in the file");
});

test("numbers that were written come back, whatever divides them and however they are encoded", async () => {
  const encode = {
    "utf-8": (t: string) => Buffer.from(t),
    "utf-16le": (t: string) => Buffer.from(`\ufeff${t}`, "utf16le"),
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 5, maxLength: 5 }), {
        minLength: 3,
      }),
      fc.constantFrom(",", ";", "\t", "|"),
      fc.constantFrom("\n", "\r\n"),
      fc.constantFrom(...(["utf-8", "utf-16le"] as const)),
      fc.boolean(),
      async (rows, delimiter, newline, encoding, decimalComma) => {
        const write = (x: number) => (decimalComma && delimiter !== "," ? String(x).replace(".", ",") : String(x));
        const head = ["d0", "d1", "d2", "d3", "d4"].join(delimiter);
        const text = [head, ...rows.map((row) => row.map(write).join(delimiter))].join(newline);
        const got = await read(await open(new Uint8Array(encode[encoding](text))));
        expect(got.vectors).toEqual(rows.flat().map((x) => Math.fround(Number(String(x)))));
      },
    ),
    { numRuns: 60, seed: 7 },
  );
});
