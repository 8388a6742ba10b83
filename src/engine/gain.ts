import type { ColumnBlock } from "./protocol";

// Between these the squares of single precision neither overflow nor vanish, and nothing is changed.
const LEAST = 2 ** -30;
const MOST = 2 ** 30;

/**
 * The power of two that brings a block's largest value near 1, where single precision could not hold its squares; else
 * 1. Null for a block of zeros, which does not tell.
 */
export function gainOf({ values, scales }: ColumnBlock, rows: number): number | null {
  let largest = 0;
  for (let j = 0; j * rows < values.length; j++) {
    const scale = Math.abs(scales?.[j] ?? 1);
    for (let i = j * rows; i < (j + 1) * rows; i++) {
      // Half precision cannot hold a value that would need a gain.
      const value = values instanceof Uint16Array ? (values[i] & 0x7fff ? 1 : 0) : Math.abs(values[i]) * scale;
      if (value > largest) largest = value;
    }
  }
  if (largest === 0) return null;
  return largest < LEAST || largest > MOST ? 2 ** -Math.round(Math.log2(largest)) : 1;
}
