/** A seeded source of whole numbers below a bound (mulberry32): the same seed breaks a file in the same way. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

type Bytes = Uint8Array<ArrayBuffer>;
type Roll = (below: number) => number;

// Sizes and counts that readers trip over.
const EXTREMES = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

/** A place in the file: formats tell most of what they hold at their two ends, so half of all are there. */
function place(length: number, roll: Roll): number {
  const end = Math.min(length, 512);
  const kind = roll(4);
  if (kind === 0) return roll(end);
  if (kind === 1) return length - 1 - roll(end);
  return roll(length);
}

const WAYS: ((bytes: Bytes, roll: Roll) => Bytes)[] = [
  function flipBits(bytes, roll) {
    for (let i = 1 + roll(8); i > 0; i--) bytes[place(bytes.length, roll)] ^= 1 << roll(8);
    return bytes;
  },
  function setBytes(bytes, roll) {
    for (let i = 1 + roll(4); i > 0; i--) bytes[place(bytes.length, roll)] = roll(256);
    return bytes;
  },
  function cutShort(bytes, roll) {
    return bytes.slice(0, roll(bytes.length));
  },
  function cutBeginning(bytes, roll) {
    return bytes.slice(1 + roll(Math.min(bytes.length - 1, 600)));
  },
  function cutOut(bytes, roll) {
    const from = place(bytes.length, roll);
    return joined(bytes.subarray(0, from), bytes.subarray(from + 1 + roll(64)));
  },
  function insert(bytes, roll) {
    const at = place(bytes.length, roll);
    const more = Uint8Array.from({ length: 1 + roll(64) }, () => roll(256));
    return joined(bytes.subarray(0, at), more, bytes.subarray(at));
  },
  function repeat(bytes, roll) {
    const from = place(bytes.length, roll);
    const part = bytes.slice(from, from + 1 + roll(512));
    return joined(bytes.subarray(0, from), part, part, part, bytes.subarray(from));
  },
  function lieAboutSize(bytes, roll) {
    const view = new DataView(bytes.buffer);
    const at = place(bytes.length, roll);
    if (at + 4 > bytes.length) return bytes;
    view.setUint32(at, EXTREMES[roll(EXTREMES.length)], roll(2) === 0);
    return bytes;
  },
  function lieInDigits(bytes, roll) {
    const from = place(bytes.length, roll);
    for (let i = from; i < Math.min(bytes.length, from + 2000); i++) {
      if (bytes[i] < 0x30 || bytes[i] > 0x39) continue;
      bytes[i] = 0x30 + roll(10);
      if (roll(3) === 0) return joined(bytes.subarray(0, i), new TextEncoder().encode("99999999"), bytes.subarray(i));
      break;
    }
    return bytes;
  },
  function blank(bytes, roll) {
    const from = place(bytes.length, roll);
    return bytes.fill(roll(2) ? 0 : 0xff, from, from + 1 + roll(1024));
  },
];

function joined(...parts: Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** A broken copy of a file, and in which way it is broken: the same for the same seed. */
export function broken(bytes: Uint8Array, seed: number): { bytes: Bytes; way: string } {
  const roll = dice(seed);
  let copy: Bytes = Uint8Array.from(bytes);
  const ways: string[] = [];
  for (let i = 1 + roll(2); i > 0 && copy.length > 1; i--) {
    const way = WAYS[roll(WAYS.length)];
    copy = way(copy, roll);
    ways.push(way.name);
  }
  return { bytes: copy, way: ways.join(", ") };
}
