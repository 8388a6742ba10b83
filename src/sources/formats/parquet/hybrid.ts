import { said } from "../../../i18n/said";
import { Malformed } from "../../malformed";
/**
 * Parquet's runs and packed bits: levels, and numbers of dictionary entries. Beside hyparquet's own reading of them, this
 * writes into typed arrays, runs by `fill`, and stops where the bytes claim more than was asked for.
 *
 * @param bytes where they lie, from … to
 * @param width bits a value, 0 … 32
 * @param out is filled to its end
 * @throws RangeError when the bytes end before
 */
export function readHybrid(
  bytes: Uint8Array,
  from: number,
  to: number,
  width: number,
  out: Uint8Array | Int32Array,
): void {
  const wanted = out.length;
  const place = { at: from };
  let seen = 0;
  while (seen < wanted) {
    const header = readVarint(bytes, place, to);
    let { at } = place;
    if (header & 1) {
      const groups = header >>> 1;
      const taken = Math.min(groups * 8, wanted - seen);
      if (at + Math.ceil((taken * width) / 8) > to) throw new Malformed(said("its levels or entries end early"));
      unpack(bytes, at, width, out, seen, taken);
      at += groups * width;
      seen += taken;
    } else {
      const taken = Math.min(header >>> 1, wanted - seen);
      let value = 0;
      for (let shift = 0; shift < width; shift += 8) {
        if (at >= to) throw new Malformed(said("its levels or entries end early"));
        value |= bytes[at++] << shift;
      }
      out.fill(value, seen, seen + taken);
      seen += taken;
    }
    place.at = at;
  }
}

/** A number of up to 32 bits in sevens, the lowest first. */
export function readVarint(bytes: Uint8Array, place: { at: number }, to: number): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    if (place.at >= to || shift > 28) throw new Malformed(said("its levels or entries end early"));
    const byte = bytes[place.at++];
    value |= (byte & 127) << shift;
    if (byte < 128) return value;
  }
}

function unpack(
  bytes: Uint8Array,
  at: number,
  width: number,
  out: Uint8Array | Int32Array,
  from: number,
  count: number,
): void {
  const mask = width === 32 ? -1 : (1 << width) - 1;
  for (let i = 0, group = at; i < count; i += 8, group += width) {
    const last = Math.min(8, count - i);
    for (let j = 0; j < last; j++) {
      const bit = j * width;
      const byte = group + (bit >>> 3);
      const shift = bit & 7;
      const low = bytes[byte] | (bytes[byte + 1] << 8) | (bytes[byte + 2] << 16) | (bytes[byte + 3] << 24);
      const high = shift + width > 32 ? bytes[byte + 4] << (32 - shift) : 0;
      out[from + i + j] = ((low >>> shift) | high) & mask;
    }
  }
}
