import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { select, setHover, useScope } from "../../state";
import { PointName } from "./PointName";

/** The hits, best first, as many as there are: only those in sight are drawn. */
export function Hits({ hits }: { hits: Int32Array }) {
  const scroller = useRef<HTMLDivElement>(null);
  const selected = useScope((state) => state.focus);
  const coarse = window.matchMedia("(pointer: coarse)").matches;
  const list = useVirtualizer({
    count: hits.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (coarse ? 44 : 32),
    overscan: 8,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: new hits begin at the top
  useEffect(() => {
    // Newer browsers answer scrollTo with a promise, which is no way to end an effect.
    scroller.current?.scrollTo({ top: 0 });
  }, [hits]);
  return (
    <div ref={scroller} className="hits">
      <ul style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start, size }) => (
          <li key={hits[index]} style={{ height: size, transform: `translateY(${start}px)` }}>
            <button
              type="button"
              aria-pressed={hits[index] === selected}
              onClick={() => select(hits[index])}
              onPointerEnter={() => setHover(hits[index])}
              onPointerLeave={() => setHover(null)}
            >
              <PointName row={hits[index]} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
