import type { NpyHeader } from "../../npy";
import type { ArrayColumn } from "./array-column";
import { arrayColumn, plainShape } from "./array-column";
import type { Element } from "./element";
import { elementBytes } from "./element";
import { npyElement } from "./npy-element";
import type { RowBytes } from "./row-bytes";

// A batch of an array in Fortran order reaches over rows of so many bytes: each column's piece is then some kilobytes
// long, and all of the file is read once, in pieces, even where it is large.
const GATHERED = 2 ** 26;

/** Bytes of all values that the header claims. */
export function npyBodyBytes({ descr, shape }: NpyHeader): number {
  const element = npyElement(descr);
  return element ? shape.reduce((product, length) => product * length, elementBytes(element)) : 0;
}

/** Whether values lie column after column, where that makes a difference. */
export function isGathered({ fortranOrder, shape }: NpyHeader): boolean {
  return fortranOrder && plainShape(shape).length === 2;
}

/** How many rows of an array in Fortran order are gathered together. */
export function gatheredReach({ shape, descr }: NpyHeader): number {
  const [rows] = plainShape(shape);
  return Math.max(1, Math.floor(GATHERED / (npyBodyBytes({ shape, descr } as NpyHeader) / Math.max(1, rows))));
}

/** The column of an array in NumPy's form, or null where its type or its shape makes none. */
export function npyColumn(
  name: string,
  header: NpyHeader,
  bytes: (request: { whole: boolean }) => RowBytes,
): ArrayColumn | null {
  const element: Element | null = npyElement(header.descr);
  if (!element) return null;
  const reach = isGathered(header) ? gatheredReach(header) : undefined;
  return arrayColumn({ name, shape: header.shape, type: header.descr, element, reach, bytes });
}
