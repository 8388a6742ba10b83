import { writeFile } from "node:fs/promises";
import { npyHeader } from "../src/sources/npy-header";

export { npyHeader };

/** Writes a matrix of f4, row by row. */
export async function writeNpy(path: string, values: Float32Array, shape: number[]): Promise<void> {
  const body = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  await writeFile(path, Buffer.concat([npyHeader("<f4", false, shape), body]));
}
