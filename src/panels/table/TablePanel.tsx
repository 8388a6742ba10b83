import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type MouseEvent, useEffect, useRef } from "react";
import { t } from "../../i18n";
import { scope, select, toggleSelected, useScope } from "../../state";
import { count } from "../figures";
import { SettlingLine } from "../legend/SettlingLine";
import { useRoving } from "../rows/use-roving";
import { Gap } from "./Gap";
import { TableHead } from "./TableHead";
import { TableRow } from "./TableRow";
import { useTable } from "./use-table";
import "./table.css";

/** The text twin of the cloud: the points that are shown, with what colours them and where they lie at this k. */
export function TablePanel() {
  const { columns, order, sorting, sortBy } = useTable();
  const focus = useScope((state) => state.focus);
  const k = useScope((state) => state.frame?.k);
  const scroller = useRef<HTMLDivElement>(null);
  const coarse = window.matchMedia("(pointer: coarse)").matches;
  const roving = useRoving(scroller, order.length, (line) => list.scrollToIndex(line));
  const { active, setActive } = roving;
  const list = useVirtualizer({
    count: order.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (coarse ? 44 : 32),
    // The head sticks to the top, over the rows.
    scrollPaddingStart: coarse ? 45 : 33,
    overscan: 8,
    // The one that has the focus, or would get it, stays.
    rangeExtractor: (range) => {
      const lines = new Set([...defaultRangeExtractor(range), Math.min(active, order.length - 1)]);
      return [...lines].sort((a, b) => a - b);
    },
  });

  // What is chosen elsewhere is looked up here.
  const chosenHere = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new order alone moves nothing
  useEffect(() => {
    const line = focus === null || focus === chosenHere.current ? -1 : order.indexOf(focus);
    chosenHere.current = null;
    if (line < 0) return;
    list.scrollToIndex(line, { align: "center" });
    setActive(line);
  }, [focus]);
  const choose = (row: number, event: MouseEvent) => {
    if (event.shiftKey) toggleSelected(row);
    else select(row);
    if (scope.getState().focus !== focus) chosenHere.current = scope.getState().focus;
  };

  const items = list.getVirtualItems();
  return (
    <>
      <p className="table-line">
        {t("{rows} points at {k} dimensions", { rows: count(order.length), k: count(k ?? 0) })}
      </p>
      <SettlingLine />
      <div ref={scroller} className="table-scroller">
        <table aria-label={t("Points")} aria-rowcount={order.length + 1} onKeyDown={roving.onKeyDown}>
          <TableHead columns={columns} sorting={sorting} sortBy={sortBy} />
          <tbody>
            {items.map(({ index, start, size }, i) => (
              <TableRow
                key={order[index]}
                row={order[index]}
                line={index}
                size={size}
                gap={start - (items[i - 1]?.end ?? 0)}
                columns={columns}
                isActive={index === active}
                onActive={() => setActive(index)}
                onChoose={choose}
              />
            ))}
            <Gap height={list.getTotalSize() - (items.at(-1)?.end ?? 0)} />
          </tbody>
        </table>
      </div>
    </>
  );
}
