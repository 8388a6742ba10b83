/** No space has more rows, so a link cannot ask for the memory of more. */
export const MOST_ROWS = 4_000_000;
const HIGHEST_ROW = 1e9;
/** The numbers before the runs: two Rice parameters, and how many bits a count takes. */
const SMALL_BITS = 5;

/**
 * Packs rows into few bits: the focused row, then the gaps and runs of all of them in turn, each in a Rice code (Rice
 * and Plaunt 1971) whose parameter fits them best. Rows drawn at random come within an eighth of what
 * information theory allows (2,000 of 10,000: 1,000 bytes for 902; deflated, the list of their gaps takes 1,090, and
 * half of all rows 1,729 for 1,250), and no rows take more than about a bit for each row up to the last.
 *
 * @param rows the focused row, then the others, rising
 */
export function packRows([focus, ...others]: readonly number[]): Uint8Array {
  const rows = [...others, focus].sort((a, b) => a - b);
  const gaps: number[] = [];
  const runs: number[] = [];
  let end = -1;
  for (let from = 0; from < rows.length; ) {
    let to = from;
    while (rows[to + 1] === rows[to] + 1) to++;
    gaps.push(rows[from] - end - 1);
    runs.push(to - from);
    end = rows[to] + 1;
    from = to + 1;
  }
  const [gapCode, runCode] = [bestCode(gaps), bestCode(runs)];
  const bits = new BitWriter();
  bits.write(gapCode, SMALL_BITS);
  bits.write(runCode, SMALL_BITS);
  writeCount(bits, focus);
  writeCount(bits, gaps.length);
  gaps.forEach((gap, i) => {
    writeRice(bits, gap, gapCode);
    writeRice(bits, runs[i], runCode);
  });
  return bits.bytes();
}

/** Reads what `packRows` has packed; null where it cannot be. The focused row first, the others rising. */
export function unpackRows(bytes: Uint8Array): number[] | null {
  const bits = new BitReader(bytes);
  const [gapCode, runCode] = [bits.read(SMALL_BITS), bits.read(SMALL_BITS)];
  const [focus, count] = [readCount(bits), readCount(bits)];
  // Every gap and every run takes a bit at least.
  if (count > bytes.length * 4) return null;
  const rows = [focus];
  let end = -1;
  let hasFocus = false;
  for (let i = 0; i < count; i++) {
    const from = end + 1 + readRice(bits, gapCode);
    const to = from + readRice(bits, runCode);
    if (bits.ended || to >= HIGHEST_ROW || rows.length + to - from >= MOST_ROWS) return null;
    for (let row = from; row <= to; row++) {
      if (row === focus) hasFocus = true;
      else rows.push(row);
    }
    end = to + 1;
  }
  return hasFocus && !bits.ended ? rows : null;
}

/** The Rice parameter with which numbers take the fewest bits: what they take falls with it, and then rises. */
function bestCode(values: readonly number[]): number {
  let [best, fewest] = [0, Number.POSITIVE_INFINITY];
  for (let code = 0; code < 30; code++) {
    let size = values.length * (code + 1);
    for (const value of values) size += value >>> code;
    if (size >= fewest) break;
    [best, fewest] = [code, size];
  }
  return best;
}

function writeRice(bits: BitWriter, value: number, code: number): void {
  for (let whole = value >>> code; whole > 0; whole--) bits.write(1, 1);
  bits.write(0, 1);
  bits.write(value & (2 ** code - 1), code);
}

function readRice(bits: BitReader, code: number): number {
  let whole = 0;
  while (bits.read(1) === 1) whole++;
  return whole * 2 ** code + bits.read(code);
}

// A number of up to 30 bits, after how many they are.
function writeCount(bits: BitWriter, value: number): void {
  const size = value === 0 ? 0 : 32 - Math.clz32(value);
  bits.write(size, SMALL_BITS);
  bits.write(value, size);
}

function readCount(bits: BitReader): number {
  return bits.read(bits.read(SMALL_BITS));
}

class BitWriter {
  readonly #bytes: number[] = [];
  #last = 0;
  #free = 8;

  /** Appends the lowest bits of a number, the highest of them first. */
  write(value: number, size: number): void {
    for (let bit = size - 1; bit >= 0; bit--) {
      this.#last = (this.#last << 1) | ((value >>> bit) & 1);
      if (--this.#free > 0) continue;
      this.#bytes.push(this.#last);
      [this.#last, this.#free] = [0, 8];
    }
  }

  bytes(): Uint8Array {
    const rest = this.#free < 8 ? [this.#last << this.#free] : [];
    return Uint8Array.from([...this.#bytes, ...rest]);
  }
}

class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  /** Whether more was asked for than there was; what is beyond reads as 0. */
  ended = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(size: number): number {
    let value = 0;
    for (let bit = 0; bit < size; bit++) {
      const byte = this.#bytes[this.#at >> 3];
      if (byte === undefined) this.ended = true;
      value = value * 2 + (((byte ?? 0) >> (7 - (this.#at & 7))) & 1);
      this.#at++;
    }
    return value;
  }
}
