import type { NumberType } from "./number-type";
import { plainNumbers } from "./number-type";
import type { Bytes } from "./row-bytes";

/** What an array holds: numbers, or texts of so many bytes each. */
export type Element =
  | { kind: "number"; type: NumberType; big: boolean }
  | { kind: "text"; bytes: number; text(bytes: Bytes): string };

/** Bytes of one element. */
export function elementBytes(element: Element): number {
  return element.kind === "number" ? element.type.bytes : element.bytes;
}

/** So many elements as values of a column that is no vector. */
export function plainValues(bytes: Bytes, element: Element, count: number): unknown[] {
  if (element.kind === "number") return plainNumbers(bytes, element.type, element.big);
  const size = element.bytes;
  return Array.from({ length: count }, (_, i) => element.text(bytes.subarray(i * size, (i + 1) * size)));
}
