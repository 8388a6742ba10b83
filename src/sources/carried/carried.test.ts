import fc from "fast-check";
import { expect, test } from "vitest";
import { seeded } from "../../../data/random";
import type { SourceBlock } from "../source";
import type { Manifest, PointTable } from "../types";
import { base85Length, fromBase85, toBase85 } from "./base85";
import { blockEnds, CarriedSpace, carriedPoints } from "./carry";
import { narrowed } from "./narrowed";
import { readCarried } from "./read-carried";

const ROWS = 37;
const DIMS = 150;
const random = seeded(3);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const manifest = (dtype: Manifest["dtype"], rows = ROWS): Manifest => ({
  name: "page",
  title: "</script><img onerror=alert(1)>",
  description: "",
  source: "",
  licence: "",
  model: "",
  rows,
  dims: DIMS,
  dtype,
  files: { vectors: "vectors.npy" },
  stops: [],
});

function blocksOf(values: SourceBlock["values"], scales: Float32Array | null, rows = ROWS): SourceBlock[] {
  let from = 0;
  return blockEnds(DIMS).map((to) => {
    const block = { values: values.slice(from * rows, to * rows), scales: scales?.slice(from, to) ?? null };
    from = to;
    return block;
  });
}

async function carried(of: Manifest, blocks: SourceBlock[]): Promise<string> {
  const space = await CarriedSpace.begin(of);
  for (const block of blocks) await space.write(block);
  return (await space.end()).text();
}

async function readBack(text: string, points = ""): Promise<SourceBlock[]> {
  const source = await readCarried(text, points);
  const blocks: SourceBlock[] = [];
  for await (const block of source.blocks(() => {})) blocks.push(block);
  return blocks;
}

test("any bytes come back from their text, whatever parts it is read in", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 1, max: 9 }), (bytes, part) => {
      const written = text(toBase85(bytes));
      expect(written).toHaveLength(base85Length(bytes.length));
      expect([...fromBase85(` ${written}\n`, part)].flatMap((piece) => [...piece])).toEqual([...bytes]);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("no sign of the text means anything in HTML or in a string", () => {
  const all = text(toBase85(Uint8Array.from({ length: 40_000 }, () => random() * 256)));
  expect(new Set(all).size).toBe(85);
  expect(all).not.toMatch(/[<>&"'`\\\s]/);
});

test("vectors in single precision, halves and whole numbers come back bit for bit", async () => {
  const singles = Float32Array.from({ length: ROWS * DIMS }, () => random() - 0.5);
  const halves = Uint16Array.from({ length: ROWS * DIMS }, () => random() * 0x7bff);
  const codes = Int8Array.from({ length: ROWS * DIMS }, () => random() * 255 - 127);
  const scales = Float32Array.from({ length: DIMS }, () => random());
  for (const [dtype, values, own] of [
    ["f4", singles, null],
    ["f2", halves, null],
    ["i1", codes, scales],
  ] as const) {
    const blocks = blocksOf(values, own);
    expect(await readBack(await carried(manifest(dtype), blocks))).toEqual(blocks);
  }
});

test("a space can be read twice, as a shard that is lost asks for", async () => {
  const values = Float32Array.from({ length: ROWS * DIMS }, () => random());
  const source = await readCarried(await carried(manifest("f4"), blocksOf(values, null)), "");
  for (let i = 0; i < 2; i++) {
    const seen: number[] = [];
    for await (const block of source.blocks(() => {})) seen.push(...block.values);
    expect(seen).toEqual([...values]);
  }
});

test("rows are picked, and made narrower where that is asked for", () => {
  const values = Float32Array.from({ length: ROWS * 2 }, () => random() - 0.5);
  const rows = Int32Array.of(0, 5, 36);
  const wanted = [0, 5, 36, 37, 42, 73].map((i) => values[i]);
  expect([...narrowed({ values, scales: null }, "f4", "f4", rows, ROWS).values]).toEqual(wanted);
  const { values: codes, scales } = narrowed({ values, scales: null }, "f4", "i1", rows, ROWS);
  for (const [i, value] of wanted.entries()) {
    const scale = (scales as Float32Array)[i < 3 ? 0 : 1];
    expect(Math.abs(codes[i] * scale - value)).toBeLessThanOrEqual(scale / 2 + 1e-7);
  }
});

const points: PointTable = {
  rows: 4,
  titles: ["</script><img onerror=alert(1)>", "二", "c", "d"],
  texts: ["", "t", "<!--", "]]>"],
  columns: [
    { kind: "category", name: "category", labels: ["a", "b"], counts: [3, 1], codes: Uint16Array.of(0, 0, 1, 0) },
    { kind: "number", name: "year", values: Float32Array.of(1, Number.NaN, 0.1, 3) },
    { kind: "text", name: "note", values: ["x", "y", "z", "w"] },
  ],
  images: ["https://elsewhere.example/a.png", new Blob([Uint8Array.of(1, 2)], { type: "image/png" }), null, null],
};

test("what is known of points comes back with the kinds of its columns, and its pictures lead nowhere else", async () => {
  const space = await carried(manifest("i1"), []);
  const all = await (await readCarried(space, await (await carriedPoints(points, null)).text())).points();
  expect(all).toEqual({ ...points, images: [null, "data:image/png;base64,AQI=", null, null] });
  const some = await carriedPoints(points, Int32Array.of(1, 2));
  const part = await (await readCarried(space, await some.text())).points();
  expect(part?.titles).toEqual(["二", "c"]);
  expect(part?.columns[0]).toMatchObject({ labels: ["a", "b"], counts: [1, 1], codes: Uint16Array.of(0, 1) });
});

test("a text that is cut off, or changed, is refused in a sentence", async () => {
  const values = Float32Array.from({ length: ROWS * DIMS }, () => random());
  const whole = await carried(manifest("f4"), blocksOf(values, null));
  for (const broken of [
    "",
    "7",
    whole.slice(0, 60),
    whole.slice(0, -40),
    `${whole.slice(0, 500)}é${whole.slice(501)}`,
  ]) {
    await expect(readBack(broken)).rejects.toThrow("The space that this page carries is not whole.");
  }
});
