import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from "react";
import { setHover } from "../../state";
import { PointName } from "../points/PointName";
import { useRoving } from "./use-roving";
import "./row-list.css";

interface Props {
  label: string;
  rows: ArrayLike<number>;
  id?: string;
  /** Whether a row is one of the selected. */
  isPressed: (row: number) => boolean;
  onChoose: (row: number, event: MouseEvent) => void;
  /** Delete on a row. */
  onRemove?: (row: number) => void;
  /** The key upwards on the first row. */
  onLeave?: () => void;
}

/** Points by name, as many as there are: only those in sight are drawn. Tab leads to one, the arrow keys to the rest. */
export function RowList({ label, rows, id, isPressed, onChoose, onRemove, onLeave }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const coarse = window.matchMedia("(pointer: coarse)").matches;
  const roving = useRoving(scroller, rows.length, (line) => list.scrollToIndex(line), onLeave);
  const { active } = roving;
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (coarse ? 44 : 32),
    overscan: 8,
    // The one that has the focus, or would get it, stays.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), Math.min(active, rows.length - 1)])],
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list begins at the top
  useEffect(() => {
    // Newer browsers answer scrollTo with a promise, which is no way to end an effect.
    scroller.current?.scrollTo({ top: 0 });
    roving.setActive(0);
  }, [rows]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Delete" && onRemove && rows.length > 0) onRemove(rows[active]);
    else roving.onKeyDown(event);
  };
  return (
    <div ref={scroller} className="row-list">
      <ul id={id} aria-label={label} style={{ height: list.getTotalSize() }} onKeyDown={onKeyDown}>
        {list.getVirtualItems().map(({ index, start, size }) => (
          <li
            key={rows[index]}
            data-line={index}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            style={{ height: size, transform: `translateY(${start}px)` }}
          >
            <button
              type="button"
              tabIndex={index === active ? 0 : -1}
              aria-pressed={isPressed(rows[index])}
              onFocus={() => roving.setActive(index)}
              onClick={(event) => onChoose(rows[index], event)}
              onPointerEnter={() => setHover(rows[index])}
              onPointerLeave={() => setHover(null)}
            >
              <PointName row={rows[index]} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
