import { readFileSync } from "node:fs";
import type { ColumnBlock } from "../src/engine";

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
export function columnBlock({ codes, scales, rows }: Space, from: number, to: number): ColumnBlock {
  return { values: codes.subarray(from * rows, to * rows), scales: scales.slice(from, to) };
}
