// NumPy's array file, version 1.0 (numpy.lib.format): a Python dictionary as text, padded to 64 bytes, then the values.

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0];

/** A one-byte matrix in Fortran order: the first column first, so that a download brings the space prefix by prefix. */
export function npyColumns(values: Int8Array, rows: number, dims: number): Uint8Array {
  return npy("|i1", true, `(${rows}, ${dims})`, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
}

/** A vector of f4 values. */
export function npyVector(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => {
    view.setFloat32(4 * i, value, true);
  });
  return npy("<f4", false, `(${values.length},)`, bytes);
}

function npy(descr: string, fortran: boolean, shape: string, body: Uint8Array): Uint8Array {
  const text = `{'descr': '${descr}', 'fortran_order': ${fortran ? "True" : "False"}, 'shape': ${shape}, }`;
  const size = Math.ceil((MAGIC.length + 2 + text.length + 1) / 64) * 64;
  const length = size - MAGIC.length - 2;
  const file = new Uint8Array(size + body.length);
  file.set(MAGIC);
  new DataView(file.buffer).setUint16(MAGIC.length, length, true);
  file.set(new TextEncoder().encode(`${text.padEnd(length - 1)}\n`), MAGIC.length + 2);
  file.set(body, size);
  return file;
}
