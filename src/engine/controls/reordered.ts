import type { ColumnValues } from "../../numeric";
import type { ColumnBlock } from "../protocol";
import type { OpenSpace } from "../service";

/** Where the blocks end: small at first, so that a frame can be asked for soon. */
const WIDEST = 128;

/**
 * A space with its columns in another order. All columns are read before the first is handed on: the one that comes
 * first may be the last of the file.
 *
 * @param order which column stands at each place
 */
export function reordered(space: OpenSpace, order: Int32Array): OpenSpace {
  return {
    ...space,
    async *blocks(onBytes) {
      const columns: { values: ColumnValues; scale: number | null }[] = [];
      for await (const { values, scales } of space.blocks(onBytes)) {
        for (let from = 0; from < values.length; from += space.rows) {
          const scale = scales ? scales[from / space.rows] : null;
          columns.push({ values: values.subarray(from, from + space.rows), scale });
        }
      }
      for (let from = 0; from < order.length; ) {
        const to = Math.min(order.length, from + Math.min(WIDEST, Math.max(4, from)));
        yield joined(
          Array.from(order.subarray(from, to), (column) => columns[column]),
          space.rows,
        );
        from = to;
      }
    },
  };
}

function joined(columns: { values: ColumnValues; scale: number | null }[], rows: number): ColumnBlock {
  const Type = columns[0].values.constructor as new (length: number) => ColumnValues;
  const values = new Type(columns.length * rows);
  columns.forEach((column, i) => {
    values.set(column.values, i * rows);
  });
  const scales = columns[0].scale === null ? null : Float32Array.from(columns, ({ scale }) => scale ?? 1);
  return { values, scales };
}
