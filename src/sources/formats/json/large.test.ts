import fc from "fast-check";
import { expect, test } from "vitest";
import { type ByteFile, bytesFile } from "../../byte-file";
import { readTable } from "../../testing/read-table";
import { openLarge } from "./large";
import { piecesAt } from "./pieces";

/** A file whose stream comes in pieces of so many bytes. */
function inPieces(text: string, size: number): ByteFile {
  const bytes = new TextEncoder().encode(text);
  return {
    ...bytesFile(bytes, "large.json"),
    stream: () =>
      new ReadableStream({
        start(controller) {
          for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
          controller.close();
        },
      }),
  };
}

const vectors = Array.from({ length: 40 }, (_, i) => [i + 1, 0.5, -1 - i, 1e-3 * i]);
const record = (v: number[], i: number) => ({ title: `a "[{,}]" \\ ${i}`, v });
const DOCUMENTS: Record<string, unknown> = {
  "an array of records": vectors.map(record),
  "an answer": { object: "list", note: ["]", { v: [1] }], data: vectors.map(record), model: "m" },
  "an array of answers": [{ data: vectors.map(record).slice(0, 25) }, { data: vectors.map(record).slice(25) }],
  "records under their keys": Object.fromEntries(vectors.map((v, i) => [`k"${i}`, record(v, i)])),
  "cells with names": { columns: ["title", "v"], data: vectors.map((v, i) => [record(v, i).title, v]) },
};

test.each(Object.entries(DOCUMENTS))("%s, read piece by piece, gives what it gives whole", async (_, document) => {
  for (const [text, size] of [
    [JSON.stringify(document), 7],
    [JSON.stringify(document, null, 2), 64],
  ] as const) {
    const table = await openLarge(inPieces(text, size), 700);
    expect(table?.rows).toBe(null);
    const read = await readTable(table!, { columns: ["title"] });
    expect(read.values).toEqual([...Float32Array.from(vectors.flat())]);
    expect(read.columns.title).toEqual(vectors.map((v, i) => record(v, i).title));
  }
});

test("elements of any values, cut anywhere, come as they were", async () => {
  const cases = fc.tuple(fc.array(fc.jsonValue({ maxDepth: 3 }), { minLength: 1 }), fc.integer({ min: 1, max: 30 }));
  await fc.assert(
    fc.asyncProperty(cases, async ([values, size]) => {
      for (const text of [JSON.stringify({ a: { x: 1 }, b: values }), JSON.stringify({ b: values }, null, 1)]) {
        const found: unknown[] = [];
        for await (const piece of piecesAt(inPieces(text, size), "utf-8", { path: ["b"], kind: "elements" })) {
          found.push(JSON.parse(piece.text));
        }
        expect(found).toEqual(JSON.parse(JSON.stringify(values)));
      }
    }),
    { numRuns: 60, seed: 7 },
  );
});

test("a record that is broken is skipped, a file cut short is told", async () => {
  const text = JSON.stringify(vectors.map(record)).replace("0.5,-20", "0.5.5,-20");
  const table = await openLarge(inPieces(text, 100), 700);
  const { skipped, rows } = await readTable(table!);
  expect([skipped, rows.length]).toEqual([[{ row: 19, place: "record 20", why: "is no JSON" }], 39]);
  const short = await openLarge(inPieces(text.slice(0, -30), 100), 700);
  await expect(readTable(short!)).rejects.toThrow("large.json ends in the midst of a value");
});

test("a value without an end is not gathered for ever", async () => {
  const text = `[{"v":[1,2,3,4]},{"t":"${"x".repeat(17 << 20)}`;
  const table = await openLarge(inPieces(text, 1 << 20), 16);
  await expect(readTable(table!)).rejects.toThrow("is longer than 16 MB");
});

test("columns one behind the other are no records that could be read one by one", async () => {
  expect(await openLarge(inPieces(JSON.stringify({ t: { 0: "a", 1: "b" }, v: { 0: [1, 2, 3, 4] } }), 9), 30)).toBe(
    null,
  );
});
