import type { Column, VectorValues } from "../../table";
import type { Element } from "./element";
import { elementBytes, plainValues } from "./element";
import { vectorValues } from "./number-type";
import type { RowBytes } from "./row-bytes";

/** One array of a file, whose first axis are the rows of a table. */
export interface ArrayColumn {
  column: Column;
  rows: number;
  /** Bytes of a row in the file. */
  rowBytes: number;
  /** How many rows a batch may reach over, where wide reaches cost memory. */
  reach?: number | undefined;
  /** Begins to read it; what it returns is asked for rising rows, from call to call too. */
  start(request: { whole: boolean }): (rows: Float64Array) => Promise<VectorValues | unknown[]>;
}

/** An array as a header tells it. */
export interface ArrayFacts {
  name: string;
  shape: readonly number[];
  /** What its file calls its type. */
  type: string;
  element: Element;
  reach?: number | undefined;
  /** Begins to read its bytes; `whole` when all rows will be asked for. */
  bytes(request: { whole: boolean }): RowBytes;
}

/** The shape without axes of length 1 beside rows and dims: (1, 500, 96) and (500, 1, 96) are 500 × 96. */
export function plainShape(shape: readonly number[]): readonly number[] {
  if (shape.length <= 2) return shape;
  const longer = shape.filter((length) => length !== 1);
  return longer.length === 2 ? longer : shape;
}

/** Makes a column of an array of one or two axes; null where it is none: more axes, or texts in two. */
export function arrayColumn({ name, shape, type, element, reach, bytes }: ArrayFacts): ArrayColumn | null {
  const [rows, dims = 1] = plainShape(shape);
  if (shape.length === 0 || plainShape(shape).length > 2 || (dims !== 1 && element.kind === "text")) return null;
  const vector = element.kind === "number" && plainShape(shape).length === 2 && dims !== 1;
  return {
    column: vector
      ? { name, kind: "vector", type, vector: { dims, values: element.type.values } }
      : { name, kind: element.kind, type },
    rows,
    rowBytes: dims * elementBytes(element),
    reach,
    start(request) {
      const read = bytes(request);
      return async (wanted) => {
        const found = await read(wanted);
        return vector ? vectorValues(found, element.type, element.big) : plainValues(found, element, wanted.length);
      };
    },
  };
}
