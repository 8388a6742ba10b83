import type { FileMetaData } from "hyparquet";
import type { ByteFile } from "../../byte-file";
import { cellsOf } from "./cell-rows";
import { Cursor } from "./cursor";
import type { Leaf } from "./schema";

const LOOKED_ROWS = 100;
/** Where the first row groups hold nothing but nulls, more of them do hardly better. */
const LOOKED_GROUPS = 4;

/** The values of the first rows that have one: bytes, or arrays of numbers. */
export async function firstValues(file: ByteFile, footer: FileMetaData, leaf: Leaf): Promise<unknown[]> {
  const values: unknown[] = [];
  for (const group of footer.row_groups.slice(0, LOOKED_GROUPS)) {
    const cursor = new Cursor(file, leaf, group, false);
    for (let left = Math.min(LOOKED_ROWS, Number(group.num_rows)); left > 0; ) {
      const span = await cursor.take(left);
      values.push(...cellsOf(span, leaf).filter((value) => value !== null));
      left -= span.to - span.from;
    }
    if (values.length) break;
  }
  return values;
}
