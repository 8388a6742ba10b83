import { type KeyboardEvent, useRef, useState } from "react";
import type { Drawing } from "./axes";
import type { Bar } from "./rows";

interface Props {
  name: string;
  drawing: Drawing;
  bars: readonly Bar[];
  selected: number | null;
  wordsOf: (bar: Bar) => string;
  onSelect: (index: number) => void;
  /** The bar under the pointer or the focus. */
  onPoint: (index: number | null) => void;
}

/** A button over every bar, as high as the chart. One stop for Tab: the arrow keys go from bar to bar. */
export function Bars({ name, drawing, bars, selected, wordsOf, onSelect, onPoint }: Props) {
  const group = useRef<HTMLDivElement>(null);
  const [wished, setActive] = useState(0);
  const active = Math.min(wished, bars.length - 1);
  const { frame, px, py } = drawing;
  const place = ({ name, from, to }: Bar) => {
    if (from !== undefined && to !== undefined) return { left: px(from), width: px(to) - px(from) };
    const width = (frame.right - frame.left) / bars.length;
    return { left: px(name) - width / 2, width };
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyBar(event.key, active, bars.length);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setActive(next);
    (group.current!.children[next] as HTMLElement).focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset, nothing is filled in
    <div ref={group} role="group" aria-label={name} className="chart-bars" onKeyDown={onKeyDown}>
      {bars.map((bar, index) => {
        const { left, width } = place(bar);
        return (
          <button
            key={bar.name}
            type="button"
            tabIndex={index === active ? 0 : -1}
            aria-label={wordsOf(bar)}
            aria-pressed={index === selected}
            style={{ left, width, top: frame.top, height: frame.bottom - frame.top }}
            onClick={() => onSelect(index)}
            onFocus={() => {
              setActive(index);
              onPoint(index);
            }}
            onBlur={() => onPoint(null)}
            onPointerEnter={() => onPoint(index)}
            onPointerLeave={() => onPoint(null)}
          >
            <i style={{ height: frame.bottom - py(bar.value) }} />
          </button>
        );
      })}
    </div>
  );
}

function keyBar(key: string, from: number, count: number): number | null {
  const to = {
    ArrowRight: from + 1,
    ArrowUp: from + 1,
    ArrowLeft: from - 1,
    ArrowDown: from - 1,
    Home: 0,
    End: count - 1,
  };
  return key in to ? Math.max(0, Math.min(count - 1, to[key as keyof typeof to])) : null;
}
