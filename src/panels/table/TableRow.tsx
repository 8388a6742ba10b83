import type { MouseEvent } from "react";
import { hasRow, setHover, useScope } from "../../state";
import { PointName } from "../points/PointName";
import type { TableColumn } from "./columns";
import { Gap } from "./Gap";

interface Props {
  row: number;
  line: number;
  size: number;
  /** Pixels from the row that is drawn before it. */
  gap: number;
  columns: TableColumn[];
  isActive: boolean;
  onActive: () => void;
  onChoose: (row: number, event: MouseEvent) => void;
}

/** One point: a click anywhere on the row selects it, and so does its name by the keyboard. */
export function TableRow({ row, line, size, gap, columns, isActive, onActive, onChoose }: Props) {
  const selected = useScope((state) => hasRow(state.selection, row));
  return (
    <>
      <Gap height={gap} />
      <tr
        data-line={line}
        aria-rowindex={line + 2}
        data-selected={selected || undefined}
        style={{ height: size }}
        onClick={(event) => onChoose(row, event)}
        onPointerEnter={() => setHover(row)}
        onPointerLeave={() => setHover(null)}
      >
        {columns.map(({ key, kind, textOf }) => (
          <td key={key} data-kind={kind}>
            {key === "title" ? (
              <button type="button" tabIndex={isActive ? 0 : -1} aria-pressed={selected} onFocus={onActive}>
                <PointName row={row} />
              </button>
            ) : (
              textOf(row)
            )}
          </td>
        ))}
      </tr>
    </>
  );
}
