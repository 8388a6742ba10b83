import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromHalf } from "../half";
import type { Plan } from "../plan";
import type { Source } from "../source";
import type { ValueType, VectorValues } from "../table";
import { memoryTable } from "../testing/table";
import { stage } from "./stage";

const PLAN: Plan = {
  title: "Mine",
  table: 0,
  vector: "vector",
  titles: "name",
  texts: null,
  images: null,
  colors: ["kind"],
  rows: null,
  seed: 3,
  draw: "rows",
  type: "f4",
};

/** What a source gives, as rows × dims numbers. */
async function rowsOf(source: Source): Promise<number[][]> {
  const { rows, dims } = source.manifest;
  const columns: number[][] = [];
  for await (const { values, scales } of source.blocks(() => {})) {
    for (let j = 0; j * rows < values.length; j++) {
      const scale = scales?.[j] ?? 1;
      const column = Array.from(values.subarray(j * rows, (j + 1) * rows));
      columns.push(values instanceof Uint16Array ? column.map(fromHalf) : column.map((value) => value * scale));
    }
  }
  expect(columns).toHaveLength(dims);
  return Array.from({ length: rows }, (_, r) => columns.map((column) => column[r]));
}

function made(rows: number, dims: number, value = (row: number, dim: number) => Math.fround(Math.sin(row * 31 + dim))) {
  const values = Float32Array.from({ length: rows * dims }, (_, i) => value(Math.floor(i / dims), i % dims));
  const names = Array.from({ length: rows }, (_, row) => `n${row}`);
  const kinds = Array.from({ length: rows }, (_, row) => (row % 2 ? "odd" : "even"));
  return memoryTable({ values, dims }, { name: names, kind: kinds });
}

test("rows come out as they went in, turned into columns", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 4, max: 200 }), async (rows, dims) => {
      const source = await stage(made(rows, dims), PLAN);
      const got = await rowsOf(source);
      expect(got[rows - 1][dims - 1]).toBe(Math.fround(Math.sin((rows - 1) * 31 + dims - 1)));
      expect(got).toEqual(
        Array.from({ length: rows }, (_, r) =>
          Array.from({ length: dims }, (_, j) => Math.fround(Math.sin(r * 31 + j))),
        ),
      );
    }),
    { numRuns: 25 },
  );
});

test("titles, colours and counts go with them", async () => {
  const source = await stage(made(20, 4), PLAN);
  const points = await source.points();
  expect(points?.titles[19]).toBe("n19");
  expect(points?.texts).toEqual(Array(20).fill(""));
  expect(points?.columns).toMatchObject([{ kind: "category", labels: ["even", "odd"], counts: [10, 10] }]);
  expect(source.manifest).toMatchObject({ title: "Mine", rows: 20, dims: 4, dtype: "f4" });
  expect(source.manifest.ofRows).toBeUndefined();
});

describe.each(["known", "unknown"] as const)("a sample of a number of rows that is %s", (rows) => {
  const table = () => {
    const { values, names } = {
      values: new Float32Array(100 * 5).map((_, i) => i),
      names: Array.from({ length: 100 }, (_, r) => `n${r}`),
    };
    return memoryTable({ values, dims: 5 }, { name: names, kind: names }, { rows });
  };

  test("is seeded, in the order of the file, and says of how many it is", async () => {
    const read = async (seed: number) => {
      const source = await stage(table(), { ...PLAN, rows: 12, seed });
      const points = await source.points();
      const first = (await rowsOf(source)).map((row) => row[0]);
      expect(points?.titles).toEqual(first.map((value) => `n${value / 5}`));
      expect(source.manifest).toMatchObject({ rows: 12, ofRows: 100 });
      return first;
    };
    const drawn = await read(3);
    expect(drawn).toEqual([...drawn].sort((a, b) => a - b));
    expect(await read(3)).toEqual(drawn);
    expect(await read(4)).not.toEqual(drawn);
    // The first rows of a file are no sample of it.
    expect(drawn.at(-1)).toBeGreaterThan(60);
  });
});

