import type { ValueType } from "../../state";

const BYTES: Record<ValueType, number> = { f4: 4, f2: 2, i1: 1 };

/** Bytes that a space takes: its values, the square of their covariance in single precision, and three scores a point. */
export function memoryOf(rows: number, dims: number, type: ValueType): number {
  return rows * dims * BYTES[type] + 4 * dims ** 2 + 12 * rows;
}

/** What a device says of its memory, in bytes, as coarsely as browsers tell; null where they do not. */
export function deviceMemory(): number | null {
  const { deviceMemory: gigabytes } = navigator as Navigator & { deviceMemory?: number };
  return gigabytes ? gigabytes * 1024 ** 3 : null;
}
