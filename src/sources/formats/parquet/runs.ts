import { said } from "../../../i18n/said";
import { Malformed } from "../../malformed";
import { readVarint } from "./hybrid";

/**
 * Goes through levels run by run, without an array of them: the levels of vectors are few long runs.
 *
 * @param width bits a level, 0 … 8
 * @param count how many levels there are
 * @param repeated is told of `length` times the same `level`, from `at` on
 * @returns false where packed bits stand that `packed` does not take
 * @throws RangeError when the bytes end before
 */
function eachRun(
  { bytes, from, to }: Section,
  width: number,
  count: number,
  repeated: (level: number, at: number, length: number) => boolean,
  packed: ((bits: Uint8Array, at: number, length: number) => void) | null,
): boolean {
  const place = { at: from };
  for (let seen = 0; seen < count; ) {
    const header = readVarint(bytes, place, to);
    const length = Math.min((header >>> 1) * (header & 1 ? 8 : 1), count - seen);
    if (header & 1) {
      const end = place.at + (header >>> 1) * width;
      if (place.at + Math.ceil((length * width) / 8) > to) throw new Malformed(said("its levels end early"));
      if (!packed) return false;
      packed(bytes.subarray(place.at, Math.min(to, end)), seen, length);
      place.at = end;
    } else {
      if (place.at + (width > 0 ? 1 : 0) > to) throw new Malformed(said("its levels end early"));
      if (!repeated(width > 0 ? bytes[place.at++] : 0, seen, length)) return false;
    }
    seen += length;
  }
  return true;
}

/** Where in a file's bytes levels stand. */
export interface Section {
  bytes: Uint8Array;
  from: number;
  to: number;
}

/** Whether all of them are the same level, as far as that is told without unpacking. */
export function isAllOf(section: Section, width: number, count: number, level: number): boolean {
  return eachRun(section, width, count, (found) => found === level, null);
}

/** Where rows begin: at every level that is 0. Levels are of one bit. */
export function rowStarts(section: Section, count: number): number[] {
  const starts: number[] = [];
  eachRun(
    section,
    1,
    count,
    (level, at, length) => {
      if (level === 0) for (let i = 0; i < length; i++) starts.push(at + i);
      return true;
    },
    (bits, at, length) => {
      for (let i = 0; i < length; i += 8) {
        const byte = bits[i >>> 3];
        if (byte === 255) continue;
        for (let j = 0; j < 8 && i + j < length; j++) if (!((byte >>> j) & 1)) starts.push(at + i + j);
      }
    },
  );
  return starts;
}
