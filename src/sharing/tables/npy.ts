import { npyHeader } from "../../state";

type Numbers = Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

/**
 * Numbers as a `.npy` file, which `np.load` reads.
 *
 * @param values row after row
 */
export function npyBytes(
  values: Numbers,
  shape: number[],
): [header: Uint8Array<ArrayBuffer>, body: Uint8Array<ArrayBuffer>] {
  const descr = values instanceof Int32Array ? "<i4" : values instanceof Float32Array ? "<f4" : "<f8";
  const body = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return [npyHeader(descr, false, shape), body];
}
