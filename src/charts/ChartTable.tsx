import { useVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef } from "react";
import { t } from "../i18n";
import type { ChartRows } from "./csv";
import { tableNumber } from "./format";

const ROW = 28;

interface Props {
  title: string;
  height: number;
  rows: ChartRows;
  /** The row of the cursor, which is in sight when the table opens. */
  current: number;
}

/** The numbers of a chart; of a long table only what is in sight is made. */
export function ChartTable({ title, height, rows, current }: Props) {
  const scroller = useRef<HTMLElement>(null);
  const list = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    initialRect: { width: 0, height },
    overscan: 8,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it opens
  useLayoutEffect(() => list.scrollToIndex(current, { align: "center" }), []);
  const items = list.getVirtualItems();
  return (
    <section
      ref={scroller}
      className="chart-table"
      aria-label={t("{title}, table", { title })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      style={{ height }}
    >
      <table aria-label={title} aria-rowcount={rows.count + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {rows.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={items[0]?.start ?? 0} />
          {items.map(({ index }) => {
            const [first, ...others] = rows.row(index).map(cellText);
            return (
              <tr
                key={index}
                aria-rowindex={index + 2}
                aria-current={index === current || undefined}
                style={{ height: ROW }}
              >
                <th scope="row">{first}</th>
                {others.map((text, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  <td key={column}>{text}</td>
                ))}
              </tr>
            );
          })}
          <Gap height={list.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </section>
  );
}

function cellText(cell: number | string | null): string {
  if (cell === null) return "–";
  return typeof cell === "number" ? tableNumber(cell) : cell;
}

/** The room of rows that are not made. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus
    <tr aria-hidden="true">
      <td style={{ height }} />
    </tr>
  );
}