test("of a known number only the rows that are drawn are read", async () => {
  const table = made(100, 4);
  await stage(table, { ...PLAN, rows: 10 });
  expect(table.asked).toHaveLength(10);
});

test("a space can be read again: the same columns", async () => {
  const source = await stage(made(30, 6), { ...PLAN, rows: 9 });
  expect(await rowsOf(source)).toEqual(await rowsOf(source));
});

test("rows with what is no number are left out, and told", async () => {
  const source = await stage(
    made(10, 4, (row, dim) => (row === 3 && dim === 2 ? Number.NaN : row === 7 ? Number.POSITIVE_INFINITY : row + dim)),
    PLAN,
  );
  expect(source.manifest.rows).toBe(8);
  expect((await source.points())?.titles).toEqual(["n0", "n1", "n2", "n4", "n5", "n6", "n8", "n9"]);
  expect(source.skipped).toEqual({
    count: 2,
    rows: [
      { row: 3, why: "has a value in dimension 3 that is not a finite number" },
      { row: 7, why: "has a value in dimension 1 that is not a finite number" },
    ],
  });
});

test("where no row is left, the first reason is told", async () => {
  await expect(
    stage(
      made(3, 4, () => Number.NaN),
      PLAN,
    ),
  ).rejects.toThrow(
    "None of the 3 rows of memory could be read: row 1 has a value in dimension 1 that is not a finite number",
  );
});

test.each([
  [3, "have 3 dimensions: 4 to 16,384 can be shown"],
  [16_385, "have 16,385 dimensions"],
])("vectors of %i dims are refused with the counts", async (dims, words) => {
  await expect(stage(made(2, dims), PLAN)).rejects.toThrow(words);
});

describe("kept in less", () => {
  const read = async (type: ValueType, values: VectorValues, came: ValueType) => {
    const source = await stage(memoryTable({ values, dims: 4, type: came }, { name: ["a", "b"], kind: ["x", "y"] }), {
      ...PLAN,
      type,
    });
    return { type: source.type, rows: await rowsOf(source), bytes: source.totalBytes };
  };
  const values = Float32Array.of(0.1, -0.25, 3, 0, 0.3, 0.5, -1, 0);

  test("halves are the nearest", async () => {
    const { type, rows, bytes } = await read("f2", values, "f4");
    expect([type, bytes]).toEqual(["f2", 16]);
    for (const [i, value] of rows.flat().entries())
      expect(Math.abs(value - values[i])).toBeLessThanOrEqual(Math.abs(values[i]) * 2 ** -11);
  });

  test("whole numbers are scaled by the largest of their dimension", async () => {
    const { type, rows, bytes } = await read("i1", values, "f4");
    expect([type, bytes]).toEqual(["i1", 8]);
    const largest = [0.3, 0.5, 3, 0];
    for (const [i, value] of rows.flat().entries())
      expect(Math.abs(value - values[i])).toBeLessThanOrEqual(largest[i % 4] / 254 + 1e-7);
  });

  test("no finer than the file has them", async () => {
    expect(await read("f4", Int8Array.of(1, 2, 3, 4, 5, 6, 7, -8), "i1")).toMatchObject({
      type: "i1",
      rows: [
        [1, 2, 3, 4],
        [5, 6, 7, -8],
      ],
    });
    expect((await read("f4", Uint16Array.of(0x3c00, 0, 0, 0, 0, 0, 0, 0xc000), "f2")).rows).toEqual([
      [1, 0, 0, 0],
      [0, 0, 0, -2],
    ]);
  });
});

test("reading stops when it is cancelled", async () => {
  const abort = new AbortController();
  const reading = stage(made(100, 4), PLAN, { signal: abort.signal, progress: () => abort.abort() });
  await expect(reading).rejects.toThrow("abort");
});
