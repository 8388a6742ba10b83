import fc from "fast-check";
import { expect, test } from "vitest";
import { blockEnd, columnStream } from "./column-stream";
import { npyBytes } from "./testing/npy-bytes";
import type { Manifest } from "./types";

function manifestOf(rows: number, dims: number): Manifest {
  const files = { vectors: "vectors.npy" };
  return {
    name: "t",
    title: "t",
    description: "",
    source: "",
    licence: "",
    model: "",
    rows,
    dims,
    dtype: "i1",
    files,
    stops: [],
  };
}

function streamOf(bytes: Uint8Array, cuts: number[]): ReadableStream<Uint8Array> {
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return new ReadableStream({
    start(controller) {
      let from = 0;
      for (const to of [...ends, bytes.length]) {
        controller.enqueue(bytes.slice(from, to));
        from = to;
      }
      controller.close();
    },
  });
}

async function collect(
  stream: ReadableStream<Uint8Array>,
  manifest: Manifest,
): Promise<{ ends: number[]; body: number[] }> {
  const ends: number[] = [];
  const body: number[] = [];
  for await (const { to, bytes } of columnStream(stream, manifest, "vectors.npy", () => {})) {
    ends.push(to);
    body.push(...bytes);
  }
  return { ends, body };
}

test("whole columns come out, in order, however the bytes are cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 4, max: 300 }),
      fc.array(fc.nat(), { maxLength: 12 }),
      async (rows, dims, cuts) => {
        const body = Uint8Array.from({ length: rows * dims }, (_, i) => i % 251);
        const file = npyBytes("|i1", true, [rows, dims], body);
        const got = await collect(streamOf(file, cuts), manifestOf(rows, dims));
        expect(got.body).toEqual([...body]);
        expect(got.ends.at(-1)).toBe(dims);
      },
    ),
    { numRuns: 60 },
  );
});

test("blocks begin with the first four columns and grow to 128", () => {
  const ends = [4, 8, 16, 32, 64, 128, 256, 384];
  let from = 0;
  for (const end of ends) {
    expect(blockEnd(from, 3072)).toBe(end);
    from = end;
  }
  expect(blockEnd(3000, 3072)).toBe(3072);
});

test("a file that ends early is told with both counts", async () => {
  const file = npyBytes("|i1", true, [10, 8], new Uint8Array(80)).slice(0, -3);
  await expect(collect(streamOf(file, []), manifestOf(10, 8))).rejects.toThrow("205 of 208 bytes arrived");
});

test("a file of another shape is told with both shapes", async () => {
  const file = npyBytes("|i1", true, [10, 9], new Uint8Array(90));
  await expect(collect(streamOf(file, []), manifestOf(10, 8))).rejects.toThrow(
    "it promises 10 × 8 |i1, column by column, and the file holds 10 × 9 |i1, column by column",
  );
});

test("a file in C order is told", async () => {
  const file = npyBytes("|i1", false, [10, 8], new Uint8Array(80));
  await expect(collect(streamOf(file, []), manifestOf(10, 8))).rejects.toThrow("row by row");
});
