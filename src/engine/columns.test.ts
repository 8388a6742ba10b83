import { expect, test } from "vitest";
import { seeded } from "../numeric/block";
import { Coordinator } from "./coordinator";
import { fill } from "./fill";
import { localShard } from "./local-shard";
import type { ColumnBlock } from "./protocol";

// Rows that do not divide evenly, neither by shards nor by the four that columns are padded to.
const ROWS = 31;
const DIMS = 12;
const SHARDS = 3;

async function readBack(type: "f4" | "f2" | "i1", blocks: ColumnBlock[]): Promise<ColumnBlock> {
  const coordinator = await Coordinator.open(localShard, { rows: ROWS, dims: DIMS, type, shards: SHARDS });
  await fill(
    coordinator,
    (async function* () {
      yield* blocks;
    })(),
  );
  return coordinator.columnBlock(3, 11);
}

const random = seeded(5);
const numbers = (count: number, scale = 1) => Float32Array.from({ length: count }, () => (random() - 0.5) * scale);
const whole = (values: Float32Array) => [
  { values: values.slice(0, 5 * ROWS), scales: null },
  { values: values.slice(5 * ROWS), scales: null },
];

test("columns come back from the shards as they went in, bit for bit", async () => {
  const values = numbers(ROWS * DIMS);
  expect(await readBack("f4", whole(values))).toEqual({ values: values.slice(3 * ROWS, 11 * ROWS), scales: null });
});

test("a gain that the shards computed with is not in what comes back", async () => {
  const values = numbers(ROWS * DIMS, 1e-20);
  expect(await readBack("f4", whole(values))).toEqual({ values: values.slice(3 * ROWS, 11 * ROWS), scales: null });
});

test("halves come back as their bits, and whole numbers with their scales", async () => {
  const halves = Uint16Array.from({ length: ROWS * DIMS }, () => random() * 0x7bff);
  expect((await readBack("f2", [{ values: halves, scales: null }])).values).toEqual(halves.slice(3 * ROWS, 11 * ROWS));
  const codes = Int8Array.from({ length: ROWS * DIMS }, () => random() * 255 - 127);
  const scales = numbers(DIMS).map(Math.abs);
  expect(await readBack("i1", [{ values: codes, scales }])).toEqual({
    values: codes.slice(3 * ROWS, 11 * ROWS),
    scales: scales.slice(3, 11),
  });
});
