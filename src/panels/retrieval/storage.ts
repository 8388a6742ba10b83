import { numberFormat, type Said, said, type Words } from "../../i18n";
import type { StudyAnswer } from "../../state";

export type StorageReport = StudyAnswer<"storage">;
export type StoredRecall = StorageReport["cells"][number];
export type Precision = StoredRecall["precision"];
export type Estimate = StoredRecall["recall"][number];

/** What people call the precisions, and what each stores. */
export const PRECISION_NAMES: Record<Precision, { name: Words; means: Said }> = {
  f32: { name: "f32", means: said("single precision, 4 bytes a dimension") },
  f16: { name: "f16", means: said("scaled to length 1, half precision, 2 bytes a dimension") },
  i8: { name: "int8", means: said("whole numbers from −127 to 127, each vector by its own largest magnitude, 1 byte") },
  bit: { name: said("binary"), means: said("the sign alone, not centred, compared by Hamming distance, 1 bit") },
};

const BITS: Record<Precision, number> = { f32: 32, f16: 16, i8: 8, bit: 1 };

/** Bytes of a vector's values in an index; its links, its id and a scale of 4 bytes come on top. */
export function bytesOf(prefix: number, precision: Precision): number {
  return Math.ceil((prefix * BITS[precision]) / 8);
}

const GIGABYTE = 1e9;

/** What holding the values of N vectors costs a month, at a price for a gigabyte (10⁹ bytes) a month. */
export function monthlyCost(vectors: number, bytesEach: number, pricePerGigabyte: number): number {
  return ((vectors * bytesEach) / GIGABYTE) * pricePerGigabyte;
}

/** An amount in the currency of the price, which is the reader's: three figures. */
export const money = numberFormat({ maximumSignificantDigits: 3 });
