import { unzlibSync } from "fflate";

/**
 * A font as PDF embeds it, from the form in which the web carries it.
 *
 * @param woff a WOFF file (version 1)
 * @returns the TrueType file in it
 */
export function trueTypeOf(woff: Uint8Array): Uint8Array<ArrayBuffer> {
  const from = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  const count = from.getUint16(12);
  const tables = Array.from({ length: count }, (_, i) => {
    const entry = 44 + 20 * i;
    const [offset, packed, length] = [4, 8, 12].map((at) => from.getUint32(entry + at));
    const bytes = woff.subarray(offset, offset + packed);
    return { entry, length, bytes: packed < length ? unzlibSync(bytes) : bytes };
  });
  const end = tables.reduce((sum, { length }) => sum + Math.ceil(length / 4) * 4, 12 + 16 * count);
  const file = new Uint8Array(end);
  const to = new DataView(file.buffer);
  const power = 2 ** Math.floor(Math.log2(count));
  to.setUint32(0, from.getUint32(4));
  to.setUint16(4, count);
  to.setUint16(6, power * 16);
  to.setUint16(8, Math.log2(power));
  to.setUint16(10, (count - power) * 16);
  let offset = 12 + 16 * count;
  tables.forEach(({ entry, length, bytes }, i) => {
    const at = 12 + 16 * i;
    to.setUint32(at, from.getUint32(entry));
    to.setUint32(at + 4, from.getUint32(entry + 16));
    to.setUint32(at + 8, offset);
    to.setUint32(at + 12, length);
    file.set(bytes, offset);
    offset += Math.ceil(length / 4) * 4;
  });
  return file;
}
