import { said } from "../../../i18n/said";
import { Malformed } from "../../malformed";

const MAGIC = 0x184d2204;

/**
 * Undoes LZ4's frames, as Arrow's buffers are packed in them. Blocks may refer to those before, so that a decoder of
 * blocks each by itself, such as hyparquet-compressors', does not do.
 *
 * @throws RangeError when the bytes make no sense, or become more than `length`
 */
export function unpackLz4Frame(bytes: Uint8Array, length: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new Malformed(said("it is no frame of LZ4"));
  const flags = view.getUint8(4);
  let at = 7 + (flags & 8 ? 8 : 0) + (flags & 1 ? 4 : 0);
  const out = new Uint8Array(length);
  let filled = 0;
  for (;;) {
    const size = view.getUint32(at, true);
    at += 4;
    if (size === 0) break;
    const end = at + (size & 0x7fffffff);
    if (end > bytes.length) throw new Malformed(said("a block of LZ4 ends early"));
    if (size >>> 31) {
      out.set(bytes.subarray(at, end), filled);
      filled += end - at;
    } else filled = unpackBlock(bytes, at, end, out, filled);
    at = end + (flags & 16 ? 4 : 0);
  }
  return out.subarray(0, filled);
}

function unpackBlock(bytes: Uint8Array, from: number, end: number, out: Uint8Array, filled: number): number {
  let [at, to] = [from, filled];
  const long = (short: number) => {
    let size = short;
    for (let more = short === 15 ? 255 : 0; more === 255; size += more) {
      if (at >= end) throw new Malformed(said("a block of LZ4 ends early"));
      more = bytes[at++];
    }
    return size;
  };
  while (at < end) {
    const token = bytes[at++];
    const literals = long(token >>> 4);
    if (at + literals > end || to + literals > out.length) throw new Malformed(said("a block of LZ4 is too long"));
    out.set(bytes.subarray(at, at + literals), to);
    at += literals;
    to += literals;
    if (at >= end) break;
    const back = bytes[at] | (bytes[at + 1] << 8);
    at += 2;
    const match = long(token & 15) + 4;
    if (back === 0 || back > to || to + match > out.length)
      throw new Malformed(said("a block of LZ4 points out of itself"));
    // What overlaps repeats itself.
    if (back >= match) out.copyWithin(to, to - back, to - back + match);
    else for (let i = 0; i < match; i++) out[to + i] = out[to + i - back];
    to += match;
  }
  return to;
}
