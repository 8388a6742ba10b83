import { readFileSync } from "node:fs";
import type { ColumnBlock } from "../src/engine";
import { seeded } from "../src/numeric";

const BLOCK = 128;

/** A demo space as it lies on disk: int8 columns and their scales. */
export interface Space {
  folder: string;
  rows: number;
  dims: number;
  codes: Int8Array;
  scales: Float32Array;
}

/** Reads a demo space whole. */
export function readSpace(folder: string): Space {
  const { rows, dims } = JSON.parse(readFileSync(`${folder}/dataset.json`, "utf8"));
  const body = (file: string) => {
    const bytes = readFileSync(`${folder}/${file}`);
    const start = 10 + bytes.readUInt16LE(8);
    return bytes.buffer.slice(bytes.byteOffset + start, bytes.byteOffset + bytes.length);
  };
  return { folder, rows, dims, codes: new Int8Array(body("vectors.npy")), scales: new Float32Array(body("scale.npy")) };
}

/** The columns from … to of a space, as the engine takes them. */
function columnBlock({ codes, scales, rows }: Space, from: number, to: number): ColumnBlock {
  return { values: codes.subarray(from * rows, to * rows), scales: scales.slice(from, to) };
}

/** All columns, as many at a time as a reader would bring. */
export async function* columnBlocks(space: Space): AsyncGenerator<ColumnBlock> {
  for (let from = 0; from < space.dims; from += BLOCK) {
    yield columnBlock(space, from, Math.min(space.dims, from + BLOCK));
  }
}

/** A space of any shape to measure on: the time of the steps does not depend on the values. */
export function seededSpace(rows: number, dims: number): { codes: Int8Array; scales: Float32Array } {
  const random = seeded(rows + dims);
  const codes = new Int8Array(rows * dims);
  // One long stretch of random codes, read from another place for each column: drawing all would take longer than the bench.
  const stretch = Int8Array.from({ length: rows + dims * 7 }, () => Math.round((random() + random() - 1) * 120));
  for (let j = 0; j < dims; j++) codes.set(stretch.subarray(j * 7, j * 7 + rows), j * rows);
  return { codes, scales: Float32Array.from({ length: dims }, (_, j) => 0.001 / (1 + j / 512)) };
}
