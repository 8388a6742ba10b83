/** A `.npy` file as its header and its numbers. */
export function readNpy(bytes: Uint8Array): {
  header: string;
  values: Float32Array | Float64Array | Int32Array | Int8Array;
} {
  const length = 10 + new DataView(bytes.buffer, bytes.byteOffset).getUint16(8, true);
  const header = new TextDecoder().decode(bytes.subarray(10, length));
  const body = bytes.slice(length).buffer;
  const types = { "<f4": Float32Array, "<f8": Float64Array, "<i4": Int32Array, "|i1": Int8Array };
  const type = /'descr': '([^']+)'/.exec(header)?.[1] as keyof typeof types;
  return { header, values: new types[type](body) };
}
